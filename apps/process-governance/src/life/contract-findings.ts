import { Injectable } from '@nestjs/common';
import type { ContractFindingList, ContractFindingQuery } from '#contracts';
import type { BreachRepository, RecordedBreach } from '#platform';
import type { RegistryRepository } from '../registry/registry.repository.js';

/** Where answers break their contracts, told to those who answer for them. */
@Injectable()
export class ContractFindings {
  constructor(
    private readonly breaches: BreachRepository,
    private readonly registry: RegistryRepository,
  ) {}

  async list({ contract }: ContractFindingQuery): Promise<ContractFindingList> {
    const [seen, registered] = await Promise.all([
      this.breaches.seen(contract ?? null),
      this.registry.newest(['published', 'deprecated']),
    ]);
    const owners = new Map(registered.map((one) => [one.contract, one.owner]));
    const items = seen.map((one) => ({ ...one, owner: owners.get(one.contract) ?? null, message: sentenceOf(one) }));
    return { items };
  }
}

const sentenceOf = ({ operation, status, message, pointer, rule }: RecordedBreach): string =>
  `response ${status} of ${operation} ${message}${rule === 'required' || pointer === '' ? '' : `, at ${pointer}`}`;

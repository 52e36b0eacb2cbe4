import { Injectable } from '@nestjs/common';
import type { ConsumedOperation, Consumer, ConsumerFacts } from '#contracts';
import { Failure, type FieldProblem } from '#kernel';
import { type Caller, nameOf, once, recordAudit } from '#platform';
import { contractFields } from '../impact/contract-fields.js';
import { readContract } from '../registry/read-contract.js';
import type { RegistryRepository } from '../registry/registry.repository.js';
import type { ConsumerRepository } from './consumer.repository.js';

/** Registers who calls our APIs, and what they say they use. */
@Injectable()
export class ConsumerService {
  constructor(
    private readonly consumers: ConsumerRepository,
    private readonly registry: RegistryRepository,
  ) {}

  list(): Promise<Consumer[]> {
    return this.consumers.list();
  }

  /** `rejected` with everything it says to use and no contract has: a slip there would call it safe when it is not. */
  async put(clientId: string, facts: ConsumerFacts, caller: Caller): Promise<Consumer> {
    const problems = await this.unknownIn(facts.uses);
    if (problems.length > 0) throw unknownUse(clientId, problems);
    return once(this.consumers.database, async (manager) => {
      const consumer = await this.consumers.put(manager, clientId, facts);
      await recordAudit(manager, {
        actor: nameOf(caller),
        action: 'consumer.put',
        subject: `consumer/${clientId}`,
        reason: null,
        after: { name: consumer.name, owner: consumer.owner, person: caller.subject },
      });
      return consumer;
    });
  }

  private async unknownIn(uses: ConsumedOperation[]): Promise<FieldProblem[]> {
    if (uses.length === 0) return [];
    const inUse = await this.registry.newest(['published', 'deprecated']);
    const named = inUse.filter(({ contract }) => uses.some((one) => one.contract === contract));
    const known = await Promise.all(
      named.map(async ({ id, kind, contract }) => {
        const { content } = readContract(kind, contract, await this.registry.textOf(id));
        return [contract, contractFields(content)] as const;
      }),
    );
    const contracts = new Map(known);
    return uses.flatMap((use, at) => unknownPartsOf(use, contracts.get(use.contract), `uses[${at}]`));
  }
}

function unknownPartsOf(
  { contract, operation, sends, reads }: ConsumedOperation,
  operations: ReturnType<typeof contractFields> | undefined,
  at: string,
): FieldProblem[] {
  if (!operations) return [{ field: `${at}.contract`, message: `${contract} is no published contract` }];
  const fields = operations.get(operation);
  if (!fields) return [{ field: `${at}.operation`, message: `${operation} is not in ${contract}` }];
  const read = new Set(Object.values(fields.read).flat());
  const missing = (list: string, names: string[], known: (name: string) => boolean): FieldProblem[] =>
    names.flatMap((name, index) =>
      known(name) ? [] : [{ field: `${at}.${list}[${index}]`, message: `${name} is no field of ${operation}` }],
    );
  return [
    ...missing('sends', sends, (name) => fields.sent.includes(name)),
    ...missing('reads', reads, (name) => read.has(name)),
  ];
}

const unknownUse = (clientId: string, fields: FieldProblem[]): Failure =>
  new Failure('rejected', `${clientId} says it uses what no contract has: ${fields[0]!.message}`, {
    code: 'unknown-use',
    record: `consumer ${clientId}`,
    remedy: 'write contract, operation and fields as the published contract has them',
    fields,
  });

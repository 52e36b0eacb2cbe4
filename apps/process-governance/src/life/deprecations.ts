import { Injectable } from '@nestjs/common';
import type { DeprecationEntry, DeprecationList } from '#contracts';
import { type Calling, type Ending, endingsIn } from '#governance';
import { contractFiles } from '../registry/contract-files.js';
import { type ReadContract, readContract } from '../registry/read-contract.js';
import type { RegistryRepository, Store } from '../registry/registry.repository.js';
import { type EndingCallers, registeredCalling } from './ending-callers.js';

/** What is to go, when, and who still uses it. */
@Injectable()
export class Deprecations {
  private readonly read = new Map<string, ReadContract & { endings: Ending[] }>();

  constructor(
    private readonly callers: EndingCallers,
    private readonly registry: RegistryRepository,
    private readonly contractsDir: string,
  ) {}

  /** Operations and fields as the documents in service announce them, and contracts as the registry has them. */
  async list(): Promise<DeprecationList> {
    const found = [...(await this.announced()), ...(await this.whole())];
    const items = found.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), 'en')).slice(0, 1000);
    return { items };
  }

  /** Subject → registered consumers that used it lately. */
  async calling(manager: Store, before: ReadContract, endings: Ending[]): Promise<ReadonlyMap<string, Calling[]>> {
    const callers = await this.callers.of(before, endings, manager);
    return new Map([...callers].map(([subject, all]) => [subject, registeredCalling(all)]));
  }

  private async announced(): Promise<DeprecationEntry[]> {
    const entries = this.inService().map(async (one) => {
      const callers = await this.callers.of(one, one.endings);
      return one.endings.map(({ kind, subject, ...ending }) => ({
        ...factsOf(one),
        ...ending,
        operation: kind === 'operation' ? subject : null,
        field: kind === 'field' ? subject : null,
        consumers: callers.get(subject)!,
      }));
    });
    return (await Promise.all(entries)).flat();
  }

  private async whole(): Promise<DeprecationEntry[]> {
    const leaving = await this.registry.newest(['deprecated']);
    return Promise.all(
      leaving.map(async (row) => ({
        ...factsOf(row),
        state: 'deprecated' as const,
        operation: null,
        field: null,
        since: row.deprecatedOn,
        sunset: row.sunset,
        successor: row.successor,
        consumers: await this.callers.ofContract(row.contract),
      })),
    );
  }

  /** Reading all documents takes a second, so each text is read once. */
  private inService(): (ReadContract & { endings: Ending[] })[] {
    return contractFiles(this.contractsDir).map(({ kind, contract, text }) => {
      const known = this.read.get(contract);
      if (known?.text === text) return known;
      const read = readContract(kind, contract, text);
      const one = { ...read, endings: endingsIn(read.content) };
      this.read.set(contract, one);
      return one;
    });
  }
}

const factsOf = ({ contract, version, owner }: Pick<DeprecationEntry, 'contract' | 'version' | 'owner'>) => ({
  contract,
  version,
  owner,
});

/** What ends first before the others; what does not say when, last. */
const keyOf = ({ sunset, contract, operation, field }: DeprecationEntry): string =>
  [sunset ?? '9999-12-31', contract, operation, field].join(' ');

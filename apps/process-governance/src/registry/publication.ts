import { raised, parseVersion } from '#governance';
import { Failure } from '#kernel';
import type { AppLogger, BackgroundService, EstateView, Person } from '#platform';
import { type ContractFile, contractFiles, estateFiles } from './contract-files.js';
import { readContract, sha256Of } from './read-contract.js';
import type { RegistryService } from './registry.service.js';

const release: Person = { subject: 'release', name: 'release', roles: [] };

interface Sources {
  contractsDir: string;
  estate: Pick<EstateView, 'estate'>;
  logger: AppLogger;
}

/** Enters into the registry, when the app starts, what this release brings. */
export class Publication implements BackgroundService {
  constructor(
    private readonly service: RegistryService,
    private readonly sources: Sources,
  ) {}

  /** Everything in an empty registry is the baseline; what is new later waits for a second person. */
  async start(): Promise<void> {
    const files = [...contractFiles(this.sources.contractsDir), ...(await this.estate())];
    if (await this.service.registry.isEmpty()) {
      const contracts = files.map(({ kind, contract, text }) => readContract(kind, contract, text));
      return this.service.enterBaseline(contracts, release);
    }
    for (const file of files) await this.enter(file);
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  /** A contract the policy refuses is no reason not to serve the others: it is logged, and not in the registry. */
  private async enter({ kind, contract, text }: ContractFile): Promise<void> {
    try {
      const known = await this.service.registry.versionsOf(contract);
      const same = known.find(({ sha256 }) => sha256 === sha256Of(text));
      if (same?.state === 'rejected') throw wasRejected(contract);
      if (!same) await this.service.enter(readContract(kind, contract, text), 'part of this release', release);
    } catch (error) {
      const { kind: failed, message, detail } = Failure.from(error);
      if (failed !== 'rejected' && failed !== 'conflict') throw error;
      const objections = (detail.fields ?? []).map((field) => field.message);
      this.sources.logger.warn(`not registered: ${[message, ...objections].join('; ')}`);
    }
  }

  /** Nobody writes a version beside the ownership matrix and the mappings: each change is the next minor one. */
  private async estate(): Promise<ContractFile[]> {
    const { estate } = this.sources;
    const files = estateFiles(estate, () => '1.0.0');
    return Promise.all(
      files.map(async (file) => {
        const known = await this.service.registry.versionsOf(file.contract);
        const newest = known.find(({ state }) => state !== 'rejected');
        if (!newest) return file;
        const as = (version: string): ContractFile =>
          estateFiles(estate, () => version).find(({ contract }) => contract === file.contract)!;
        const same = as(newest.version);
        const isSame = readContract(same.kind, same.contract, same.text).sha256 === newest.sha256;
        return isSame ? same : as(raised(parseVersion(newest.version)!, 'minor'));
      }),
    );
  }
}

const wasRejected = (contract: string): Failure =>
  new Failure('conflict', `${contract} of this release was rejected`, { code: 'rejected-before', record: contract });

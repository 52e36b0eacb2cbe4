import { type CaseView, type EvidenceRow, type EvidenceSource, runProcesses, type RunView } from '#contracts';
import type { EstateView } from '#platform';
import { stepOf } from '../line-views.js';
import type { Parts, Sources } from '../sources.js';
import type { IntegrationService } from '../views/integration.service.js';
import type { EvidenceRepository } from './evidence.repository.js';
import { gateway, lastDone, merged, type Side, sideBySide, sideOf } from './evidence.js';

type Domain = Parameters<EstateView['instanceFor']>[0];

const domains: Readonly<Record<string, Domain>> = {
  CRM: 'crm',
  ERP: 'erp',
  PSA: 'psa',
  HR: 'hr',
  scheduling: 'scheduling',
  identity: 'identity',
};

export interface EvidenceParts {
  told: EvidenceRepository;
  sources: Pick<Sources, 'of'>;
  estate: Pick<EstateView, 'instanceFor'>;
  platforms: Pick<IntegrationService, 'of'>;
}

/** What every system holds of a case: told by events, made by the run that stopped, and whether it can be asked now. */
export class EvidenceService {
  constructor(private readonly parts: EvidenceParts) {}

  /** Without asking anybody: what was told. */
  told({ stopped, correlationId, business }: CaseView): Promise<Side[]> {
    const { told } = this.parts;
    const [kind, ...rest] = stopped.split('/');
    if (kind === 'billing-line') return told.entry(rest.join('/'));
    if (kind === 'assignment') return told.assignment(rest[0]!, rest.slice(1).join('/'));
    return business.project === null ? told.person(correlationId) : told.deal(business.project);
  }

  async of(one: CaseView, answers: Parts): Promise<{ sources: EvidenceSource[]; evidence: EvidenceRow[] }> {
    const [told, made] = await Promise.all([this.told(one), this.journal(one, answers)]);
    const sides = merged([...told, ...made]).map((side) => this.placed(side, one.business.legalEntity));
    return { sources: await this.heard(sides), evidence: sideBySide(sides) };
  }

  /** Records the run that stopped has made or found. */
  private async journal({ app, runId }: CaseView, answers: Parts): Promise<Side[]> {
    const process = runProcesses.find((one) => one === app);
    if (!process || !runId) return [];
    const runs = this.parts.sources.of(process);
    const run = await answers.get<RunView | null>(app, () => runs.getRun({ id: runId }), null);
    return (run?.steps ?? [])
      .map((step) => stepOf(step, run!))
      .filter(({ system, state }) => system !== 'gateway' && state === 'done')
      .map(({ system, what, at, recordId, recordUrl }) =>
        sideOf(system, { [lastDone]: what }, { record: recordId, url: recordUrl, asOf: at }),
      );
  }

  private placed(side: Side, legalEntity: string | null): Side {
    const domain = domains[side.system];
    if (side.instance !== null || !domain || legalEntity === null) return side;
    return { ...side, instance: this.instanceFor(domain, legalEntity) };
  }

  /** An entity the estate does not have is what some cases are about. */
  private instanceFor(domain: Domain, legalEntity: string): string | null {
    try {
      return this.parts.estate.instanceFor(domain, legalEntity).name;
    } catch {
      return null;
    }
  }

  private async heard(sides: Side[]): Promise<EvidenceSource[]> {
    const names = sides.flatMap(({ instance }) => instance ?? []);
    const platforms = new Map((await this.parts.platforms.of(names)).map((one) => [one.instance, one]));
    return sides
      .map(({ facts: _facts, ...source }) => {
        const platform = source.instance === null ? undefined : platforms.get(source.instance);
        return { ...source, silent: platform ? silence(platform) : null };
      })
      .sort((one, other) => Number(one.system === gateway) - Number(other.system === gateway));
  }
}

function silence({ instance, state, since }: Awaited<ReturnType<IntegrationService['of']>>[number]): string | null {
  if (state === 'away') return `${instance} has been out of reach since ${since ?? 'a while'}`;
  return state === 'unknown' ? `nobody can say whether ${instance} can be reached` : null;
}

import type { components } from '../../../libs/contracts/src/generated/portalV1.js';
import { answer, client, once } from './api.js';

export type OwnedRun = components['schemas']['OwnedRun'];
export type OwnedRunPage = components['schemas']['OwnedRunPage'];
export type RunTimeline = components['schemas']['RunTimeline'];
export type TimelineStep = components['schemas']['TimelineStep'];
export type ObjectiveView = components['schemas']['ObjectiveView'];
export type LateRun = components['schemas']['LateRun'];
export type AppSubscription = components['schemas']['AppSubscription'];
export type AppReplay = components['schemas']['AppReplay'];
export type AppReplayRequest = components['schemas']['AppReplayRequest'];
export type ReplayItem = components['schemas']['ReplayItem'];
export type SyntheticCheck = components['schemas']['SyntheticCheck'];
export type ChaosReport = components['schemas']['ChaosReport'];
export type CutoverView = components['schemas']['CutoverView'];
export type CutoverDetail = components['schemas']['CutoverDetail'];
export type CutoverImpact = components['schemas']['CutoverImpact'];
export type AcquisitionSummary = components['schemas']['AcquisitionSummary'];
export type AcquisitionDetail = components['schemas']['AcquisitionDetail'];
export type LoanOfWorker = components['schemas']['LoanOfWorker'];
type LoanRequest = components['schemas']['LoanRequest'];
export type AcquisitionMapping = components['schemas']['AcquisitionMapping'];
export type MappingTable = components['schemas']['MappingTable'];

export const runProcesses = ['workforce', 'projects', 'billing', 'staffing', 'operations'] as const;
export const searchedSystems = ['CRM', 'HR', 'identity', 'ERP', 'PSA', 'scheduling'] as const;
export const runStates = ['running', 'waiting', 'parked', 'undoing', 'completed', 'cancelled'] as const;

/** Which runs to show; what is empty is not asked for. */
export interface RunFilter {
  process?: OwnedRun['process'];
  workflow?: string;
  state?: OwnedRun['state'];
  system?: (typeof searchedSystems)[number];
  text?: string;
  cursor?: string;
}

/** A process API and one of its runs, as addresses have them. */
interface RunPath {
  process: OwnedRun['process'];
  run: string;
}

const pathOf = (id: string): RunPath => {
  const [process, run] = id.split('/') as [OwnedRun['process'], string];
  return { process, run };
};

/** What integration support and people operations ask. */
export const operations = {
  runs: (query: RunFilter): Promise<OwnedRunPage> => answer(client.GET('/v1/runs', { params: { query } })),
  run: (id: string): Promise<RunTimeline> =>
    answer(client.GET('/v1/runs/{process}/{run}', { params: { path: pathOf(id) } })),
  rerun: (id: string, from: string, reason: string): Promise<RunTimeline> =>
    answer(
      client.POST('/v1/runs/{process}/{run}/reruns', {
        params: { path: pathOf(id), header: once() },
        body: { from, reason },
      }),
    ),
  cancel: (id: string, reason: string): Promise<RunTimeline> =>
    answer(
      client.POST('/v1/runs/{process}/{run}/cancellations', {
        params: { path: pathOf(id), header: once() },
        body: { reason },
      }),
    ),
  rehearse: (id: string): Promise<RunTimeline> =>
    answer(client.POST('/v1/runs/{process}/{run}/dry-runs', { params: { path: pathOf(id), header: once() } })),
  objectives: () => answer(client.GET('/v1/objectives')),
  subscribers: () => answer(client.GET('/v1/subscribers')),
  replay: (id: string): Promise<AppReplay> => answer(client.GET('/v1/replays/{id}', { params: { path: { id } } })),
  requestReplay: (body: AppReplayRequest): Promise<AppReplay> =>
    answer(client.POST('/v1/replays', { params: { header: once() }, body })),
  confirmReplay: (id: string, reason: string): Promise<AppReplay> =>
    answer(
      client.POST('/v1/replays/{id}/confirmations', { params: { path: { id }, header: once() }, body: { reason } }),
    ),
  chaosReports: () => answer(client.GET('/v1/chaos-reports')),
  chaosReport: (id: string): Promise<ChaosReport> =>
    answer(client.GET('/v1/chaos-reports/{id}', { params: { path: { id } } })),
  cutovers: () => answer(client.GET('/v1/cutovers')),
  cutover: (id: string): Promise<CutoverDetail> => {
    const [domain, legalEntity] = id.split('/') as ['erp', string];
    return answer(client.GET('/v1/cutovers/{domain}/{legalEntity}', { params: { path: { domain, legalEntity } } }));
  },
  acquisitions: () => answer(client.GET('/v1/acquisitions')),
  acquisition: (id: string): Promise<AcquisitionDetail> =>
    answer(client.GET('/v1/acquisitions/{id}', { params: { path: { id } } })),
  decideMapping: (
    id: string,
    { kind, foreign, version }: AcquisitionMapping,
    value: string | null,
    reason: string,
  ): Promise<AcquisitionMapping> =>
    answer(
      client.PUT('/v1/acquisitions/{id}/mappings/{kind}/{foreign}', {
        params: { path: { id, kind, foreign }, header: once() },
        body: { value, version, reason },
      }),
    ),
  loans: () => answer(client.GET('/v1/loans')),
  lend: (number: string, body: LoanRequest) =>
    answer(client.POST('/v1/workers/{number}/loans', { params: { path: { number }, header: once() }, body })),
  endLoan: ({ workerNumber: number, legalEntity }: LoanOfWorker, reason: string) =>
    answer(
      client.POST('/v1/workers/{number}/loans/{legalEntity}/returns', {
        params: { path: { number, legalEntity }, header: once() },
        body: { reason },
      }),
    ),
  mappingTables: () => answer(client.GET('/v1/mapping-tables')),
};

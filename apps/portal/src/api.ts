import createClient from 'openapi-fetch';
import type { components, paths } from '../../../libs/contracts/src/generated/portalV1.js';
import { accessToken } from './session.js';

export type Overview = components['schemas']['Overview'];
export type LineSummary = components['schemas']['LineSummary'];
export type LineView = components['schemas']['LineView'];
export type LineStep = components['schemas']['LineStep'];
export type LineDecision = components['schemas']['LineDecision'];
export type DecisionRequest = components['schemas']['DecisionRequest'];
export type Verdict = DecisionRequest['decision'];
export type CaseView = components['schemas']['CaseView'];
export type MissingPart = components['schemas']['MissingPart'];
export type Money = components['schemas']['MoneyValue'];
export type KpiView = components['schemas']['KpiView'];
export type KpiDetail = components['schemas']['KpiDetail'];
export type KpiRecord = components['schemas']['KpiRecord'];
export type KpiGrouping = (typeof kpiGroupings)[number];
export type DetectorView = components['schemas']['DetectorView'];
export type FindingList = components['schemas']['FindingList'];
export type ProjectLine = components['schemas']['ProjectLine'];
export type HeatMapRow = components['schemas']['HeatMapRow'];
export type AssignmentAtRisk = components['schemas']['AssignmentAtRisk'];
export type WhatIf = components['schemas']['WhatIf'];
export type AgeBucket = components['schemas']['AgeBucket'];
export type IntercompanyTotal = components['schemas']['IntercompanyTotal'];
export type WindowView = components['schemas']['WindowView'];
export type OnboardingView = components['schemas']['OnboardingView'];
export type WorkItem = components['schemas']['WorkItem'];
export type Alert = components['schemas']['AlertView'];
export type AlertDetail = components['schemas']['AlertDetail'];
type AlertReason = components['schemas']['AlertReason'];
export type Resolution = components['schemas']['Resolution'];
export type CaseDetail = components['schemas']['CaseDetail'];
export type CorrectionField = components['schemas']['CorrectionField'];
export type FieldProblem = components['schemas']['ProblemField'];
export type Assignment = components['schemas']['Assignment'];
export type BulkRequest = components['schemas']['BulkRequest'];
export type BulkSettlement = components['schemas']['BulkSettlement'];
export type BulkSummary = components['schemas']['BulkSummary'];
export type BulkSum = components['schemas']['BulkSum'];
export type PlatformHealth = components['schemas']['PlatformHealth'];
export type SubscriberHealth = components['schemas']['SubscriberHealth'];

export const kpiGroupings = ['practice', 'region', 'segment', 'client', 'legal-entity'] as const;
export const heatMapGroupings = ['practice', 'region', 'worker'] as const;
type HeatMapGrouping = (typeof heatMapGroupings)[number];

/** How old what is shown may be. */
export type Dated = Pick<KpiDetail, 'asOf' | 'lagSeconds' | 'missing'>;

/** An assignment that is thought about. */
export interface Plan {
  workerNumber: string;
  project: string;
  role: string;
  startDate: string;
  endDate: string;
  minutes: number;
  /** Id in the scheduler of the assignment that it would replace. */
  assignment?: string;
}

export const client = createClient<paths>({ baseUrl: location.origin });

client.use({
  async onRequest({ request }) {
    request.headers.set('authorization', `Bearer ${await accessToken()}`);
    return request;
  },
});

/** What went wrong, in words for the person who asked. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** What is wrong with which field of what was sent. */
    readonly fields: FieldProblem[] = [],
  ) {
    super(message);
  }
}

/** An error as the person in front of the page reads it. */
export const messageOf = (error: unknown): string =>
  error instanceof ApiError ? error.message : 'Something went wrong in this page.';

interface Reply<T> {
  data?: T;
  error?: { detail?: string; errors?: FieldProblem[] };
  response: Response;
}

/** What was asked for, or an `ApiError` in words. */
export async function answer<T>(reply: Promise<Reply<T>>): Promise<T> {
  const { data, error, response } = await reply.catch(() => {
    throw new ApiError(0, 'Throughline cannot be reached. Is it still running?');
  });
  if (data !== undefined && response.ok) return data;
  throw new ApiError(response.status, error?.detail ?? `The answer was ${response.status}.`, error?.errors);
}

/** Headers by which a request that is sent twice is one. */
export const once = () => ({ 'Idempotency-Key': crypto.randomUUID() });

/** Pages of a screen that are read at most; what is beyond is looked for by its own filters. */
const mostPages = 25;

/** All records of a list, page after page. */
async function everyPage<Page extends { items: unknown[]; nextCursor: string | null }>(
  read: (query: { limit: number; cursor?: string }) => Promise<Page>,
): Promise<Page> {
  const first = await read({ limit: 200 });
  let { nextCursor } = first;
  for (let page = 1; nextCursor !== null && page < mostPages; page += 1) {
    const next = await read({ limit: 200, cursor: nextCursor });
    first.items.push(...next.items);
    ({ nextCursor } = next);
  }
  return first;
}

/** Each act is another request. */
const toAlert = (id: string) => ({ path: { id }, header: once() });

/** The key of a case in addresses: `process-billing/<id>`. */
function caseOf(key: string): { app: string; id: string } {
  const [app = '', id = ''] = key.split('/');
  return { app, id };
}

export const api = {
  overview: (): Promise<Overview> => answer(client.GET('/v1/overviews')),
  lines: () => answer(client.GET('/v1/lines')),
  line: (line: string): Promise<LineView> => answer(client.GET('/v1/lines/{line}', { params: { path: { line } } })),
  kpis: () => answer(client.GET('/v1/kpis')),
  kpi: (id: string, by: KpiGrouping) =>
    answer(client.GET('/v1/kpis/{id}', { params: { path: { id }, query: { by } } })),
  kpiRecords: (id: string) =>
    answer(client.GET('/v1/kpis/{id}/records', { params: { path: { id }, query: { limit: 200 } } })),
  detectors: () => answer(client.GET('/v1/detectors')),
  findings: (id: string): Promise<FindingList> =>
    answer(client.GET('/v1/detectors/{id}/findings', { params: { path: { id } } })),
  projectLines: () => everyPage((query) => answer(client.GET('/v1/project-lines', { params: { query } }))),
  heatMap: (by: HeatMapGrouping) =>
    everyPage((query) => answer(client.GET('/v1/staffing/heat-map', { params: { query: { ...query, by } } }))),
  atRisk: () => everyPage((query) => answer(client.GET('/v1/staffing/assignments-at-risk', { params: { query } }))),
  whatIf: (plan: Plan): Promise<WhatIf> => answer(client.GET('/v1/staffing/what-if', { params: { query: plan } })),
  billingAges: () => answer(client.GET('/v1/billing/ages')),
  intercompany: () => answer(client.GET('/v1/billing/intercompany-totals')),
  windows: () => answer(client.GET('/v1/billing/windows')),
  onboardings: () => everyPage((query) => answer(client.GET('/v1/onboardings', { params: { query } }))),
  alerts: (state: 'live' | 'resolved') => answer(client.GET('/v1/alerts', { params: { query: { state } } })),
  alert: (id: string): Promise<AlertDetail> => answer(client.GET('/v1/alerts/{id}', { params: { path: { id } } })),
  acknowledge: (id: string, body: AlertReason): Promise<AlertDetail> =>
    answer(client.POST('/v1/alerts/{id}/acknowledgements', { params: toAlert(id), body })),
  mute: (id: string, body: components['schemas']['Mute']): Promise<AlertDetail> =>
    answer(client.POST('/v1/alerts/{id}/mutes', { params: toAlert(id), body })),
  unmute: (id: string, body: AlertReason): Promise<AlertDetail> =>
    answer(client.POST('/v1/alerts/{id}/unmutes', { params: toAlert(id), body })),
  resend: (id: string, body: AlertReason): Promise<AlertDetail> =>
    answer(client.POST('/v1/alerts/{id}/redeliveries', { params: toAlert(id), body })),
  workbench: () => answer(client.GET('/v1/workbench')),
  case: (key: string): Promise<CaseDetail> =>
    answer(client.GET('/v1/cases/{app}/{id}', { params: { path: caseOf(key) } })),
  resolve: (key: string, body: Resolution): Promise<CaseView> =>
    answer(client.POST('/v1/cases/{app}/{id}/resolutions', { params: { path: caseOf(key), header: once() }, body })),
  assign: (key: string, body: Assignment): Promise<CaseView> =>
    answer(client.POST('/v1/cases/{app}/{id}/assignments', { params: { path: caseOf(key), header: once() }, body })),
  comment: (key: string, text: string): Promise<CaseView> =>
    answer(
      client.POST('/v1/cases/{app}/{id}/notes', { params: { path: caseOf(key), header: once() }, body: { text } }),
    ),
  settlements: () => answer(client.GET('/v1/bulk-settlements')),
  settlement: (id: string): Promise<BulkSettlement> =>
    answer(client.GET('/v1/bulk-settlements/{id}', { params: { path: { id } } })),
  settleInBulk: (body: BulkRequest): Promise<BulkSettlement> =>
    answer(client.POST('/v1/bulk-settlements', { params: { header: once() }, body })),
  confirmSettlement: (id: string, reason: string): Promise<BulkSettlement> =>
    answer(
      client.POST('/v1/bulk-settlements/{id}/confirmations', {
        params: { path: { id }, header: once() },
        body: { reason },
      }),
    ),
  refuseSettlement: (id: string, reason: string): Promise<BulkSettlement> =>
    answer(
      client.POST('/v1/bulk-settlements/{id}/refusals', { params: { path: { id }, header: once() }, body: { reason } }),
    ),
  health: () => answer(client.GET('/v1/integration-health')),
  decide: (line: string, body: DecisionRequest): Promise<LineView> =>
    answer(
      client.POST('/v1/lines/{line}/decisions', {
        params: { path: { line }, header: once() },
        body,
      }),
    ),
};

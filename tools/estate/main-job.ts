import type { BillingOverview, CaseView, ProjectView, RunSummary } from '#contracts';
import type { Firm } from '../../apps/sandbox/src/firm/firm.js';
import type { RunningEstate, Tell } from './estate.js';
import { type Gateway, gateway } from './gateway.js';

/** What the main job left behind. */
export interface MainJobResult {
  onboardings: RunSummary[];
  mobilisations: RunSummary[];
  projects: ProjectView[];
  billing: BillingOverview;
  cases: CaseView[];
  firm: Firm;
}

/** Longest a stage may go on without finishing before the job gives up on it. */
const patienceMs = 180_000;

/** Hires become staffable, won deals become projects, a month of approved time becomes invoices. */
export async function runMainJob(estate: RunningEstate, tell: Tell): Promise<MainJobResult> {
  const { settings, issuer, sandbox, env } = estate;
  const api = gateway({ issuer: issuer.url, secretsDir: settings.secretsDir, basePort: settings.basePort, env });
  const people = async <T>(path: string, body: object = {}): Promise<T> => {
    const reply = await fetch(`${sandbox.controlUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`the sandbox refused ${path}: ${await reply.text()}`);
    return (await reply.json()) as T;
  };
  const firm = (await (await fetch(`${sandbox.controlUrl}/firm`)).json()) as Firm;

  tell(`hire → staffable: ${firm.workers.length} people in the HR system`);
  await people('/people/win-deals');
  await settled('onboarding', tell, async () => {
    const runs = await allRuns((query) => api.workforce.listRuns(query));
    return runs.length >= firm.workers.length && runs.every(stands)
      ? null
      : `${runs.filter(stands).length} of ${firm.workers.length} people`;
  });
  const won = firm.opportunities.filter(({ outcome }) => outcome === 'win');
  tell(`closed-won → mobilised: ${won.length} deals won in the CRM`);
  await settled('mobilisation', tell, async () => {
    const runs = await allRuns((query) => api.projects.listRuns(query));
    return runs.length >= won.length && runs.every(stands)
      ? null
      : `${runs.filter(stands).length} of ${won.length} deals`;
  });
  const projects = (await api.projects.listProjects({})).items;
  const refs = Object.fromEntries(projects.map(({ opportunityCode, code }) => [opportunityCode, code]));
  await people('/people/staff-projects', { projects: refs });
  const worked = await people<{ refused: { what: string; why: string }[] }>('/people/work-the-month', {
    projects: refs,
  });
  const entries = firm.timeEntries.filter(
    ({ project }) => refs[project] ?? firm.legacyProjects.some(({ code }) => code === project),
  );
  const recorded = entries.length - worked.refused.length;
  tell(`approved time → billed: ${recorded} entries recorded and approved in the PSA`);
  await settled('billing', tell, () => billingStands(api, recorded));
  return {
    onboardings: await allRuns((query) => api.workforce.listRuns(query)),
    mobilisations: await allRuns((query) => api.projects.listRuns(query)),
    projects,
    billing: await api.billing.getBillingOverview({}),
    cases: (await api.operations.listCases({ state: 'open' })).items,
    firm,
  };
}

/** Nothing moves it any more without a person. */
const stands = ({ state }: RunSummary): boolean => ['completed', 'parked', 'cancelled'].includes(state);

async function billingStands(api: Gateway, recorded: number): Promise<string | null> {
  const { totals } = await api.billing.getBillingOverview({});
  const count = (states: string[]): number =>
    totals.filter(({ state }) => states.includes(state)).reduce((sum, { lines }) => sum + lines, 0);
  const all = count(['waiting', 'ready', 'posting', 'posted', 'stopped', 'skipped', 'not-billable', 'withdrawn']);
  const open = count(['waiting', 'ready', 'posting']);
  const runs = await allRuns((query) => api.billing.listRuns(query));
  return all >= recorded && open === 0 && runs.every(stands) ? null : `${all - open} of ${recorded} entries`;
}

type Query = { limit: number; cursor?: string };

async function allRuns(
  list: (query: Query) => Promise<{ items: RunSummary[]; nextCursor: string | null }>,
): Promise<RunSummary[]> {
  const runs: RunSummary[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: RunSummary[]; nextCursor: string | null } = await list({
      limit: 200,
      ...(cursor && { cursor }),
    });
    runs.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return runs;
}

/** Looks again until nothing is left to say, telling about the progress. */
async function settled(stage: string, tell: Tell, left: () => Promise<string | null>): Promise<void> {
  const until = Date.now() + patienceMs;
  let told = Date.now();
  for (;;) {
    const progress = await left();
    if (progress === null) return;
    if (Date.now() > until) throw new Error(`${stage} did not finish: ${progress}`);
    if (Date.now() - told > 2_000) {
      tell(`  ${progress} so far`);
      told = Date.now();
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

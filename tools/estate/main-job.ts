import type { BillingOverview, CaseView, Project, RunSummary } from '#contracts';
import type { EstateView } from '#platform';
import type { Firm } from '../../apps/sandbox/src/firm/firm.js';
import type { RunningEstate, Tell } from './estate.js';
import { allPages, billingOf, mobilisationsOf, onboardingsOf, projectsOf } from './example-work.js';
import { gateway } from './gateway.js';

/** What the main job left behind. */
export interface MainJobResult {
  onboardings: RunSummary[];
  mobilisations: RunSummary[];
  assignments: RunSummary[];
  projects: Project[];
  billing: BillingOverview;
  cases: CaseView[];
  firm: Firm;
}

/** Longest a stage may go on without finishing before the job gives up on it. */
const patienceMs = 180_000;

/** Hires become staffable, won deals become projects, a month of approved time becomes invoices. */
export async function runMainJob(estate: RunningEstate, tell: Tell): Promise<MainJobResult> {
  const { settings, issuer, sandbox, env, view } = estate;
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
    const runs = await onboardingsOf(api, firm);
    return runs.length >= firm.workers.length && runs.every(stands)
      ? null
      : `${runs.filter(stands).length} of ${firm.workers.length} people`;
  });
  const won = firm.opportunities.filter(({ outcome }) => outcome === 'win');
  tell(`closed-won → mobilised: ${won.length} deals won in the CRM`);
  await settled('mobilisation', tell, async () => {
    const runs = await mobilisationsOf(api, firm);
    return runs.length >= won.length && runs.every(stands)
      ? null
      : `${runs.filter(stands).length} of ${won.length} deals`;
  });
  const projects = await projectsOf(api, firm);
  const refs = Object.fromEntries(projects.map(({ deal, code }) => [deal.code, code]));
  const staffed = await people<Deeds>('/people/staff-projects', { projects: refs });
  const plans = firm.staffing.filter(({ opportunity }) => refs[opportunity]);
  tell(`staffed → assigned: ${plans.length - staffed.refused.length} people put on projects in scheduling`);
  // Whoever records time has to be known to the PSA as assigned: by itself, where it is the scheduler too.
  const carried = projects.filter(({ legalEntity }) => isCarried(legalEntity, view));
  const places = plans.filter(({ opportunity }) => isOf(carried, opportunity)).length - staffed.refused.length;
  await settled('assignment', tell, async () => {
    const runs = assignmentRuns(await allPages((page) => api.staffing.listRuns(page)), carried);
    const standing = runs.filter(stands).length;
    return runs.length >= places && standing === runs.length ? null : `${standing} of ${places} assignments`;
  });
  const worked = await people<Deeds>('/people/work-the-month', { projects: refs });
  const entries = firm.timeEntries.filter(({ project }) => refs[project] ?? isLegacy(firm, project));
  const recorded = entries.length - worked.refused.length;
  tell(`approved time → billed: ${recorded} entries recorded and approved in the PSA`);
  await settled('billing', tell, async () => {
    await people('/people/run-billing');
    return billingStands(await billingOf(api, firm), await allPages((page) => api.billing.listRuns(page)), recorded);
  });
  return {
    onboardings: await onboardingsOf(api, firm),
    mobilisations: await mobilisationsOf(api, firm),
    assignments: assignmentRuns(await allPages((page) => api.staffing.listRuns(page)), carried),
    projects,
    billing: await billingOf(api, firm),
    cases: (await api.operations.listCases({ state: 'open' })).items,
    firm,
  };
}

/** What the sandbox tells of what its people did. */
interface Deeds {
  refused: { what: string; why: string }[];
}

const isLegacy = ({ legacyProjects }: Firm, project: string): boolean =>
  legacyProjects.some(({ code }) => code === project);

const isOf = (projects: Project[], opportunity: string): boolean =>
  projects.some(({ deal }) => deal.code === opportunity);

/** Whether assignments go from a scheduler to another system that is the PSA. */
function isCarried(legalEntity: string, view: EstateView): boolean {
  return view.instanceFor('psa', legalEntity).name !== view.instanceFor('scheduling', legalEntity).name;
}

/** Carried assignments of projects from here; those of before the gateway are nobody's concern. */
const assignmentRuns = (runs: RunSummary[], projects: Project[]): RunSummary[] =>
  runs.filter(
    ({ workflow, business }) =>
      workflow === 'assignment-sync' && projects.some(({ code }) => code === business.project),
  );

/** Nothing moves it any more without a person. */
const stands = ({ state }: RunSummary): boolean => ['completed', 'parked', 'cancelled'].includes(state);

function billingStands({ totals }: BillingOverview, runs: RunSummary[], recorded: number): string | null {
  const count = (states: string[]): number =>
    totals.filter(({ state }) => states.includes(state)).reduce((sum, { lines }) => sum + lines, 0);
  const all = count(['waiting', 'ready', 'posting', 'posted', 'stopped', 'skipped', 'not-billable', 'withdrawn']);
  const open = count(['waiting', 'ready', 'posting']);
  return all >= recorded && open === 0 && runs.every(stands) ? null : `${all - open} of ${recorded} entries`;
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

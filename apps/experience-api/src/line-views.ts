import type {
  BillingOverview,
  CaseView,
  LineStep,
  LineSummary,
  LineView,
  MissingPart,
  Overview,
  RunSummary,
  RunView,
  Tally,
} from '#contracts';
import { totalsByCurrency } from '#kernel';
import { systemOf } from './runs/step-systems.js';

/** Views are pure functions of several answers. */

export interface OverviewParts {
  onboardings: RunSummary[];
  mobilisations: RunSummary[];
  billing: BillingOverview;
  cases: CaseView[];
  missing: MissingPart[];
}

export function overviewOf({ onboardings, mobilisations, billing, cases, missing }: OverviewParts): Overview {
  return {
    workers: tallies(onboardings),
    deals: tallies(mobilisations),
    billed: totalsByCurrency(billing.invoices.map(({ total }) => total)),
    atRisk: totalsByCurrency(cases.flatMap(({ business }) => business.moneyAtRisk ?? [])),
    openCases: cases.length,
    missing,
  };
}

function tallies(runs: RunSummary[]): Tally[] {
  const states = [...new Set(runs.map(({ state }) => state))].sort();
  return states.map((name) => ({ name, count: runs.filter(({ state }) => state === name).length }));
}

/** Code of the deal, as the project code carries it. */
export const dealCode = (run: RunSummary): string => run.business.project?.replace(/^P-/, '') ?? run.key;

export function summaryOf(run: RunSummary, billing: BillingOverview, cases: CaseView[]): LineSummary {
  const { project, client, legalEntity, moneyAtRisk } = run.business;
  const [billed] = totalsByCurrency(
    billing.invoices.filter((invoice) => invoice.project === project).map(({ total }) => total),
  );
  return {
    key: dealCode(run),
    title: run.title.replace(/^Mobilisation of \S+ /, ''),
    client,
    project,
    legalEntity,
    state: run.state,
    value: moneyAtRisk,
    billed: billed ?? null,
    openCases: casesOf(run, cases).length,
  };
}

const casesOf = (run: RunSummary, cases: CaseView[]): CaseView[] =>
  cases.filter(
    ({ runId, business }) =>
      runId === run.id || (business.project !== null && business.project === run.business.project),
  );

export function lineOf(run: RunView, billing: BillingOverview, cases: CaseView[], missing: MissingPart[]): LineView {
  const { project } = run.business;
  const none: BillingOverview = { totals: [], invoices: [] };
  const ofProject = project === null ? none : billing;
  return {
    ...summaryOf(run, ofProject, cases),
    correlationId: run.correlationId,
    steps: run.steps.map((step) => stepOf(step, run)),
    time: ofProject.totals.filter((total) => total.project === project),
    invoices: ofProject.invoices.filter((invoice) => invoice.project === project),
    cases: casesOf(run, cases),
    missing,
  };
}

const states: Record<RunView['steps'][number]['state'], LineStep['state']> = {
  intent: 'running',
  deferred: 'running',
  done: 'done',
  undoing: 'running',
  undone: 'undone',
  'undo-failed': 'stopped',
};

/** A step as people read it: where it acted, what came of it. */
export function stepOf(step: RunView['steps'][number], run: RunView): LineStep {
  const last = step.attempts.at(-1);
  const failed = step.state === 'intent' && last?.outcome === 'failed';
  const { id = step.refs?.number, url } = step.refs ?? {};
  return {
    system: systemOf(step.name, run.workflow),
    what: step.name,
    state: failed ? 'stopped' : states[step.state],
    at: step.finishedAt ?? step.startedAt,
    tries: step.attempts.length,
    recordId: typeof id === 'string' ? id : null,
    recordUrl: typeof url === 'string' ? url : null,
    failure: failed ? (last.failure ?? null) : null,
    decision: decisionAt(step.name, run),
  };
}

function decisionAt(step: string, run: RunView): LineStep['decision'] {
  const wait = run.waits.find((one) => one.kind === 'decision' && one.step === step);
  if (!wait) return null;
  const { roles, fourEyes, since } = wait;
  return { roles, fourEyes, since };
}

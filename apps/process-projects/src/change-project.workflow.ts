import { events, type ForecastChange, type RunState } from '#contracts';
import { addMoney, derivedId, Failure, negateMoney } from '#kernel';
import { defineWorkflow, type Flow } from '#workflow';
import { assertChangeable, dayOf, reasonsToApprove, saysTheSame } from './change-rules.js';
import { forecastOf, isPlannable } from './forecast.js';
import type { MobilisableDeal } from './mobilisation-rules.js';
import { mobiliseProject, type ProjectServices } from './mobilise-project.workflow.js';
import { billingOf, demandOf, dimensionsOf, placeInTime, shellOf } from './project-bodies.js';
import type { ProjectRepository, ProjectTerms, Turn } from './project.repository.js';
import { firstDayChanged, newRates, revisedRates } from './rate-card.js';

export interface ChangeProject {
  /** CRM instance the deal was changed in. */
  instance: string;
  opportunityId: string;
  /** Last change of the deal when it was told. */
  dealVersion: string;
}

export interface ChangeServices extends ProjectServices {
  /** State of a run of this app; null where there is no such run. */
  stateOf: (runId: string) => Promise<RunState | null>;
}

const keyOf = ({ instance, opportunityId, dealVersion }: ChangeProject): string =>
  `${instance}/${opportunityId}/${dealVersion}`;

/** A won deal that was changed reaches every system that holds a part of it (E13, E14). */
export const changeProject = defineWorkflow<ChangeProject, ChangeServices>({
  name: 'project-change',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'revenue', recovery: 'compensate', slo: '15m' },
  owners: { rejected: 'pmo', conflict: 'finance-operations', default: 'integration-operations' },
  startsOn: {
    types: [events.opportunityChanged],
    input: (event) => {
      const { instance, id, opportunity } = event.data as InstanceType<typeof events.opportunityChanged.data>;
      return { instance, opportunityId: id, dealVersion: opportunity.modifiedAt };
    },
  },
  waitsFor: [events.runEnded],
  runKey: keyOf,

  async run(flow, input, services) {
    const { systems, estate, projects } = services;
    const { terms, waited } = await mobilised(flow, input, services);
    const title = `Change of ${terms?.opportunityCode ?? `deal ${input.opportunityId}`}`;
    if (!terms) return flow.about({ title: `${title}: it was not mobilised here, nothing to do` });
    const { code: project, client, legalEntity } = terms;
    flow.about({ title, project, client, legalEntity });
    // After a mobilisation that ran meanwhile, nobody knows which version of the deal each system was told.
    if (!waited && terms.deal && terms.deal.modifiedAt >= input.dealVersion)
      return flow.about({ title: `${title}: superseded by that of ${terms.deal.modifiedAt}` });

    const changed = await flow.read('deal', () =>
      systems.named('crm', input.instance).getOpportunity({ id: input.opportunityId }),
    );
    flow.about({ moneyAtRisk: changed.amount });
    await flow.check('the change can be made', () => assertChangeable(changed, terms, estate), { corrects: 'deal' });
    const deal = changed as MobilisableDeal;
    if (!waited && terms.deal && saysTheSame(terms.deal, deal))
      return flow.about({ title: `${title}: nothing new for other systems` });

    const { items } = await flow.read('assignments in scheduling', () =>
      systems.for('scheduling', legalEntity).listAssignments({ project }).catch(nobodyYet),
    );
    const { projectChange } = estate.policies;
    const reasons = reasonsToApprove(terms, deal, items, projectChange);
    if (reasons.length > 0) {
      flow.about({ title: `${title}: ${reasons.join('; ')}` });
      await flow.approval(`the change as of ${deal.modifiedAt} is approved`, {
        roles: projectChange.approvers,
        fourEyes: true,
      });
    }
    const turn = await takeTurn(
      flow,
      { project, holder: keyOf(input), dealVersion: deal.modifiedAt, again: waited },
      projects,
    );
    if (turn.state === 'superseded')
      return flow.about({ title: `${title}: superseded by that of ${turn.terms.deal?.modifiedAt}` });
    const left = await carryThrough(flow, deal, turn, services);
    await flow.step('let the next change begin', { act: () => projects.endTurn(project, turn.holder) });
    flow.about({ title: left.length > 0 ? `${title}: ${left.join('; ')}`.slice(0, 300) : title });
  },
});

/** The terms to be changed; a mobilisation that still runs is waited for. */
async function mobilised(
  flow: Flow,
  { instance, opportunityId }: ChangeProject,
  { projects, stateOf }: ChangeServices,
): Promise<{ terms: ProjectTerms | null; waited: boolean }> {
  const id = derivedId('run', mobiliseProject.name, mobiliseProject.runKey({ instance, opportunityId }));
  const now = await flow.read('mobilisation', async () => ({
    state: await stateOf(id),
    terms: await projects.ofDeal(opportunityId),
  }));
  if (now.state === null || now.state === 'completed' || now.state === 'cancelled')
    return { terms: now.state === 'cancelled' ? null : now.terms, waited: false };
  await flow.waitFor('the mobilisation has ended', { event: events.runEnded, data: { id } });
  const then = await flow.read('what was mobilised', async () => ({
    state: await stateOf(id),
    terms: await projects.ofDeal(opportunityId),
  }));
  return { terms: then.state === 'cancelled' ? null : then.terms, waited: true };
}

/** Waits until no other change of the project is under way. */
async function takeTurn(
  flow: Flow,
  { project, holder, dealVersion, again }: { project: string; holder: string; dealVersion: string; again: boolean },
  projects: ProjectRepository,
): Promise<Turn> {
  for (let round = 1; ; round += 1) {
    const turn = await flow.step(`take turn ${round}`, {
      act: () => projects.takeTurn(project, holder, dealVersion, again),
      undo: () => projects.endTurn(project, holder),
    });
    if (turn.state !== 'theirs') return turn;
    const id = derivedId('run', 'project-change', turn.holder);
    await flow.waitFor(`the change before has ended ${round}`, { event: events.runEnded, data: { id } });
  }
}

/**
 * Tells every system, money first; answers what a system cannot be told. A deal that was read anew is told in full, under
 * names of its own.
 */
async function carryThrough(
  flow: Flow,
  deal: MobilisableDeal,
  { terms, holder }: Turn,
  services: ChangeServices,
): Promise<string[]> {
  const { systems, estate, projects } = services;
  const { code: project, legalEntity, erpId, deal: old } = terms;
  const [erp, psa, scheduling] = [
    systems.for('erp', legalEntity),
    systems.for('psa', legalEntity),
    systems.for('scheduling', legalEntity),
  ];
  const at = { reference: project };
  const version = deal.modifiedAt;
  const rates = revisedRates(terms.rates, deal.lines, dayOf(deal, estate));

  const { customerId } = await flow.read(`project in ERP for ${version}`, () => erp.getProject(at));
  if (customerId)
    await flow.step(`change project in ERP to ${version}`, {
      act: (key) => erp.putProject({ ...at, key, body: shellOf(deal, customerId) }),
      ...(old && { undo: (key: string) => erp.putProject({ ...at, key, body: shellOf(old, customerId) }) }),
      corrects: 'deal',
    });
  await flow.step(`change billing in ERP to ${version}`, {
    act: (key) => erp.setUpBilling({ ...at, key, body: billingOf(deal, rates) }),
    ...(old && { undo: (key: string) => erp.setUpBilling({ ...at, key, body: billingOf(old, terms.rates) }) }),
    corrects: 'deal',
    refused: (failure) =>
      new Failure('rejected', failure.message, {
        ...failure.detail,
        code: 'billing-setup-failed',
        record: `project ${project}`,
      }),
  });
  await flow.step(`change workspace in PSA to ${version}`, {
    act: (key) => psa.changeProject({ ...at, key, body: placeInTime(deal) }),
    ...(old && { undo: (key: string) => psa.changeProject({ ...at, key, body: placeInTime(old) }) }),
    corrects: 'deal',
  });
  await flow.step(`change financial dimensions in PSA to ${version}`, {
    act: (key) => psa.putFinancialDimensions({ ...at, key, body: dimensionsOf(deal, erpId) }),
    ...(old && { undo: (key: string) => psa.putFinancialDimensions({ ...at, key, body: dimensionsOf(old, erpId) }) }),
  });
  const left: string[] = [];
  for (const [effectiveFrom, added] of newRates(terms.rates, rates)) {
    const body = {
      effectiveFrom,
      rates: added.map(({ role, hourlyRate }) => ({ roleName: estate.mapped('roleNames', role) ?? role, hourlyRate })),
    };
    const told = await flow.step(`state rates from ${effectiveFrom} in PSA for ${version}`, {
      act: (key) => psa.putRates({ ...at, key, body }).then(() => ({ left: null }), notThere),
    });
    if (told.left !== null) left.push(`rates from ${effectiveFrom} are not in the PSA, it ${told.left}`);
  }

  for (const line of demanded(deal, terms)) {
    const before = old?.lines.find(({ role }) => role === line.role) ?? { ...line, minutes: 0 };
    await flow.step(`put demand for ${line.role} of ${version}`, {
      act: (key) =>
        scheduling.putDemand({
          reference: `${project}/${line.role}`,
          key,
          body: demandOf(deal, project, line, estate),
        }),
      ...(old && {
        undo: (key: string) =>
          scheduling.putDemand({
            reference: `${project}/${line.role}`,
            key,
            body: demandOf(old, project, before, estate),
          }),
      }),
      corrects: 'deal',
    });
  }

  const after = forecastOf(project, { deal, rates }).total;
  const isNew = !old || !saysTheSame(old, deal);
  const lastChange = isNew ? { dealVersion: version, after, ...comparedWith(terms, after) } : terms.lastChange;
  await flow.step(`register the terms of ${version}`, {
    act: () => projects.change({ ...terms, ...termsOf(deal), rates, lastChange }, holder),
    undo: () => projects.change(terms, holder),
  });
  await flow.publish(`tell that the project is changed to ${version}`, {
    type: events.projectChanged,
    subject: `project/${project}`,
    data: {
      project,
      deal: deal.code,
      name: deal.name,
      legalEntity,
      dealVersion: version,
      ratesFrom: firstDayChanged(terms.rates, rates),
    },
  });
  return left;
}

const termsOf = (deal: MobilisableDeal) => ({
  name: deal.name,
  contractNumber: deal.contractNumber,
  taxCode: deal.taxCode,
  startDate: deal.startDate,
  endDate: deal.endDate,
  deal,
});

/** Roles sold, and those that were: for these nobody is asked any more. */
function demanded({ lines }: MobilisableDeal, { rates }: ProjectTerms): { role: string; minutes: number }[] {
  const sold = lines.map(({ role, minutes }) => ({ role, minutes }));
  const gone = [...new Set(rates.map(({ role }) => role))].filter((role) => !lines.some((line) => line.role === role));
  return [...sold, ...gone.map((role) => ({ role, minutes: 0 }))];
}

function comparedWith(
  { code, deal, rates }: ProjectTerms,
  after: ForecastChange['after'],
): Pick<ForecastChange, 'before' | 'difference'> {
  const before = deal && isPlannable(deal.startDate, deal.endDate) ? forecastOf(code, { deal, rates }).total : null;
  return { before, difference: before && addMoney(after, negateMoney(before)) };
}

/** What a platform cannot be told stays with people; everything else goes on. */
function notThere(error: unknown): { left: string | null } {
  const failure = Failure.from(error);
  if (failure.kind !== 'unsupported') throw failure;
  return { left: failure.message.slice(0, 120) };
}

/** The scheduler has heard of no such project, so nobody is assigned. */
function nobodyYet(error: unknown) {
  const failure = Failure.from(error);
  if (failure.kind !== 'not-found') throw failure;
  return { items: [] };
}

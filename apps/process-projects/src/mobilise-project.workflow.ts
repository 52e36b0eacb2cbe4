import { events } from '#contracts';
import { Failure, nothingThere } from '#kernel';
import type { EstateView, Systems } from '#platform';
import { defineWorkflow } from '#workflow';
import {
  assertMobilisable,
  type CustomerCandidates,
  existingCustomer,
  type MobilisableDeal,
} from './mobilisation-rules.js';
import {
  billingOf,
  customerOf,
  demandOf,
  dimensionsOf,
  ratesOf,
  registered,
  shellOf,
  workspaceOf,
} from './project-bodies.js';
import type { ProjectRepository } from './project.repository.js';

export interface MobiliseProject {
  /** CRM instance the deal was won in. */
  instance: string;
  opportunityId: string;
}

export interface ProjectServices {
  systems: Systems;
  estate: EstateView;
  projects: ProjectRepository;
}

/** From a won deal to a project people can work on, in the one order finance allows (E2, E3, H7). */
export const mobiliseProject = defineWorkflow<MobiliseProject, ProjectServices>({
  name: 'project-mobilisation',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'revenue', recovery: 'compensate', slo: '15m' },
  owners: { rejected: 'pmo', conflict: 'finance-operations', default: 'integration-operations' },
  startsOn: {
    types: [events.opportunityWon],
    input: (event) => {
      const { instance, id } = event.data as { instance: string; id: string };
      return { instance, opportunityId: id };
    },
  },
  runKey: ({ instance, opportunityId }) => `${instance}/${opportunityId}`,

  async run(flow, { instance, opportunityId }, { systems, estate, projects }) {
    const won = await flow.read('deal', () => systems.named('crm', instance).getOpportunity({ id: opportunityId }));
    const code = `P-${won.code}`;
    flow.about({
      title: `Mobilisation of ${won.code} ${won.name}`,
      project: code,
      client: won.account?.name ?? null,
      legalEntity: won.legalEntity,
      moneyAtRisk: won.amount,
    });
    await flow.check('deal can be mobilised', () => assertMobilisable(won, estate), { corrects: 'deal' });
    const deal = won as MobilisableDeal;
    const state = { project: code, deal: deal.code, name: deal.name, legalEntity: deal.legalEntity };
    const erp = systems.for('erp', deal.legalEntity);
    const psa = systems.for('psa', deal.legalEntity);
    const scheduling = systems.for('scheduling', deal.legalEntity);

    const { account } = deal;
    const candidates = await flow.read<CustomerCandidates>('customer', () =>
      erp.findCustomers({
        ...(account.code && { reference: account.code }),
        ...(account.taxNumber ? { taxNumber: account.taxNumber } : { name: account.name }),
      }),
    );
    await flow.check('customer is unambiguous', () => void existingCustomer(account, candidates), {
      corrects: 'customer',
    });
    const known = existingCustomer(account, candidates);
    const customerId =
      known ??
      (
        await flow.step('create customer in ERP', {
          act: (key) => erp.putCustomer({ reference: account.code ?? account.id, key, body: customerOf(deal) }),
          corrects: 'deal',
        })
      ).id;

    const erpProject = await flow.step('create project shell in ERP', {
      act: (key) => erp.putProject({ reference: code, key, body: shellOf(deal, customerId) }),
      undo: (key) => erp.closeProject({ reference: code, key }).catch(nothingThere),
      corrects: 'deal',
    });
    await flow.step('set up billing in ERP', {
      act: (key) => erp.setUpBilling({ reference: code, key, body: billingOf(deal, ratesOf(deal)) }),
      corrects: 'deal',
      refused: (failure) =>
        new Failure('rejected', failure.message, {
          ...failure.detail,
          code: 'billing-setup-failed',
          record: `project ${code}`,
        }),
    });
    const client = await flow.step('create client in PSA', {
      act: (key) => psa.putClient({ reference: account.code ?? account.id, key, body: { name: account.name } }),
    });
    const workspace = await flow.step('create delivery workspace in PSA', {
      act: (key) => psa.putProject({ reference: code, key, body: workspaceOf(deal, client.id) }),
      undo: (key) => psa.archiveProject({ reference: code, key }),
      corrects: 'deal',
    });
    await flow.publish('tell that the project is created', {
      type: events.projectCreated,
      subject: `project/${code}`,
      data: state,
    });
    await flow.step('write financial dimensions to PSA', {
      act: (key) => psa.putFinancialDimensions({ reference: code, key, body: dimensionsOf(deal, erpProject.id) }),
    });
    await flow.step('activate project in ERP', {
      act: (key) => erp.activateProject({ reference: code, key }),
      refused: (failure) =>
        new Failure('rejected', failure.message, {
          ...failure.detail,
          code: 'billing-setup-failed',
          record: `project ${code}`,
        }),
    });
    await flow.step('register the terms agreed', {
      act: () => projects.put(registered(deal, { code, erpId: erpProject.id, psaId: workspace.id })),
    });
    await flow.publish('tell that the project is active', {
      type: events.projectActivated,
      subject: `project/${code}`,
      data: state,
    });

    // Only now may anybody be asked for, and only then may time be recorded.
    for (const line of deal.lines) {
      await flow.step(`publish demand for ${line.role}`, {
        act: (key) =>
          scheduling.putDemand({ reference: `${code}/${line.role}`, key, body: demandOf(deal, code, line, estate) }),
      });
    }
    await flow.step('open time capture in PSA', { act: (key) => psa.openTimeCapture({ reference: code, key }) });
    await flow.publish('tell that staffing can begin', {
      type: events.projectStaffingReady,
      subject: `project/${code}`,
      data: state,
    });
  },
});

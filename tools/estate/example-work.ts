import type { BillingOverview, Project, RunSummary } from '#contracts';
import type { Firm } from '../../apps/sandbox/src/firm/firm.js';
import type { Gateway } from './gateway.js';

/** What the gateway did about the example's own month: the firm may have gone on working since. */

export async function onboardingsOf(api: Gateway, { workers }: Firm): Promise<RunSummary[]> {
  const titles = new Set(workers.map(({ number }) => `Onboarding of worker ${number}`));
  const runs = await allPages((page) => api.workforce.listRuns({ workflow: 'worker-onboarding', ...page }));
  return runs.filter(({ title }) => titles.has(title));
}

export async function mobilisationsOf(api: Gateway, firm: Firm): Promise<RunSummary[]> {
  const codes = projectCodes(firm);
  const runs = await allPages((page) => api.projects.listRuns({ workflow: 'project-mobilisation', ...page }));
  return runs.filter(({ business }) => codes.has(business.project ?? ''));
}

export async function projectsOf(api: Gateway, firm: Firm): Promise<Project[]> {
  const codes = projectCodes(firm);
  return (await allPages((page) => api.projects.listProjects(page))).filter(({ code }) => codes.has(code));
}

/** Time without a project is of the example: nobody records any afterwards. */
export async function billingOf(api: Gateway, firm: Firm): Promise<BillingOverview> {
  const codes = new Set([...projectCodes(firm), ...firm.legacyProjects.map(({ code }) => code)]);
  const { totals, invoices } = await api.billing.getBillingOverview({});
  return {
    totals: totals.filter(({ project }) => project === null || codes.has(project)),
    invoices: invoices.filter(({ project }) => codes.has(project)),
  };
}

const projectCodes = ({ opportunities }: Firm): Set<string> => new Set(opportunities.map(({ code }) => `P-${code}`));

interface Page {
  limit: number;
  cursor?: string;
}

export async function allPages<T>(
  list: (page: Page) => Promise<{ items: T[]; nextCursor: string | null }>,
): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: T[]; nextCursor: string | null } = await list({ limit: 200, ...(cursor && { cursor }) });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}

import { Decimal } from 'decimal.js';
import type { MoneyValue, Project } from '#contracts';
import { priceOfMinutes, totalsByCurrency } from '#kernel';
import type { Firm } from '../../apps/sandbox/src/firm/firm.js';
import type { MainJobResult } from './main-job.js';

/** The result of the main job as lines for a person. */
export function report(result: MainJobResult): string[] {
  const { onboardings, mobilisations, projects, billing, cases } = result;
  const ready = onboardings.filter(({ state }) => state === 'completed').length;
  const mobilised = mobilisations.filter(({ state }) => state === 'completed').length;
  const posted = billing.totals.filter(({ state }) => state === 'posted');
  const minutes = posted.reduce((sum, total) => sum + total.minutes, 0);
  const billed = totalsByCurrency(billing.invoices.map(({ total }) => total));
  return [
    '',
    `${ready} of ${onboardings.length} people are staffable, ${mobilised} of ${mobilisations.length} won deals are mobilised`,
    `${hours(minutes)} h billed on ${billing.invoices.length} invoices: ${billed.map(text).join(' and ') || 'nothing'}`,
    '',
    ...table(
      ['project', 'client', 'entity', 'ERP id', 'PSA id', 'hours', 'billed'],
      projects.map((project) => {
        const own = billing.invoices.filter((invoice) => invoice.project === project.code);
        return [
          project.code,
          project.client,
          project.legalEntity,
          idIn(project, 'erp'),
          idIn(project, 'psa'),
          hours(own.reduce((sum, invoice) => sum + invoice.minutes, 0)),
          totalsByCurrency(own.map(({ total }) => total))
            .map(text)
            .join(' '),
        ];
      }),
    ),
    '',
    `${cases.length} exceptions wait for a person, money at risk first:`,
    ...table(
      ['exception', 'class', 'owner', 'at risk', 'what'],
      cases.map((one) => [
        one.code,
        one.class,
        one.owner,
        one.business.moneyAtRisk ? text(one.business.moneyAtRisk) : '-',
        short(one.message),
      ]),
    ),
  ];
}

/** What is wrong with the result; empty when all is accounted for, and hours and money are right to the cent. */
export const verify = (result: MainJobResult): string[] => [...unaccounted(result), ...wronglyBilled(result)];

/** Every hire and every won deal is through, or has a named exception; a job that did nothing is not right. */
function unaccounted({ onboardings, mobilisations, assignments, cases, billing, firm }: MainJobResult): string[] {
  const problems: string[] = [];
  const won = firm.opportunities.filter(({ outcome }) => outcome === 'win').length;
  if (onboardings.length !== firm.workers.length)
    problems.push(`${onboardings.length} of ${firm.workers.length} hires were taken up`);
  if (mobilisations.length !== won) problems.push(`${mobilisations.length} of ${won} won deals were taken up`);
  const explained = new Set(cases.map(({ runId }) => runId));
  for (const { id, title, state } of [...onboardings, ...mobilisations, ...assignments])
    if (state !== 'completed' && !explained.has(id)) problems.push(`${title} is ${state}, and nobody is told`);
  if (billing.invoices.length === 0) problems.push('there is no invoice');
  return problems;
}

function wronglyBilled(result: MainJobResult): string[] {
  const expected = expectedBilling(
    result.firm,
    result.projects.map(({ deal }) => deal.code),
  );
  const minutes = result.billing.totals
    .filter(({ state }) => state === 'posted')
    .reduce((sum, total) => sum + total.minutes, 0);
  const billed = totalsByCurrency(result.billing.invoices.map(({ total }) => total));
  const problems: string[] = [];
  if (minutes !== expected.minutes) problems.push(`${minutes} minutes are billed, ${expected.minutes} are right`);
  if (billed.map(text).join() !== expected.money.map(text).join()) {
    problems.push(
      `${billed.map(text).join(', ') || 'nothing'} is billed, ${expected.money.map(text).join(', ')} is right`,
    );
  }
  return problems;
}

/** What the firm's own time sheets and contracts come to, computed without looking at the gateway. */
function expectedBilling(firm: Firm, mobilised: string[]): { minutes: number; money: MoneyValue[] } {
  const clean = firm.timeEntries.filter(({ project, billable, hourlyRate, role }) => {
    const sold = firm.opportunityLines.some((line) => line.opportunity === project && line.role === role);
    return billable && sold && hourlyRate === '' && mobilised.includes(project);
  });
  const prices = clean.map((entry) => {
    const { currency } = firm.opportunities.find(({ code }) => code === entry.project)!;
    const { hourlyRate } = firm.opportunityLines.find(
      (line) => line.opportunity === entry.project && line.role === entry.role,
    )!;
    return priceOfMinutes(entry.minutes, { amount: hourlyRate, currency });
  });
  return { minutes: clean.reduce((sum, entry) => sum + entry.minutes, 0), money: totalsByCurrency(prices) };
}

export const text = ({ amount, currency }: MoneyValue): string => `${grouped(amount)} ${currency}`;
const grouped = (amount: string): string => new Decimal(amount).toFixed(2).replace(/\B(?=(\d{3})+(?!\d)\.)/g, ',');
const hours = (minutes: number): string => new Decimal(minutes).dividedBy(60).toFixed(2);
const idIn = ({ references }: Project, wanted: 'erp' | 'psa'): string =>
  references.find(({ domain }) => domain === wanted)?.id ?? '';
const short = (message: string): string => (message.length > 90 ? `${message.slice(0, 89)}…` : message);

/** Columns as wide as they need to be, for a terminal. */
export function table(header: string[], rows: string[][]): string[] {
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: string[]): string =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd();
  return [line(header), ...rows.map(line)];
}

import type { AlertFacts, AlertNotice, AlertOccasion } from '#contracts';
import type { Money } from '#kernel';

/** What leaves the gateway about an alert: amounts only where the route may have them. */
export const noticeOf = (
  facts: AlertFacts,
  occasion: AlertOccasion,
  { withAmounts, at }: { withAmounts: boolean; at: Date },
): AlertNotice => ({
  type: `alert.${occasion}`,
  timestamp: at.toISOString(),
  data: { ...facts, moneyAtRisk: withAmounts ? facts.moneyAtRisk : [] },
});

const headlines: Record<AlertOccasion, string> = {
  opened: '',
  raised: 'more urgent: ',
  escalated: 'nobody has taken it: ',
  unmuted: 'no longer muted: ',
  resolved: 'resolved: ',
};

const words = (code: string): string => code.replaceAll('-', ' ');
const shown = ({ amount, currency }: Money): string => `${currency} ${amount}`;
const minute = (moment: string): string => `${moment.slice(0, 16).replace('T', ' ')}Z`;
const hours = (minutes: number): string => `${Number((minutes / 60).toFixed(1))} h`;

/** The subject of a letter: what, where, how much and until when, before it is opened. */
export function subjectOf({ type, data }: AlertNotice): string {
  const { count, minutes, moneyAtRisk, lateAt } = data;
  const parts = [
    `${count} exception${count === 1 ? '' : 's'}`,
    ...(minutes > 0 ? [hours(minutes)] : []),
    ...moneyAtRisk.map(shown),
    ...(lateAt && data.state !== 'resolved' ? [`too late ${minute(lateAt)}`] : []),
  ];
  const headline = headlines[type.slice('alert.'.length) as AlertOccasion];
  return `[${data.priority}] ${headline}${words(data.code)}, ${data.scope}: ${parts.join(', ')}`;
}

/** The letter itself, in the order in which it is read. */
export function textOf({ data }: AlertNotice): string {
  const lines: [string, string][] = [
    ['Cause', data.cause],
    ['What to do', data.remedy],
    ['Money at risk', data.moneyAtRisk.map(shown).join(', ')],
    ['Time at risk', data.minutes > 0 ? hours(data.minutes) : ''],
    ['Too late', data.lateAt ? minute(data.lateAt) : ''],
    ['Clients', data.clients.join(', ')],
    ['Projects', data.projects.join(', ')],
    ['Billing cycles', data.billingCycles.join(', ')],
    ['Legal entities', data.legalEntities.join(', ')],
    ['System', data.system ?? ''],
    ['Oldest since', data.oldestAt ? minute(data.oldestAt) : ''],
    ['Owner', data.owner],
    ['Runbook', data.runbook],
    ['See and settle', data.link],
  ];
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

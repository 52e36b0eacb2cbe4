import type { AlertFacts, AlertPriority, AlertView } from '#contracts';
import { type Money, money, secondsUntil, totalsByCurrency, urgencyOf } from '#kernel';
import type { AlertsConfig } from '#platform';
import type { AlertRow, ItemRow } from './alert.repository.js';

/** What else an alert is shown by than its own record. */
export interface Shown {
  priorities: AlertsConfig['priorities'];
  /** Where people open the portal. */
  portalUrl: string;
  now: Date;
}

/** By this the steps of an alert's life are told apart; what is said last about it counts first. */
export function stateOf(alert: AlertRow, now: Date): AlertFacts['state'] {
  if (alert.resolvedAt) return 'resolved';
  if (alert.mutedUntil && alert.mutedUntil > now) return 'muted';
  if (alert.acknowledgedAt) return 'acknowledged';
  return alert.escalatedAt ? 'escalated' : 'open';
}

/** Money at risk for each hour that is left, of all its exceptions together. */
export const moneyPerHour = (items: ItemRow[], now: Date): number =>
  Math.round(
    items.reduce((sum, { amount, lateAt }) => sum + urgencyOf({ amount, secondsLeft: secondsUntil(lateAt, now) }), 0),
  );

export const priorityOf = (perHour: number, { critical, high }: Shown['priorities']): AlertPriority =>
  perHour >= critical ? 'critical' : perHour >= high ? 'high' : 'normal';

/** What an alert is about, summed over its exceptions; it names nobody. */
export function factsOf(alert: AlertRow, items: ItemRow[], { priorities, portalUrl, now }: Shown): AlertFacts {
  const { id, code, class: className, scope, system, owner, cause, remedy } = alert;
  return {
    id,
    code,
    class: className,
    scope,
    system,
    owner,
    cause,
    remedy,
    state: stateOf(alert, now),
    priority: alert.resolvedAt ? (alert.toldPriority ?? 'normal') : priorityOf(moneyPerHour(items, now), priorities),
    runbook: 'docs/runbooks/exceptions.md#by-code',
    link: `${portalUrl}/#/alerts/${id}`,
    ...sumsOf(items),
    openedAt: alert.openedAt.toISOString(),
    resolvedAt: textOf(alert.resolvedAt),
  };
}

/** The same, and who sees to it. */
export const viewOf = (alert: AlertRow, items: ItemRow[], shown: Shown): AlertView => ({
  ...factsOf(alert, items, shown),
  moneyPerHour: alert.resolvedAt ? null : moneyPerHour(items, shown.now),
  acknowledgedBy: alert.acknowledgedBy,
  acknowledgedAt: textOf(alert.acknowledgedAt),
  mutedUntil: textOf(alert.mutedUntil),
  mutedBy: alert.mutedBy,
  muteReason: alert.muteReason,
  escalatedAt: textOf(alert.escalatedAt),
  escalatedTo: alert.escalatedTo,
  deadDeliveries: alert.deadDeliveries,
});

export const moneyAtRisk = ({ amount, currency }: Pick<ItemRow, 'amount' | 'currency'>): Money | null =>
  amount && currency ? money(amount, currency) : null;

function sumsOf(items: ItemRow[]) {
  const amounts = items.flatMap((item) => moneyAtRisk(item) ?? []);
  const lateAt = earliest(items.flatMap((item) => item.lateAt ?? []));
  return {
    count: items.length,
    minutes: Math.max(
      0,
      items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    ),
    moneyAtRisk: totalsByCurrency(amounts),
    projects: named(items, 'project'),
    clients: named(items, 'client'),
    legalEntities: named(items, 'legalEntity'),
    billingCycles: named(items, 'billingCycle'),
    lateAt: textOf(lateAt),
    oldestAt: textOf(earliest(items.map(({ raisedAt }) => raisedAt))),
  };
}

/** A message is no report: the page it links to has them all. */
const mostNames = 50;

const named = (items: ItemRow[], field: 'project' | 'client' | 'legalEntity' | 'billingCycle'): string[] =>
  [...new Set(items.flatMap((item) => item[field] ?? []))].sort().slice(0, mostNames);

const earliest = (moments: Date[]): Date | null =>
  moments.length === 0 ? null : moments.reduce((first, one) => (one < first ? one : first));

const textOf = (moment: Date | null): string | null => moment?.toISOString() ?? null;

import { Decimal } from 'decimal.js';
import { isExact } from '../bench/closing/closing-ledger.js';
import { table, text } from '../estate/report.js';
import { type Measured, outcome } from './capacity.js';
import { byEntity, held, type Limit, type Outage, type Stretch, stretches } from './close-figures.js';
import type { ClosedEntry } from './close-record.js';
import type { RehearsalOptions } from './options.js';
import type { Rehearsal } from './twin.js';

const minuteMs = 60_000;
const stretchMinutes = 10;

const because: Record<Limit, string> = {
  outage: 'the outage of the ERP',
  recovery: 'the pause until the gateway called the ERP again',
  'ERP quota': 'the calls the ERP lets in at once',
  people: 'exceptions that wait for a person',
  gateway: 'the gateway: its workers, and how often it asks the PSA',
};

/** What was rehearsed, as lines for a person; every figure by the vendors' ledgers and the journal, in the firm's time. */
export function report(options: RehearsalOptions, rehearsal: Rehearsal): string[] {
  const { compress, quota } = options;
  const { entries, startedAt, samples, reckoning } = rehearsal;
  const outages = outagesOf(rehearsal);
  const cutOff = startedAt + options.cutOff / compress;
  const end = Math.max(cutOff, ...entries.map(({ chargedAt }) => chargedAt ?? 0));
  const length = (stretchMinutes * minuteMs) / compress;
  const all = stretches(entries, startedAt, end, length, { samples, atOnce: quota.atOnce, outages });
  const clock = (at: number): string => toCutOff((at - cutOff) * compress);
  return [
    '',
    ...table(
      ['cut-off', 'approved', 'in the ERP', 'waiting', 'with a person', 'held up by'],
      all.map((one) => [
        clock(one.to),
        ...[one.approved, one.charged, one.waiting, one.withPeople].map(String),
        one.limit ?? '-',
      ]),
    ),
    '',
    ...table(
      ['legal entity', 'approved', 'before the cut-off', 'after it', 'not at all', 'missed the cut-off'],
      byEntity(entries, cutOff).map((one) => [
        one.legalEntity,
        ...[one.approved, one.inTime, one.late, one.missing].map(String),
        money(one.worthMissed, one.currency),
      ]),
    ),
    '',
    ...binding(all),
    ...recovery(outages, compress),
    '',
    ...capacity(options, rehearsal, cutOff, held(all)[0]?.limit ?? null),
    '',
    `by the vendors' records: ${reckoning.approved} approved, ${reckoning.chargedOnce} charged exactly once, ${reckoning.charges} charges`,
    isExact(reckoning) ? 'each entry is billed exactly once' : 'NOT each entry is billed exactly once',
  ];
}

function binding(all: Stretch[]): string[] {
  const shares = held(all);
  if (shares.length === 0) return ['nothing was held up for as long as ten minutes'];
  return shares.map(
    ({ limit, share }, index) =>
      `${index === 0 ? 'the limit was' : 'and then'} ${because[limit]}: ${(share * 100).toFixed(0)} % of all waiting`,
  );
}

/** The gateway's own pauses are not compressed: what they cost is said in both times. */
function recovery(outages: Outage[], compress: number): string[] {
  return outages.map(({ to, recoveredAt }) => {
    if (recoveredAt === Infinity) return 'after the outage nothing more was charged';
    const lag = recoveredAt - to;
    return `after the outage the first charge came in ${(lag / 1_000).toFixed(0)} s; these seconds are real, and stand in the table as ${duration(lag * compress)}`;
  });
}

const outagesOf = ({ entries, outages }: Rehearsal): Outage[] =>
  outages.map(({ from, to }) => {
    const later = entries.map(({ chargedAt }) => chargedAt ?? Infinity).filter((at) => at > to);
    return { from, to, recoveredAt: Math.min(Infinity, ...later) };
  });

/** The queue by what was measured, and by what would be otherwise; its first line shows how far it is to be trusted. */
function capacity(options: RehearsalOptions, rehearsal: Rehearsal, cutOff: number, limit: Limit | null): string[] {
  const measured = measure(options, rehearsal, limit);
  if (measured.entries.length === 0) return ['nothing was charged: there is nothing to compute from'];
  const line = (name: string, changed: Measured): string[] => {
    const { late, worth, finishedAt } = outcome(changed, cutOff);
    const finish = toCutOff((finishedAt - cutOff) * options.compress);
    const missed = Object.entries(worth).map(([currency, cents]) => money(cents, currency));
    return [name, String(late), missed.join(', ') || '-', finish];
  };
  const charged = rehearsal.entries.flatMap(({ chargedAt }) => chargedAt ?? []);
  const saw = [
    'as rehearsed',
    String(rehearsal.entries.filter(({ chargedAt }) => chargedAt === null || chargedAt > cutOff).length),
    '',
    toCutOff((Math.max(...charged) - cutOff) * options.compress),
  ];
  const { atOnce } = options.quota;
  return [
    'what would have helped, computed from the rates measured here (the second line should match the first):',
    ...table(
      ['', 'late', 'missed the cut-off', 'last charge'],
      [
        saw,
        line('the same, computed', measured),
        line(`ERP with ${atOnce * 2} calls at once`, { ...measured, atOnce: atOnce * 2 }),
        line('twice as many people on exceptions', { ...measured, deskMs: measured.deskMs / 2 }),
        line('no outage', { ...measured, outages: [] }),
        ...(measured.paceMs > 0 ? [line('a gateway twice as fast', { ...measured, paceMs: measured.paceMs / 2 })] : []),
      ],
    ),
    `to see one of them happen, rehearse it: --quota erp:${atOnce * 2}x${options.quota.workMs / 1_000}s`,
  ];
}

function measure(options: RehearsalOptions, rehearsal: Rehearsal, limit: Limit | null): Measured {
  const entries = rehearsal.entries.filter(({ chargedAt }) => chargedAt !== null);
  const placeMs = rehearsal.erpBusyMs / Math.max(1, entries.length);
  const lags = entries
    .filter(({ stoppedAt }) => stoppedAt === null)
    .map(({ approvedAt, chargedAt }) => chargedAt! - approvedAt)
    .toSorted((a, b) => a - b);
  // A tenth of them met nothing in the way.
  const delayMs = Math.max(0, (lags[Math.floor(lags.length / 10)] ?? 0) - placeMs);
  return {
    entries,
    atOnce: options.quota.atOnce,
    placeMs,
    delayMs,
    paceMs: limit === 'gateway' ? paceOf(entries.map(({ chargedAt }) => chargedAt!)) : 0,
    outages: outagesOf(rehearsal).map(({ from, recoveredAt }) => ({ from, to: recoveredAt })),
    deskMs: deskOf(entries) ?? options.desk / options.compress,
  };
}

/** How long the desk really took over one exception, on average, from when it could turn to it. */
function deskOf(entries: ClosedEntry[]): number | null {
  const settled = entries
    .flatMap(({ stoppedAt, settledAt }) => (stoppedAt !== null && settledAt !== null ? [{ stoppedAt, settledAt }] : []))
    .toSorted((one, other) => one.settledAt - other.settledAt);
  const times = settled.map(({ stoppedAt, settledAt }, index) =>
    Math.max(0, settledAt - Math.max(stoppedAt, settled[index - 1]?.settledAt ?? 0)),
  );
  return times.length > 0 ? times.reduce((all, time) => all + time, 0) / times.length : null;
}

const busiest = 20;

/** Milliseconds a charge in the densest run of charges. */
function paceOf(charged: number[]): number {
  const sorted = charged.toSorted((a, b) => a - b);
  const spans = sorted.slice(busiest).map((at, index) => at - sorted[index]!);
  return spans.length > 0 ? Math.min(...spans) / busiest : 0;
}

const toCutOff = (ms: number): string => `${ms < 0 ? '-' : '+'}${duration(Math.abs(ms))}`;

function duration(ms: number): string {
  const minutes = Math.round(ms / minuteMs);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`;
}

const money = (cents: number, currency: string): string =>
  text({ amount: new Decimal(cents).dividedBy(100).toFixed(2), currency });

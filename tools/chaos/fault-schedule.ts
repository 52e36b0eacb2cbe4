import { vendorFaultKinds, webhookFaultKinds } from './armed-faults.js';
import type { Random } from './random.js';

/** What can happen to the gateway's processes and to what it stands on. */
export const machineFaultKinds = [
  'kill',
  'freeze',
  'long-freeze',
  'skew-clock',
  'cut-database',
  'restart-database',
] as const;

/** What an administrator or a consultant does at a vendor at an awkward moment. */
export const peopleFaultKinds = ['revoke-token', 'amend-billed'] as const;

export type QueueKind = 'postgres' | 'redis';

export interface PlannedFault {
  /** Milliseconds from the start of the run, by the run's own clock. */
  at: number;
  kind: string;
}

/** Every kind of fault a run on this queue must see. */
export const kindsOn = (queue: QueueKind): string[] => [
  ...machineFaultKinds,
  ...(queue === 'redis' ? ['flush-queue'] : []),
  ...peopleFaultKinds,
  ...webhookFaultKinds,
  ...vendorFaultKinds,
];

/** The kinds that are drawn once each kind has its place: vendors misbehave more often than machines die. */
const machines = ['kill', 'kill', 'kill', 'freeze', 'skew-clock', 'cut-database', 'cut-database', 'restart-database'];
const usual = [...vendorFaultKinds, ...vendorFaultKinds, ...webhookFaultKinds, ...peopleFaultKinds, ...machines];

/** Spreads faults over the run: each kind once, the rest by chance, machines often enough and not all at once. */
export function schedule(random: Random, count: number, spanMs: number, queue: QueueKind): PlannedFault[] {
  const each = kindsOn(queue);
  if (count < each.length) throw new Error(`a run on ${queue} needs at least ${each.length} faults, one of each kind`);
  const further = queue === 'redis' ? [...usual, 'flush-queue'] : usual;
  const kinds = [...each, ...Array.from({ length: count - each.length }, () => random.oneOf(further))];
  const step = spanMs / count;
  return random.shuffled(kinds).map((kind, index) => ({ kind, at: step * (index + random.next()) }));
}

import { vendorFaultKinds, webhookFaultKinds } from './armed-faults.js';
import type { Random } from './random.js';

/** Only where a disk can be mounted that is small enough. */
export const diskFull = 'disk-full';

/** What can happen to the gateway's processes and to what it stands on. */
export const machineFaultKinds = [
  'kill',
  'freeze',
  'long-freeze',
  'skew-clock',
  'cut-database',
  'restart-database',
  diskFull,
] as const;

/** What can happen to the queue's own server. */
export const queueFaultKinds = ['flush-queue', 'kill-queue'] as const;

/** What an administrator or a consultant does at a vendor at an awkward moment. */
export const peopleFaultKinds = ['revoke-token', 'amend-billed'] as const;

/** A vendor that is away for as long as work that does not need it takes to go on. */
export const outageKind = 'vendor-down';

export type QueueKind = 'postgres' | 'redis';

export interface PlannedFault {
  /** Milliseconds from the start of the run, by the run's own clock. */
  at: number;
  kind: string;
}

/** Every kind of fault a run on this queue must see. */
export const kindsOn = (queue: QueueKind): string[] => [
  ...machineFaultKinds,
  ...(queue === 'redis' ? queueFaultKinds : []),
  ...peopleFaultKinds,
  outageKind,
  ...webhookFaultKinds,
  ...vendorFaultKinds,
];

/** The kinds that are drawn once each kind has its place: vendors misbehave more often than machines die. */
const machines = [
  'kill',
  'kill',
  'kill',
  'freeze',
  'skew-clock',
  'cut-database',
  'cut-database',
  'restart-database',
  diskFull,
  ...queueFaultKinds,
  outageKind,
];
const usual = [...vendorFaultKinds, ...vendorFaultKinds, ...webhookFaultKinds, ...peopleFaultKinds, ...machines];

/** Spreads faults over the run: each kind once, the rest by chance, machines often enough and not all at once. */
export function schedule(random: Random, count: number, spanMs: number, each: string[]): PlannedFault[] {
  if (count < each.length) throw new Error(`a run needs at least ${each.length} faults, one of each kind`);
  const further = usual.filter((kind) => each.includes(kind));
  const kinds = [...each, ...Array.from({ length: count - each.length }, () => random.oneOf(further))];
  const step = spanMs / count;
  return random.shuffled(kinds).map((kind, index) => ({ kind, at: step * (index + random.next()) }));
}

import { Failure } from './failure.js';

/** Places where a process may be made to die, to fail or to stand still, in the order in which work passes them. */
export const failpoints = [
  /** A webhook is kept, and the vendor is not told so yet. */
  'after-stored',
  'after-append',
  'after-handled',
  'before-intent',
  'after-intent',
  /** The intention of an effect is noted and leased; nothing is marked yet. */
  'after-claim',
  /** It is marked as being sent; no byte has left. */
  'before-send',
  'after-reply',
  'after-apply',
  /** A step is done, and what came of it is not noted yet. */
  'after-act',
  /** What came of a step is on its way to the record. */
  'after-note',
  'before-undo',
  'after-undo',
  'before-end',
  'after-end',
  /** A person's decision and its audit entry are committed; nobody has been answered. */
  'after-settled',
  /** The queue was told that a job is done. */
  'after-ack',
] as const;
export type Failpoint = (typeof failpoints)[number];

export const faultKinds = ['kill', 'error', 'pause'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** What happens at the n-th passing of a failpoint, counted from 1. */
export interface Fault {
  failpoint: Failpoint;
  hit: number;
  kind: FaultKind;
}

type Watch = (name: Failpoint) => void;

let watching: Watch | null = null;

/** Marks a place where a fault can be made to happen; off in production. */
export function failpoint(name: Failpoint): void {
  if (watching !== null) watching(name);
}

/** Has every passing told to `watch`, which may make a fault happen; null: nothing is armed any more. */
export function watchFailpoints(watch: Watch | null): void {
  watching = watch;
}

/** Makes one fault happen at its hit. */
export function armFailpoint(fault: Fault): void {
  let hits = 0;
  watchFailpoints((name) => {
    if (name !== fault.failpoint) return;
    hits += 1;
    if (hits === fault.hit) makeHappen(fault);
  });
}

/** Ends this process without warning, throws, or stops this process until it gets SIGCONT. */
export function makeHappen({ failpoint: name, kind }: Pick<Fault, 'failpoint' | 'kind'>): void {
  if (kind === 'error') throw new Failure('defect', `the failpoint ${name} was armed`);
  process.kill(process.pid, kind === 'kill' ? 'SIGKILL' : 'SIGSTOP');
}

/** Reads `after-intent:2:kill`. */
export function parseFault(text: string): Fault {
  const [name, hit, kind] = text.split(':');
  const fault = { failpoint: name as Failpoint, hit: Number(hit), kind: kind as FaultKind };
  if (failpoints.includes(fault.failpoint) && fault.hit >= 1 && faultKinds.includes(fault.kind)) return fault;
  throw new Failure('rejected', `"${text}" is no fault`, {
    remedy: `write <failpoint>:<hit>:<${faultKinds.join('|')}>, e.g. after-intent:2:kill`,
  });
}

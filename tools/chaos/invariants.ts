import { chained, confidential, decided, explained, kept } from './invariants/gateway.js';
import { amendmentsReversed, billedOnce, totalsAgree } from './invariants/money.js';
import { arrived, nobodyEarly, oneToOne } from './invariants/vendors.js';
import { goesOn } from './invariants/outages.js';
import { replayedInVain } from './invariants/replays.js';
import { sameAnswers } from './invariants/requests.js';
import { netsToZero } from './invariants/undoing.js';
import { newestTotal } from './invariants/versions.js';
import { marked, patient } from './invariants/wire.js';
import type { Evidence } from './evidence.js';

/** What is wrong, and what to look for in the timeline. */
export interface Violation {
  /** Which count it belongs to. */
  kind: 'lost' | 'duplicate' | 'stuck' | 'other';
  what: string;
  /** Effect id, correlation id or record id. */
  trace?: string;
}

export interface Invariant {
  name: string;
  promise: string;
  check: (evidence: Evidence) => Violation[];
}

/** RELIABILITY §3 as far as a chaos run can tell, in the order in which a violation explains the others. */
export const invariants: Invariant[] = [
  { name: 'I10', promise: 'correlation and effect id on every write at a vendor', check: marked },
  { name: 'I3', promise: 'vendor records and applied effects match one to one', check: oneToOne },
  { name: 'I1', promise: 'every approved version of an entry is billed exactly once', check: billedOnce },
  { name: 'I1', promise: 'what was billed and then amended is taken back exactly once', check: amendmentsReversed },
  { name: 'I2', promise: 'ERP totals equal PSA totals', check: totalsAgree },
  { name: 'I4', promise: 'nobody on a project before it is active', check: nobodyEarly },
  { name: 'I5', promise: 'every event in exactly one outcome, nothing stuck, nothing lost', check: decided },
  { name: 'I5', promise: 'every piece of work arrived or has an exception', check: arrived },
  { name: 'I6', promise: 'every webhook answered 2xx is kept', check: kept },
  { name: 'I7', promise: 'a deal that was given up leaves nothing, or somebody is told what', check: netsToZero },
  { name: 'I8', promise: 'the last total told of an assignment is the newest', check: newestTotal },
  { name: 'I9', promise: 'every audit chain is whole', check: chained },
  { name: 'I11', promise: 'the same key is done once and answered alike, other words are refused', check: sameAnswers },
  { name: 'I12', promise: 'replaying exceptions and applied events does nothing new', check: replayedInVain },
  { name: 'I13', promise: 'work that does not need the vendor that is away goes on', check: goesOn },
  { name: 'I14', promise: 'no call before a Retry-After ran out', check: patient },
  { name: 'I15', promise: 'no salary, bank number or credential in logs, jobs, events or errors', check: confidential },
  { name: 'I17', promise: 'every exception has class, owner and next action', check: explained },
];

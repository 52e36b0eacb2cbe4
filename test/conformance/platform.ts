import type { Connector, DomainOperations } from '#connector';
import type { payroll } from '#contracts';
import type { Fault } from '../../apps/sandbox/src/core/faults.js';
import type { Hosted } from '../../apps/sandbox/src/core/host.js';
import type { Simulator } from '../../apps/sandbox/src/core/simulator.js';
import type { SlowDown } from '../connectors/reading-promises.fixture.js';
import type { Unlisted, SystemApp } from '../connectors/system-app.fixture.js';

export type Domain = keyof DomainOperations;
export type OperationOf<D extends Domain> = keyof DomainOperations[D] & string;

/** Where a change shows: on the wire, and in the ledger the product keeps for its own administrator. */
export interface Trace {
  /** The request that creates the record. */
  sends: { method: string; path: string };
  /** The vendor's record type. */
  entity: string;
  /**
   * Whether a lost reply is settled by reading, once the quarantine is over, by saying the same again, or by a person
   * where the product shows nothing of what it took.
   */
  settledBy: 'reading' | 'repeating' | 'a person';
  /** How the reply can get lost after the work was done; where it has a body, also cut in half. */
  losses: Fault['kind'][];
}

/** A connector with a simulated product behind it, as the conformance suites want it. */
export interface Platform {
  connector: Connector;
  /** Null until it is built. */
  simulator: Simulator<string> | null;
  /** The instance in the estate. */
  instance: string;
  unlisted?: Unlisted;
  /** What the account may be asked, where the suite asks more than the estate allows. */
  limits?: { perMinute?: number };
  /** Set where the product clears a value only if its own administrators switched that on, and here they did not. */
  clearsNothing?: true;
  /** What goes on in the product beside our requests, e.g. a job of its own that we wait for. */
  beside?: (product: Hosted) => void;
  /** How the vendor asks to slow down, where that is not a plain 429. */
  slowDown?: SlowDown;
  /** What a payroll cannot take, where that is not what most cannot; and how many files one by files holds. */
  payroll?: { refused: Partial<payroll.PayLine>[]; nobodyPays: string; packages?: () => number };
  /** What is put through mishaps, by operation. The rest is held against what it answers, without mishaps. */
  traces: { [D in Domain]?: Partial<Record<OperationOf<D>, Trace>> };
  /**
   * A part of the vendor's path that a domain's first question, and nothing in the background, asks. Where feeds ask the
   * same, the connector's own spec puts questions through mishaps.
   */
  asks: { [D in Domain]?: string };
}

/** What a domain's suite works with. */
export interface Bench<D extends Domain> {
  platform: Platform;
  open: () => SystemApp;
  /** Our path of something in this domain, at the platform's instance unless another is named. */
  path: (rest: string, instance?: string) => string;
  trace: (operation: OperationOf<D>) => Trace | undefined;
  /** Whether the connector has an operation. */
  has: (operation: OperationOf<D>) => boolean;
}

import type { PublishedOperation } from './published-contract.js';
import type { Breach } from './response-check.js';

/** How often a place of a contract was broken by answers that were checked. */
export interface BreachRow extends Breach {
  contract: string;
  /** Version of the contract. */
  version: string;
  /** Method and path. */
  operation: string;
  count: number;
  firstSeen: Date;
  lastSeen: Date;
}

/** Counts breaches, the same ones together. Memory is bounded: at most `cap` different ones, the others are only logged. */
export class BreachCounter {
  private rows = new Map<string, BreachRow>();

  constructor(private readonly cap = 1_000) {}

  count({ contract, version, method, path }: PublishedOperation, breach: Breach): void {
    const operation = `${method} ${path}`;
    const key = [contract, operation, breach.status, breach.pointer, breach.message].join('\n');
    const at = new Date();
    const known = this.rows.get(key);
    if (known) Object.assign(known, { count: known.count + 1, lastSeen: at });
    else if (this.rows.size < this.cap)
      this.rows.set(key, { ...breach, contract, version, operation, count: 1, firstSeen: at, lastSeen: at });
  }

  /** What was counted; counting begins anew. */
  take(): BreachRow[] {
    const taken = [...this.rows.values()];
    this.rows = new Map();
    return taken;
  }
}

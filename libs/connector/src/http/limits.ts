import type { InstanceConfig } from '#platform';

/** Who waits for the answer: somebody, or a poll that can as well come later. */
export type Priority = 'interactive' | 'background';

/** What a vendor allows, for one instance, whichever process of ours asks. */
export interface Limits {
  /** Requests in flight at once. */
  concurrency: number;
  /** The longest the vendor may take to answer. */
  timeoutMs: number;
  /** Requests in any 60 seconds, where the vendor counts them. */
  perMinute?: number;
  /** Requests in any 24 hours, where the vendor counts them. */
  perDay?: number;
}

/** The part of concurrency and budgets that polling leaves to those who wait. */
export const reservedShare = 0.2;

/** The vendor's limits with what the operator says about this instance. */
export const limitsOf = (declared: Limits, instance: Pick<InstanceConfig, 'limits'>): Limits => ({
  ...declared,
  ...instance.limits,
});

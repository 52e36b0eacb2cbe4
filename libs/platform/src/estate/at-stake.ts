import { type AtStake, secondsUntil } from '#kernel';
import type { EstateView } from './estate-view.js';

/** A case, as far as it says what is at stake. */
export interface Staked {
  business: { legalEntity: string | null; billingCycle: string | null; moneyAtRisk: { amount: string } | null };
  dueAt: string | null;
  createdAt: string;
}

/** When a case is too late: at the cut-off of its cycle, or when it should be settled. */
export function lateness(
  { business, dueAt }: Pick<Staked, 'business' | 'dueAt'>,
  estate: Pick<EstateView, 'tooLateAt'>,
  now: Date,
): { lateAt: string | null; secondsLeft: number | null } {
  const lateAt = estate.tooLateAt(business, dueAt);
  return { lateAt, secondsLeft: secondsUntil(lateAt, now) };
}

/** What a case puts at stake while there are so many seconds left. */
export const stakeOf = (
  { business, createdAt }: Pick<Staked, 'business' | 'createdAt'>,
  secondsLeft: number | null,
): AtStake => ({ amount: business.moneyAtRisk?.amount ?? null, secondsLeft, since: createdAt });

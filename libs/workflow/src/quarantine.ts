import type { BusinessContext, Resolution } from '#contracts';
import { type Poison, type Quarantine, retryDelivery, skipDelivery } from '#events';
import { Failure } from '#kernel';
import type { EntityManager } from '#platform';
import type { ExceptionRepository, ExceptionRow } from './exception.repository.js';
import type { Settlement } from './run.service.js';

/** Makes an event that a subscriber fails on again and again somebody's work. */
export const quarantineInto =
  (exceptions: ExceptionRepository): Quarantine =>
  (manager, { id, subscription, event, failure, attempts }: Poison) =>
    exceptions.raise(manager, {
      subject: { kind: 'event', id },
      failure: new Failure('defect', `"${subscription}" fails on ${event.type}: ${failure.message}`.slice(0, 2000), {
        code: 'poison-event',
        record: event.subject,
        fields: attempts.map(({ at, message }) => ({ field: `tried ${at}`, message: message.slice(0, 1000) })),
      }),
      record: event.subject,
      step: `event ${event.id} of ${event.source}`,
      business: contextOf(event.data),
      correlationId: event.correlationId,
    });

/** Retries a quarantined event, or lets it go. */
export class EventSettlement implements Settlement {
  settle(manager: EntityManager, { subjectId }: ExceptionRow, { action, reason }: Resolution): Promise<void> {
    if (action === 'retry') return retryDelivery(manager, subjectId);
    if (action === 'skip') return skipDelivery(manager, subjectId, reason);
    throw new Failure('rejected', `an event cannot be settled by "${action}"`, {
      code: 'not-here',
      remedy: 'retry it, or skip it',
    });
  }
}

const named = ['project', 'client', 'legalEntity'] as const;

/** What an event says about the business, in itself or in the record it carries. */
function contextOf(data: unknown): Partial<BusinessContext> {
  const parts = [data, ...Object.values(data ?? {})].filter(
    (part): part is Record<string, unknown> => typeof part === 'object' && part !== null,
  );
  const context: Partial<BusinessContext> = {};
  for (const name of named) {
    const value = parts.map((part) => part[name]).find((one) => typeof one === 'string');
    if (typeof value === 'string') context[name] = value;
  }
  const money = parts.map(({ amount }) => amount).find(isMoney);
  return money ? { ...context, moneyAtRisk: money } : context;
}

const isMoney = (value: unknown): value is NonNullable<BusinessContext['moneyAtRisk']> =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;

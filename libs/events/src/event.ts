import { validateSync } from 'class-validator';
import { plainToInstance } from 'class-transformer';
import type { EventType } from '#contracts';
import { derivedId, Failure } from '#kernel';
import { fieldProblems } from '#platform';

/** A CloudEvents 1.0 envelope with the extensions we use. */
export interface StoredEvent<T = unknown> {
  /** Unique within its source; a second event with the same id is the same event. */
  id: string;
  source: string;
  type: string;
  /** Events of one subject are delivered in order. */
  subject: string;
  time: string;
  correlationId: string;
  data: T;
}

export interface NewEvent<T extends object> {
  type: EventType<T>;
  source: string;
  subject: string;
  /** What makes it the same event when it is reported again. */
  key: string;
  time?: string;
  correlationId: string;
  data: T;
}

/** Builds an envelope; data that does not match the catalogue is a defect of the producer. */
export function eventOf<T extends object>(event: NewEvent<T>): StoredEvent<T> {
  const problems = validateSync(plainToInstance(event.type.data, event.data), { whitelist: true });
  if (problems.length > 0) {
    throw new Failure('defect', `${event.type.type} about ${event.subject} does not match its contract`, {
      code: 'schema-violation',
      fields: problems.flatMap((problem) => fieldProblems(problem)),
    });
  }
  return {
    id: derivedId(event.source, event.type.type, event.subject, event.key),
    source: event.source,
    type: event.type.type,
    subject: event.subject,
    time: event.time ?? new Date().toISOString(),
    correlationId: event.correlationId,
    data: event.data,
  };
}

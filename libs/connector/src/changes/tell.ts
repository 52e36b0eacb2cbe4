import { events, lifecycleOf } from '#contracts';
import { eventOf, type NewEvent, publish, type StoredEvent } from '#events';
import { Failure, newId } from '#kernel';
import { type EntityManager, legalEntityIn, type Ownership } from '#platform';
import type { Change } from '../connector.js';
import type { ChangeRepository } from './change.repository.js';

/** Who tells changes, and by whose rules. */
export interface Teller {
  instance: string;
  estate: { ownership: Ownership };
}

/** Publishes the changes nobody was told yet. */
export async function tell(manager: EntityManager, changes: ChangeRepository, teller: Teller, seen: Change[]) {
  const untold = await changes.untold(
    manager,
    seen.map((change) => toEvent(teller, change)),
  );
  for (const event of untold) if (event.type === events.changeRefused.type) await markEcho(manager, changes, event);
  await publish(manager, untold);
}

/** What we wrote there ourselves comes back as a change: nobody has to look at it. */
async function markEcho(manager: EntityManager, changes: ChangeRepository, event: StoredEvent): Promise<void> {
  const { instance, change } = event.data as { instance: string; change: { id?: unknown } };
  const id = typeof change.id === 'string' ? change.id : event.subject.split('/').slice(1).join('/');
  Object.assign(event.data as object, { echo: await changes.ownership.wroteAbout(manager, instance, id, event.time) });
}

/**
 * A new piece of work starts here: its correlation id is its event's. A record that cannot be told in the contract's
 * words becomes an event that says so, and so does a step that another system owns; they must hold up neither the feed
 * nor the records after them.
 */
export function toEvent({ instance, estate }: Teller, change: Change): StoredEvent {
  const { type, subject, key, time, data } = change;
  const envelope = { source: `/instances/${instance}`, subject, key, time, correlationId: newId() };
  const event = readable({ ...envelope, type, data }, instance);
  const { record, step } = lifecycleOf(event.type) ?? { record: '', step: '' };
  const refusal = estate.ownership.refusal({ kind: 'events', record, name: step }, instance, legalEntityIn(data));
  if (!refusal) return event;
  const reason = refusal.reason.slice(0, 1_000);
  const refused = { instance, record: subject, type: event.type, reason, echo: false, change: event.data as object };
  // Under the id it would have had: it is judged once, when it is first told, whatever the matrix says later.
  return { ...eventOf({ ...envelope, type: events.changeRefused, data: refused }), id: event.id };
}

function readable(event: NewEvent<object>, instance: string): StoredEvent {
  try {
    return eventOf(event);
  } catch (error) {
    const { message, detail } = Failure.from(error);
    if (detail.code !== 'schema-violation') throw error;
    const reason = [message, ...(detail.fields ?? []).map((one) => `${one.field}: ${one.message}`)].join('; ');
    return eventOf({
      ...event,
      type: events.recordUnreadable,
      data: { instance, record: event.subject, reason: reason.slice(0, 1_000) },
    });
  }
}

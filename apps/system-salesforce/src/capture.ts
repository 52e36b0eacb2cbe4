import type { Feed, FeedPage, Vendor } from '#connector';
import { Failure } from '#kernel';
import { dealChannel, hintsIn, lineChannel } from './change-events.js';
import { allRetained, Listener, type Told } from './cometd.js';
import { dealsOfLines, wonAmong, wonSince } from './won-deals.js';

const channels = [dealChannel, lineChannel];

/** A long transaction stamps its rows before it commits. */
const marginMs = 15 * 60_000;

/** Lost connections in a row that are no news. */
const toleratedLosses = 3;

/** How far the events of an org were told. */
interface Position {
  /** Channel → replay id of the last event; a channel without one is read from the oldest event retained. */
  replay: Record<string, number>;
  /** Up to this commit, in ms since 1970. */
  at: number;
  /** Where to go on reading won deals again, where events do not say what changed; a cursor of `wonSince`. */
  again: string | null;
}

/** The connection of an instance; what must survive it is in the cursor. */
interface Connection {
  listener: Listener | null;
  /** What of the channels it has handed over. */
  replay: Position['replay'];
  losses: number;
}

const connections = new WeakMap<Vendor['line'], Connection>();

/**
 * Won deals as their change events tell. Its cursor and what is told are committed together: whatever happens in
 * between, the next connection begins where the cursor is.
 */
export const capturedOpportunities: Feed = {
  name: 'captured-opportunities',
  everyMs: 1_000,
  since: (moment) => cursorOf({ replay: {}, at: Date.parse(moment), again: null }),
  async poll(vendor, cursor, stopping) {
    const position = JSON.parse(cursor) as Position;
    if (position.again) return readAgain(vendor, position, position.again);
    const told = await listen(vendor, position, stopping);
    if (told === 'not-retained') return { changes: [], cursor: cursorOf(withoutEvents(position)), more: true };
    return told.length > 0 ? read(vendor, position, told) : { changes: [], cursor, more: false };
  },
};

const cursorOf = (position: Position): string => JSON.stringify(position);

const before = (moment: number): string => new Date(moment - marginMs).toISOString();

/** The events in between are gone: the records are read instead, and events from the oldest there is. */
const withoutEvents = ({ at }: Position): Position => ({ replay: {}, at, again: before(at) });

async function readAgain(vendor: Vendor, position: Position, from: string): Promise<FeedPage> {
  const { changes, cursor, more } = await wonSince(vendor, from);
  return { changes, cursor: cursorOf({ ...position, again: more ? cursor : null }), more: true };
}

/** Waits for events; a connection that is lost now and then is opened again without a word. */
async function listen(vendor: Vendor, { replay }: Position, stopping: AbortSignal): Promise<Told[] | 'not-retained'> {
  const connection = connectionOf(vendor);
  // What was handed over and not committed is asked for again.
  if (JSON.stringify(connection.replay) !== JSON.stringify(replay)) connection.listener = null;
  connection.listener ??= await subscribed(vendor, replay);
  if (!connection.listener) return 'not-retained';
  connection.replay = replay;
  try {
    const told = await connection.listener.connect(stopping);
    connection.losses = 0;
    connection.replay = reached(replay, told);
    return told;
  } catch (error) {
    connection.listener = null;
    connection.losses += 1;
    if (Failure.from(error).kind !== 'unavailable' || connection.losses > toleratedLosses) throw error;
    return [];
  }
}

function connectionOf({ line }: Vendor): Connection {
  let found = connections.get(line);
  if (!found) connections.set(line, (found = { listener: null, replay: {}, losses: 0 }));
  return found;
}

/** Null where an event to go on after is not retained any more. */
async function subscribed(vendor: Vendor, replay: Position['replay']): Promise<Listener | null> {
  const listener = await Listener.open(vendor);
  for (const channel of channels) {
    if (!(await listener.subscribe(channel, replay[channel] ?? allRetained))) return null;
  }
  return listener;
}

/** The last on each channel is how far it was told, whatever its number: ids say nothing about order. */
const reached = (replay: Position['replay'], told: Told[]): Position['replay'] => ({
  ...replay,
  ...Object.fromEntries(told.map(({ channel, replayId }) => [channel, replayId])),
});

async function read(vendor: Vendor, position: Position, told: Told[]): Promise<FeedPage> {
  const { deals, lines, latest, untoldSince } = hintsIn(told, position.at);
  const ids = [...new Set([...deals, ...(await dealsOfLines(vendor, lines))])];
  const changes = await wonAmong(vendor, ids);
  const next: Position = {
    replay: reached(position.replay, told),
    at: Math.max(position.at, latest ?? 0),
    again: untoldSince === null ? null : before(untoldSince),
  };
  return { changes, cursor: cursorOf(next), more: true };
}

import { Failure } from '#kernel';
import type { Change, Feed, FeedPage } from '../connector.js';
import type { Vendor } from '../http/vendor.js';
import { hintsIn, type Hints } from './change-events.js';
import { allRetained, Listener, type Told } from './stream.js';

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
  /** Where to go on reading records again, where events do not say what changed; a cursor of `readSince`. */
  again: string | null;
}

/** The connection of an instance; what must survive it is in the cursor. */
interface Connection {
  listener: Listener | null;
  /** What of the channels it has handed over. */
  replay: Position['replay'];
  losses: number;
}

/** Channels, and the events to go on after. */
interface Wanted {
  channels: string[];
  replay: Position['replay'];
}

interface Captured {
  name: string;
  /** Where the org tells changes of an object, e.g. `/data/OpportunityChangeEvent`. */
  channels: string[];
  /** What became of the records that events name, by channel. */
  read: (vendor: Vendor, records: Hints['records']) => Promise<Change[]>;
  /** The same of all records since a moment, where events do not say which; answers how far it came. */
  readSince: (vendor: Vendor, cursor: string) => Promise<FeedPage>;
}

/**
 * What an org tells by Change Data Capture. Its cursor and what is told are committed together: whatever happens in
 * between, the next connection begins where the cursor is.
 */
export const capturedChanges = ({ name, channels, read, readSince }: Captured): Feed => {
  const connections = new WeakMap<Vendor['line'], Connection>();
  const connectionOf = ({ line }: Vendor): Connection => {
    const known = connections.get(line) ?? { listener: null, replay: {}, losses: 0 };
    connections.set(line, known);
    return known;
  };
  return {
    name,
    everyMs: 1_000,
    since: (moment) => cursorOf({ replay: {}, at: Date.parse(moment), again: null }),
    async poll(vendor, cursor, stopping) {
      const position = JSON.parse(cursor) as Position;
      if (position.again) {
        const { changes, cursor: next, more } = await readSince(vendor, position.again);
        return { changes, cursor: cursorOf({ ...position, again: more ? next : null }), more: true };
      }
      const told = await listen(vendor, connectionOf(vendor), { channels, replay: position.replay }, stopping);
      if (told === 'not-retained') return { changes: [], cursor: cursorOf(withoutEvents(position)), more: true };
      if (told.length === 0) return { changes: [], cursor, more: false };
      const hints = hintsIn(told, position.at);
      const changes = await read(vendor, hints.records);
      return { changes, cursor: cursorOf(after(position, told, hints)), more: true };
    },
  };
};

const cursorOf = (position: Position): string => JSON.stringify(position);

const before = (moment: number): string => new Date(moment - marginMs).toISOString();

/** The events in between are gone: the records are read instead, and events from the oldest there is. */
const withoutEvents = ({ at }: Position): Position => ({ replay: {}, at, again: before(at) });

/** Waits for events; a connection that is lost now and then is opened again without a word. */
async function listen(
  vendor: Vendor,
  connection: Connection,
  { channels, replay }: Wanted,
  stopping: AbortSignal,
): Promise<Told[] | 'not-retained'> {
  // What was handed over and not committed is asked for again.
  if (JSON.stringify(connection.replay) !== JSON.stringify(replay)) connection.listener = null;
  connection.listener ??= await subscribed(vendor, { channels, replay });
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

/** Null where an event to go on after is not retained any more. */
async function subscribed(vendor: Vendor, { channels, replay }: Wanted): Promise<Listener | null> {
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

const after = ({ replay, at }: Position, told: Told[], { latest, untoldSince }: Hints): Position => ({
  replay: reached(replay, told),
  at: Math.max(at, latest ?? 0),
  again: untoldSince === null ? null : before(untoldSince),
});

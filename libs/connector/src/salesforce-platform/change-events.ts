import { orgClient } from './org.js';
import type { Told } from './stream.js';

/** What of a change event is used: which records, when, and by whom. What they are now is read. */
interface Header {
  recordIds: string[];
  changeType: string;
  changeOrigin: string;
  /** When it was committed, in ms since 1970. */
  commitTimestamp: number;
}

/** What a number of change events say. */
export interface Hints {
  /** Channel → ids of the records named on it, each once. */
  records: Record<string, string[]>;
  /** The latest commit they tell of, in ms since 1970. */
  latest: number | null;
  /** The earliest commit of which they do not say what it changed. */
  untoldSince: number | null;
}

/**
 * Reads change events, in whatever order and however often they come. An event that names its records is a hint to read
 * them, a gap event as well; an overflow, or a change of all records of an object, is one to read everything again
 * since then. `known` is the latest commit told before, for events that do not say when they were.
 */
export function hintsIn(told: Told[], known: number): Hints {
  const read = told.map(({ channel, payload }) => ({ channel, header: headerOf(payload) }));
  const changes = read.filter(({ header }) => !header || !isEcho(header));
  const records: Hints['records'] = {};
  for (const { channel, header } of changes) {
    if (header && namesRecords(header))
      records[channel] = [...new Set([...(records[channel] ?? []), ...header.recordIds])];
  }
  const untold = changes.filter(({ header }) => !header || !namesRecords(header));
  return {
    records,
    latest: greatest(read.flatMap(({ header }) => header?.commitTimestamp ?? [])),
    untoldSince: least(untold.map(({ header }) => header?.commitTimestamp ?? known)),
  };
}

/** Null where the event is not as documented: then it may have told anything. */
function headerOf(payload: unknown): Header | null {
  const header = (payload as { ChangeEventHeader?: Partial<Header> } | null)?.ChangeEventHeader;
  const { recordIds, changeType, changeOrigin = '', commitTimestamp } = header ?? {};
  const isWhole =
    Array.isArray(recordIds) &&
    recordIds.every((id) => typeof id === 'string') &&
    typeof changeType === 'string' &&
    typeof commitTimestamp === 'number';
  return isWhole ? { recordIds, changeType, changeOrigin, commitTimestamp } : null;
}

/** `001*` stands for all records of an object. */
const namesRecords = ({ changeType, recordIds }: Header): boolean =>
  changeType !== 'GAP_OVERFLOW' && recordIds.length > 0 && recordIds.every((id) => /^[A-Za-z0-9]{15,18}$/.test(id));

/** What we wrote ourselves; a gap event may stand for more than one change and is always looked into. */
const isEcho = ({ changeType, changeOrigin }: Header): boolean =>
  !changeType.startsWith('GAP_') && /;client=([^;/]*)\/?$/.exec(changeOrigin)?.[1] === orgClient;

const greatest = (moments: number[]): number | null => (moments.length > 0 ? Math.max(...moments) : null);
const least = (moments: number[]): number | null => (moments.length > 0 ? Math.min(...moments) : null);

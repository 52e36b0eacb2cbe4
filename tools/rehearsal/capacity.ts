import type { ClosedEntry } from './close-record.js';

/** What the rehearsal measured, as a queue; milliseconds and moments on one clock. */
export interface Measured {
  entries: ClosedEntry[];
  atOnce: number;
  /** How long an entry keeps one of the ERP's places. */
  placeMs: number;
  /** From an approval, or a person's decision, to the ERP where nothing is in the way. */
  delayMs: number;
  /** The least time between two charges that was seen, where it is the gateway that is short; 0 where it is not. */
  paceMs: number;
  /** When the ERP was away, until it was called again. */
  outages: { from: number; to: number }[];
  /** How long the desk takes over one exception. */
  deskMs: number;
}

/** What a change of capacity would come to. */
export interface Outcome {
  /** Entries charged after a moment, and what they are worth by currency. */
  late: number;
  worth: Record<string, number>;
  finishedAt: number;
}

/** Every entry goes through the desk if it must, then through the ERP's places, in the order of its coming. */
export function outcome(measured: Measured, cutOff: number): Outcome {
  const { entries, atOnce, placeMs, delayMs, paceMs } = measured;
  const places = Array.from({ length: atOnce }, () => 0);
  let lastStart = -Infinity;
  const charged = arrivals(measured).map(({ entry, at }) => {
    const place = places.indexOf(Math.min(...places));
    lastStart = Math.max(at + delayMs, places[place]!, lastStart + paceMs);
    const end = passed(lastStart, placeMs, measured.outages);
    places[place] = end;
    return { entry, end };
  });
  const late = charged.filter(({ end }) => end > cutOff);
  const worth: Record<string, number> = {};
  for (const { entry } of late) worth[entry.currency] = (worth[entry.currency] ?? 0) + entry.worth;
  return { late: late.length, worth, finishedAt: entries.length > 0 ? Math.max(...charged.map(({ end }) => end)) : 0 };
}

/** When each entry may go to the ERP: at its approval, or when the desk is through with it. */
function arrivals({ entries, deskMs }: Measured): { entry: ClosedEntry; at: number }[] {
  let deskFreeAt = -Infinity;
  return entries
    .map((entry) => {
      if (entry.stoppedAt === null) return { entry, at: entry.approvedAt };
      deskFreeAt = Math.max(entry.stoppedAt, deskFreeAt) + deskMs;
      return { entry, at: deskFreeAt };
    })
    .toSorted((one, other) => one.at - other.at);
}

/** When a piece of work that begins at a moment ends: nothing goes on while the ERP is away. */
function passed(start: number, ms: number, outages: { from: number; to: number }[]): number {
  let end = start + ms;
  for (const { from, to } of outages.toSorted((one, other) => one.from - other.from))
    if (start < to && end > from) end = to + ms;
  return end;
}

/** What a clock on the wall shows, `2026-12-03T06:00`: a moment only together with a time zone. */
export type WallTime = string;

const dayMs = 86_400_000;

/**
 * When the clocks of a time zone show it. Where they show it twice, as in autumn, the first time; where they leave it
 * out, as in spring, as much later as they were put forward.
 */
export function momentOf(time: WallTime, timeZone: string): Date {
  const shown = Date.parse(`${time}Z`);
  const [before, after] = [shown - dayMs, shown + dayMs].map((moment) => offsetAt(moment, timeZone)) as [
    number,
    number,
  ];
  const candidates = [shown - before, shown - after];
  const moments = candidates.filter((moment) => moment + offsetAt(moment, timeZone) === shown);
  return new Date(moments.length > 0 ? Math.min(...moments) : shown - before);
}

/** How far the clocks of a time zone are ahead of UTC at a moment of full seconds, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  // Swedes write a date and a time as ISO 8601 does.
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(moment);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - moment;
}

/**
 * Imported before anything else that may look at the clock: `CHAOS_CLOCK_MS` is how far this process is ahead of
 * everybody else. Timers and the database keep the true time, as they do on a machine whose clock is wrong.
 */
const aheadMs = Number(process.env.CHAOS_CLOCK_MS ?? 0);

if (aheadMs !== 0)
  globalThis.Date = new Proxy(Date, {
    construct: (real, args: [], target) =>
      Reflect.construct(real, args.length === 0 ? [real.now() + aheadMs] : args, target) as Date,
    get: (real, name) => (name === 'now' ? () => real.now() + aheadMs : (Reflect.get(real, name) as unknown)),
  });

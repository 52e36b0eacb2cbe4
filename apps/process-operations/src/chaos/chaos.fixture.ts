import type { NewChaosReport } from '#contracts';

/** A run that everything held in. */
export const chaosReport: NewChaosReport = {
  startedAt: '2026-11-20T06:00:00.000Z',
  seconds: 166,
  seed: 41,
  queue: 'postgres',
  workflows: 60,
  runs: 214,
  effects: 388,
  calls: 1_904,
  ambiguous: 17,
  faults: [
    { kind: 'kill', times: 6 },
    { kind: 'lost-reply', times: 34 },
  ],
  promises: [
    { name: 'I1', promise: 'each approved hour is billed once', failures: 0 },
    { name: 'I2', promise: 'each deal has one project', failures: 0 },
  ],
  lost: 0,
  duplicate: 0,
  stuck: 0,
  quietAfterSeconds: 21,
  collapses: [],
  wanting: [],
};

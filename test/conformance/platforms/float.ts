import type { Connector } from '#connector';
import { float as simulator } from '../../../apps/sandbox/src/simulators/float/float.simulator.js';
import { float as connector } from '../../../apps/system-float/src/connector.js';
import type { Platform, Trace } from '../platform.js';

const posted = (path: string, entity: string): Trace => ({
  sends: { method: 'POST', path: `/v3/${path}` },
  entity,
  settledBy: 'reading',
  losses: ['commit-then-reset', 'truncate'],
});

export const float: Platform = {
  connector: connector as unknown as Connector,
  simulator,
  instance: 'float',
  limits: { perMinute: 100_000 },
  beside: ({ world }) => void simulator.actions.setAllowance!(world, { times: 1_000 } as never),
  asks: { scheduling: '/v3/people' },
  traces: {
    scheduling: {
      putResource: posted('people', 'people'),
      putDemand: posted('tasks', 'tasks'),
      putAbsence: posted('timeoffs', 'timeoffs'),
    },
  },
};

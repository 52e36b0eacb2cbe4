import type { Connector } from '#connector';
import { scim as simulator } from '../../../apps/sandbox/src/simulators/scim/scim.simulator.js';
import { scim as connector } from '../../../apps/system-scim/src/connector.js';
import type { Platform } from '../platform.js';

export const scim: Platform = {
  connector: connector as unknown as Connector,
  simulator,
  instance: 'directory',
  asks: { identity: '/scim/v2/Users' },
  traces: {
    identity: {
      putAccount: {
        sends: { method: 'POST', path: '/scim/v2/Users' },
        entity: 'User',
        settledBy: 'reading',
        losses: ['commit-then-reset', 'truncate'],
      },
    },
  },
};

import type { Connector } from '#connector';
import { adp as simulator } from '../../../apps/sandbox/src/simulators/adp/adp.simulator.js';
import { adp as connector } from '../../../apps/system-adp/src/connector.js';
import type { Platform } from '../platform.js';

export const adp: Platform = {
  connector: connector as unknown as Connector,
  simulator,
  instance: 'adp',
  asks: {},
  traces: {
    payroll: {
      putPayData: {
        sends: { method: 'POST', path: '/events/payroll/v1/pay-data-input.modify' },
        entity: 'batch',
        settledBy: 'a person',
        losses: ['commit-then-reset', 'truncate'],
      },
    },
  },
};

import type { Connector } from '#connector';
import { certinia as simulator } from '../../../apps/sandbox/src/simulators/certinia/certinia.simulator.js';
import { certinia as connector } from '../../../apps/system-certinia/src/connector.js';
import type { Platform } from '../platform.js';

export const certinia: Platform = {
  connector: connector as unknown as Connector,
  simulator,
  instance: 'certinia',
  asks: { psa: 'FROM+pse__Proj__c' },
  traces: {
    psa: {
      putClient: {
        sends: { method: 'PATCH', path: '/sobjects/Account' },
        entity: 'Account',
        settledBy: 'repeating',
        losses: ['commit-then-reset', 'truncate'],
      },
    },
  },
};

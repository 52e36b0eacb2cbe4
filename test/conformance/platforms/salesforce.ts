import type { Connector } from '#connector';
import { salesforce as simulator } from '../../../apps/sandbox/src/simulators/salesforce/salesforce.simulator.js';
import { salesforce as connector } from '../../../apps/system-salesforce/src/connector.js';
import type { Platform } from '../platform.js';

export const salesforce: Platform = {
  connector: connector as unknown as Connector,
  simulator,
  instance: 'salesforce',
  asks: { crm: 'FROM+Account' },
  traces: {},
};

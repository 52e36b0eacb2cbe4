import type { Connector } from '#connector';
import { bamboohr as simulator } from '../../../apps/sandbox/src/simulators/bamboohr/bamboohr.simulator.js';
import { bamboohr as connector } from '../../../apps/system-bamboohr/src/connector.js';
import type { Platform } from '../platform.js';

export const bamboohr: Platform = {
  connector: connector as unknown as Connector,
  simulator,
  instance: 'bamboohr',
  // The worker in question is one of the first twenty; the feed reads by other paths.
  asks: { hr: '/api/v1/employees/1' },
  traces: {},
};

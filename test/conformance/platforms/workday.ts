import type { Connector } from '#connector';
import { workday as simulator } from '../../../apps/sandbox/src/simulators/workday/workday.simulator.js';
import { workday as connector } from '../../../apps/system-workday/src/connector.js';
import type { Platform } from '../platform.js';

export const workday: Platform = {
  connector: connector as unknown as Connector,
  simulator,
  instance: 'workday',
  asks: {},
  traces: {},
};

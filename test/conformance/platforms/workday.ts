import type { Connector } from '#connector';
import { workday as simulator } from '../../../apps/sandbox/src/simulators/workday/workday.simulator.js';
import { workday as connector } from '../../../apps/system-workday/src/connector.js';
import type { Platform } from '../platform.js';

export const workday: Platform = {
  connector: connector as unknown as Connector,
  simulator,
  instance: 'workday',
  settings: ({ world }) => ({
    baseUrl: world.origin,
    tenant: world.credentials.workday.tenant,
    user: world.credentials.workday.username,
    password: 'secret:workday.password',
    clientId: 'secret:workday.client-id',
    clientSecret: 'secret:workday.client-secret',
    refreshToken: 'secret:workday.refresh-token',
  }),
  asks: {},
  traces: {},
};

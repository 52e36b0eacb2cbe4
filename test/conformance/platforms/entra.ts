import type { Connector } from '#connector';
import { entra as simulator } from '../../../apps/sandbox/src/simulators/entra/entra.simulator.js';
import { entra as connector } from '../../../apps/system-entra/src/connector.js';
import type { Platform } from '../platform.js';

const tenantId = '6f2a1d0c-5b7e-4c8a-9a3d-1e4f70b2c965';

export const entra: Platform = {
  connector: connector as unknown as Connector,
  simulator,
  instance: 'entra',
  unlisted: {
    settings: (address) => ({
      baseUrl: `${address}/v1.0`,
      tokenUrl: `${address}/${tenantId}/oauth2/v2.0/token`,
      clientId: 'secret:entra.client-id',
      clientSecret: 'secret:entra.client-secret',
      servicePrincipalId: 'c41e7b52-0d9f-4a63-8e15-92d7a6f3b084',
      jobId: 'API2AAD.6f2a1d0c5b7e4c8a9a3d1e4f70b2c965.3b9d5e17-62c4-4f0a-b8e1-7a50c2d9f436',
    }),
  },
  // Null flow is off unless it is switched on for an attribute and for its mapping.
  clearsNothing: true,
  // The provisioning job and its log keep up with whoever waits.
  beside: ({ world }) => simulator.actions.setDelays!(world, { processingSeconds: 0, logSeconds: 0 } as never),
  asks: { identity: '/v1.0/users' },
  traces: {
    identity: {
      putAccount: {
        sends: { method: 'POST', path: '/v1.0/servicePrincipals' },
        entity: 'user',
        settledBy: 'repeating',
        losses: ['commit-then-reset'],
      },
    },
  },
};

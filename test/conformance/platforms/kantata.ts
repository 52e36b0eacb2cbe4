import type { Connector } from '#connector';
import { kantata as simulator } from '../../../apps/sandbox/src/simulators/kantata/kantata.simulator.js';
import { kantata as connector } from '../../../apps/system-kantata/src/connector.js';
import type { Platform, Trace } from '../platform.js';

const posted = (resource: string, entity: string): Trace => ({
  sends: { method: 'POST', path: `/api/v1/${resource}` },
  entity,
  settledBy: 'reading',
  losses: ['commit-then-reset', 'truncate'],
});

export const kantata: Platform = {
  connector: connector as unknown as Connector,
  simulator,
  instance: 'kantata',
  asks: { psa: '/api/v1/workspaces', scheduling: '/api/v1/users' },
  traces: {
    psa: {
      putClient: posted('workspace_groups', 'workspace_group'),
      putProject: posted('workspaces', 'workspace'),
      putPerson: posted('account_invitations', 'account_invitation'),
      putAssignment: posted('workspace_allocations', 'workspace_allocation'),
    },
    scheduling: {
      putResource: posted('account_invitations', 'account_invitation'),
      putDemand: posted('workspace_resources', 'workspace_resource'),
      putAbsence: posted('time_off_entries', 'time_off_entry'),
    },
  },
};

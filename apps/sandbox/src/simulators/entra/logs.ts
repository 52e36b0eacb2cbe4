import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { requirePermission } from './access.js';
import type { Data } from './bulk-upload.js';
import { badQuery } from './errors.js';
import { page, parseFilter, type Query } from './odata.js';
import type { Outcome } from './outcome.js';
import { jobOf } from './tenant.js';
import { valueOf } from './user.js';

/** An entry of the provisioning logs, and from when on it is seen (milliseconds since the epoch). */
interface Log {
  visibleAt: number;
  summary: { id: string; activityDateTime: string };
}

interface Done {
  cycleId: string;
  at: number;
  data: Data;
  outcome: Outcome;
}

/** Writes down what became of one user of an upload (provisioningObjectSummary of Microsoft Graph). */
export function addLog(world: World, { cycleId, at, data, outcome }: Done): void {
  const { tenantId, servicePrincipalId, jobId } = world.credentials.entra;
  const { action, status, before, after, values, error } = outcome;
  const target = after ?? before;
  const name = (value: unknown): string => (typeof value === 'string' ? value : '');
  const summary = {
    id: randomUUID(),
    activityDateTime: new Date(at).toISOString(),
    tenantId,
    jobId,
    cycleId,
    changeId: randomUUID(),
    provisioningAction: action,
    durationInMilliseconds: 250,
    servicePrincipal: { id: servicePrincipalId, displayName: 'API-driven provisioning to Microsoft Entra ID' },
    sourceSystem: { id: servicePrincipalId, displayName: 'API', details: {} },
    targetSystem: { id: tenantId, displayName: 'Microsoft Entra ID', details: {} },
    initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
    // Assumption, unconfirmed by the vendor: the source is known by what users are matched by.
    sourceIdentity: {
      id: name(data.externalId),
      displayName: name(data.displayName),
      identityType: 'User',
      details: {},
    },
    targetIdentity: { id: target?.id ?? '', displayName: target?.displayName ?? '', identityType: 'User', details: {} },
    provisioningStatusInfo: {
      status,
      errorInformation: error
        ? { ...error, additionalDetails: null, errorCategory: 'nonServiceFailure', recommendedAction: null }
        : null,
    },
    provisioningSteps: stepsOf(outcome),
    modifiedProperties: Object.entries(status === 'success' ? values : {}).map(([displayName, value]) => ({
      displayName,
      oldValue: before ? textOf(valueOf(before, displayName)) : null,
      newValue: String(value),
    })),
  };
  const log: Log = { visibleAt: at + jobOf(world).logSeconds * 1000, summary };
  world.store.put('log', summary.id, log);
}

const textOf = (value: string | boolean | null): string | null => (value === null ? null : String(value));

const stepsOf = ({ status, action, before, error }: Outcome): object[] => [
  step('EntryImportAdd', 'import', 'success', 'Received User change from API'),
  step('EntrySynchronizationAdd', 'matching', 'success', `${before ? 'A' : 'No'} matching User was found`),
  step('EntryExport', 'export', status, error ? `Failed to ${action} User` : `User: ${action}`),
];

const step = (name: string, provisioningStepType: string, status: string, description: string): object => ({
  name,
  provisioningStepType,
  status,
  description,
  details: {},
});

const path = 'auditLogs/provisioning';

/** `/auditLogs/provisioning`, newest first. Entries appear some time after what they tell of. */
export function logRoutes(app: FastifyInstance, world: World): void {
  const list = ({ query }: FastifyRequest<{ Querystring: Query }>): object => {
    requirePermission(world, 'AuditLog.Read.All');
    // These operators are documented, and no others.
    const filter = query.$filter;
    const matches = filter === undefined ? () => true : parseFilter(filter, ['eq', 'contains', 'gt', 'lt']);
    const now = world.now().getTime();
    const seen = world.store.list<Log>('log').filter(({ visibleAt }) => visibleAt <= now);
    const found = seen.map(({ summary }) => summary).filter(matches);
    // Assumption, unconfirmed by the vendor: sizes of pages, and the order where none is asked for.
    const sorted = isAscending(query.$orderby) ? found : found.toReversed();
    return page(sorted, { query, path, origin: world.origin, most: 1000, size: 100 });
  };
  app.get(`/${path}`, list);
  // The address an upload answers with has a slash before the question mark.
  app.get(`/${path}/`, list);
}

function isAscending(order: string | undefined): boolean {
  const [, direction = 'asc'] = /^activityDateTime(?:\s+(asc|desc))?$/i.exec(order ?? 'activityDateTime desc') ?? [
    undefined,
    '',
  ];
  if (direction === '') throw badQuery(`Invalid $orderby: ${order}`);
  return direction.toLowerCase() === 'asc';
}

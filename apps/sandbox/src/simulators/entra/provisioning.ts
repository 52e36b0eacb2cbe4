import { randomUUID } from 'node:crypto';
import { takeRefusal } from '../../core/arranged-refusals.js';
import type { World } from '../../core/simulator.js';
import type { Data, Upload } from './bulk-upload.js';
import { addLog } from './logs.js';
import type { Outcome, ProvisioningError } from './outcome.js';
import { isVerified, jobOf } from './tenant.js';
import { mapped, type Mapped, type User, userNamed, userNumbered, valueOf, withValues } from './user.js';

/** Lets the job do what is due by now, in the order in which it came. */
export function runJob(world: World): void {
  if (!jobOf(world).isRunning) return;
  const now = world.now().getTime();
  for (const upload of world.store.list<Upload>('upload')) {
    if (upload.dueAt > now) continue;
    const cycleId = randomUUID();
    for (const data of upload.users) {
      const outcome = provision(world, data, new Date(upload.dueAt));
      record(world, upload, outcome);
      addLog(world, { cycleId, at: upload.dueAt, data, outcome });
    }
    world.store.delete('upload', upload.id);
  }
}

/** Creates or changes one user, found by the number the source knows them by. */
function provision(world: World, data: Data, at: Date): Outcome {
  const values = mapped(data);
  const { employeeId } = values;
  const before = typeof employeeId === 'string' ? userNumbered(world, employeeId) : undefined;
  const changed = Object.entries(values).filter(([target, value]) => !before || valueOf(before, target) !== value);
  const changes: Mapped = Object.fromEntries(changed);
  const outcome = { before: before ?? null, values: changes };
  const error = errorOf(world, changes, before, employeeId);
  if (error) return { ...outcome, action: before ? 'update' : 'create', status: 'failure', after: null, error };
  if (before && changed.length === 0) return { ...outcome, action: 'other', status: 'skipped', after: before };
  const after = withValues(before ?? newUser(String(values.userPrincipalName), at), changes);
  world.store.put('user', after.id, after);
  return { ...outcome, action: actionOf(before, after), status: 'success', after };
}

const actionOf = (before: User | undefined, after: User): Outcome['action'] => {
  if (!before) return 'create';
  return before.accountEnabled && !after.accountEnabled ? 'disable' : 'update';
};

/**
 * The code of an invalid name is documented, that of a name twice reported by others. Assumption, unconfirmed by the
 * vendor: the other codes.
 */
function errorOf(
  world: World,
  { userPrincipalName: name, displayName }: Mapped,
  before: User | undefined,
  employeeId: unknown,
): ProvisioningError | undefined {
  const refusal = takeRefusal(world, 'User');
  if (refusal) return { errorCode: refusal.errorCode, reason: refusal.detail };
  if (typeof employeeId !== 'string')
    return failure('MissingAnchor', 'The matching attribute externalId has no value.');
  if (!before && displayName === undefined) return failure('AttributeMissing', 'displayName has no value.');
  if (name === undefined && before) return undefined;
  const [, domain] = /^[^@\s]+@([^@\s]+)$/.exec(String(name ?? '')) ?? [];
  if (domain === undefined)
    return failure('AzureActiveDirectoryInvalidUserPrincipalName', 'The userPrincipalName is invalid.');
  if (!isVerified(world, domain)) return failure('AzureActiveDirectoryInvalidDomain', 'The domain does not exist.');
  const namesake = userNamed(world, String(name));
  if (namesake && namesake.id !== before?.id)
    return failure(
      'AzureActiveDirectoryDuplicateUserPrincipalName',
      'Another object with the same value for property userPrincipalName already exists.',
    );
  return undefined;
}

const failure = (errorCode: string, reason: string): ProvisioningError => ({ errorCode, reason });

/** Somebody of whom nothing is known but the name to sign in by. */
export const newUser = (userPrincipalName: string, at: Date): User => ({
  id: randomUUID(),
  userPrincipalName,
  accountEnabled: true,
  displayName: userPrincipalName,
  employeeId: null,
  givenName: null,
  surname: null,
  jobTitle: null,
  department: null,
  companyName: null,
  employeeType: null,
  preferredLanguage: null,
  employeeOrgData: { costCenter: null, division: null },
  mailNickname: userPrincipalName.slice(0, userPrincipalName.indexOf('@')),
  createdDateTime: at.toISOString(),
  managerEmployeeId: null,
});

/** The ledger names whoever uploaded: the job acts for them. */
function record(world: World, { correlationId, effectId }: Upload, { action, status, after }: Outcome): void {
  if (status !== 'success' || !after) return;
  world.store.record({
    operation: action,
    entity: 'user',
    id: after.id,
    by: 'api',
    ...(correlationId && { correlationId }),
    ...(effectId && { effectId }),
    data: { employeeId: after.employeeId, accountEnabled: after.accountEnabled },
  });
}

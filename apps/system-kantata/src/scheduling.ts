import { type DomainOperations, read, unsupported, type Vendor, write } from '#connector';
import type { scheduling } from '#contracts';
import { Failure } from '#kernel';
import { adopt, create, findByReference, list, listAll, reference, referencesOf, type Row, update } from './api.js';
import { putCustomFields } from './custom-fields.js';
import { quarantineMs, settingsOf } from './settings.js';

const toResource = (row: Row, ref: string | null): scheduling.Resource => ({
  id: row.id,
  reference: ref,
  name: String(row.full_name),
  email: (row.email_address as string | null) ?? null,
  active: row.disabled !== true,
});

const toAssignment = (place: Row, project: string | null, workerNumber: string | null): scheduling.Assignment => ({
  id: place.id,
  workerNumber,
  roleName: (place.role_name as string | null) ?? null,
  minutes: Number(place.total_allocated_minutes ?? 0),
  project,
  startDate: (place.earliest_allocation_date as string | null) ?? null,
  endDate: (place.latest_allocation_date as string | null) ?? null,
  status: 'confirmed',
});

async function findPeople(vendor: Vendor, ref: string, email: string): Promise<Row[]> {
  const ours = await findByReference(vendor, 'users', ref);
  // Somebody who worked here before the gateway carries no reference of ours and is known by e-mail.
  return ours.length > 0 ? ours : (await list(vendor, 'users', { by_email_address: email })).rows;
}

async function roleNamed(vendor: Vendor, name: string): Promise<Row> {
  const role = (await listAll(vendor, 'roles', {})).find((row) => row.name === name);
  if (role) return role;
  throw new Failure('rejected', `Kantata has no role "${name}"`, {
    code: 'unknown-role',
    remedy: 'add the role in Kantata, or correct mappings.roleNames in estate.yaml',
    fields: [{ field: 'roleName', message: `"${name}" is not a role of this account` }],
  });
}

/** Adds the skills a person lacks; what somebody else recorded stays. */
async function putSkills(vendor: Vendor, userId: string, names: string[]): Promise<void> {
  const skills = await listAll(vendor, 'skills', {});
  const held = await listAll(vendor, 'skill_memberships', { user_ids: userId, include: 'skill' });
  const wanted = skills.filter((skill) => names.includes(String(skill.name)));
  for (const skill of wanted.filter(({ id }) => !held.some((membership) => membership.skill_id === id))) {
    await create(vendor, 'skill_memberships', 'skill_membership', { skill_id: skill.id, user_id: userId, level: 1 });
  }
}

async function putDefaultRole(vendor: Vendor, userId: string, roleName: string): Promise<void> {
  const role = await roleNamed(vendor, roleName);
  const { rows } = await list(vendor, 'account_memberships', { by_user_id: userId, include: 'default_role' });
  const [membership] = rows;
  if (!membership || membership.default_role_id === role.id) return;
  await update(vendor, 'account_memberships', 'account_membership', membership.id, { default_role_id: role.id });
}

/** Kantata as a scheduler: users are people, workspace resources are their places on projects. */
export const schedulingOperations: DomainOperations['scheduling'] = {
  getResource: read(async (vendor, { reference: ref }) => {
    const [row] = await findByReference(vendor, 'users', ref);
    if (!row)
      throw new Failure('not-found', `Kantata has nobody with worker number ${ref}`, { code: 'unknown-worker' });
    return toResource(row, ref);
  }),

  listAssignments: read(async (vendor, { project }) => {
    const [workspace] = await findByReference(vendor, 'workspaces', project);
    if (!workspace) throw new Failure('not-found', `Kantata has no project ${project}`, { code: 'unknown-project' });
    const places = await listAll(vendor, 'workspace_resources', { workspace_id: workspace.id, include: 'user,role' });
    const named = places.filter((place) => typeof place.user_id === 'string');
    const numbers = await referencesOf(vendor, 'users', [...new Set(named.map((place) => String(place.user_id)))]);
    return { items: named.map((place) => toAssignment(place, project, numbers.get(String(place.user_id)) ?? null)) };
  }),

  getAssignment: read(async (vendor, { id }) => {
    const [place] = (await list(vendor, 'workspace_resources', { only: id, include: 'user,role,workspace' })).rows;
    if (typeof place?.user_id !== 'string')
      throw new Failure('not-found', `Kantata has nobody on place ${id}`, { code: 'unknown-assignment' });
    const [numbers, projects] = await Promise.all([
      referencesOf(vendor, 'users', [place.user_id]),
      referencesOf(vendor, 'workspaces', [String(place.workspace_id)]),
    ]);
    const project = projects.get(String(place.workspace_id)) ?? null;
    return toAssignment(place, project, numbers.get(place.user_id) ?? null);
  }),
  listAssignmentsOf: unsupported('is not built yet'),
  putAbsence: unsupported('is not built yet'),

  putResource: write({
    safety: {
      strategy: 'reference',
      quarantineMs,
      find: async (vendor, { reference: ref, state }) =>
        (await findPeople(vendor, ref, state.email)).map((row) => toResource(row, ref)),
    },
    run: async (vendor, { reference: ref, state }) => {
      const body = {
        full_name: state.name,
        email_address: state.email,
        permission: 'collaborator',
        external_reference: reference('Worker', ref),
      };
      const invitation = await create(vendor, 'account_invitations', 'account_invitation', body, 'invitee');
      return { id: String(invitation.invitee_id), reference: ref, name: state.name, email: state.email, active: true };
    },
    finish: async (vendor, { reference: ref, state }, person) => {
      await adopt(vendor, 'User', person.id, 'Worker', ref);
      await putDefaultRole(vendor, person.id, state.roleName);
      await putSkills(vendor, person.id, state.skills);
      await putCustomFields(vendor, 'User', person.id, {
        'Cost centre': state.costCentre,
        Grade: state.grade,
        'Weekly minutes': state.weeklyMinutes,
      });
      return person;
    },
  }),

  putDemand: write({
    safety: {
      strategy: 'reference',
      quarantineMs,
      find: async (vendor, { reference: ref }) =>
        (await findByReference(vendor, 'workspace_resources', ref)).map(({ id }) => ({ id, reference: ref })),
    },
    run: async (vendor, { reference: ref, state }) => {
      const [workspace] = await findByReference(vendor, 'workspaces', state.project);
      if (!workspace)
        throw new Failure('not-found', `Kantata has no project ${state.project}`, { code: 'unknown-project' });
      const role = await roleNamed(vendor, state.roleName);
      const body = {
        workspace_id: workspace.id,
        role_id: role.id,
        label: state.roleName,
        external_reference: reference('Demand', ref),
      };
      return { id: (await create(vendor, 'workspace_resources', 'workspace_resource', body)).id, reference: ref };
    },
    finish: async (vendor, { state }, demand) => {
      // Requests cannot be asked for by their place.
      const requests = await listAll(vendor, 'resource_requests', { include: 'resource' });
      if (!requests.some((request) => request.resource_id === demand.id)) {
        await create(vendor, 'resource_requests', 'resource_request', {
          resource_id: demand.id,
          approver_ids: settingsOf(vendor).approverIds,
          workspace_allocation_start_date: state.startDate,
          workspace_allocation_end_date: state.endDate,
        });
      }
      return demand;
    },
  }),

  putActuals: write({
    safety: { strategy: 'absolute' },
    run: async (vendor, { assignment, state }) => {
      await putCustomFields(vendor, 'Resource', assignment, { 'Billed minutes': state.billedMinutes });
      return { id: assignment, url: null };
    },
  }),
};

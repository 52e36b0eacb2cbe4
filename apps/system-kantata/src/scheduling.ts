import { createOnce, type DomainOperations, read, unsupported, type Vendor, write } from '#connector';
import type { scheduling } from '#contracts';
import { putAbsence } from './absences.js';
import { adopt, create, findByReference, listAll, reference, type Row } from './api.js';
import { putCustomFields } from './custom-fields.js';
import { findPeople, invite, putDefaultRole, roleNamed, thePerson } from './people.js';
import { placeOperations } from './places.js';
import { theProject } from './projects.js';
import { quarantineMs, settingsOf } from './settings.js';

const toResource = (row: Row, ref: string | null): scheduling.Resource => ({
  id: row.id,
  reference: ref,
  name: String(row.full_name),
  email: (row.email_address as string | null) ?? null,
  active: row.disabled !== true,
});

/** Adds the skills a person lacks; what somebody else recorded stays. */
async function putSkills(vendor: Vendor, userId: string, names: string[]): Promise<void> {
  const skills = await listAll(vendor, 'skills', {});
  const held = await listAll(vendor, 'skill_memberships', { user_ids: userId, include: 'skill' });
  const wanted = skills.filter((skill) => names.includes(String(skill.name)));
  for (const skill of wanted.filter(({ id }) => !held.some((membership) => membership.skill_id === id))) {
    await create(vendor, 'skill_memberships', { skill_id: skill.id, user_id: userId, level: 1 });
  }
}

/** Kantata as a scheduler: users are people, workspace resources are their places on projects. */
export const schedulingOperations: DomainOperations['scheduling'] = {
  getResource: read(async (vendor, { reference: ref }) => toResource(await thePerson(vendor, ref), ref)),
  ...placeOperations,
  putAbsence,

  putResource: createOnce({
    quarantineMs,
    find: (vendor, { reference: ref, state }) => findPeople(vendor, ref, state.email),
    create: (vendor, { reference: ref, state: { name, email } }) => invite(vendor, ref, name, email),
    tell: (row, _vendor, { reference: ref }) => toResource(row, ref),
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

  endResource: unsupported('its API ends nobody’s access: disable the person in the account settings'),

  putDemand: createOnce({
    quarantineMs,
    find: (vendor, { reference: ref }) => findByReference(vendor, 'workspace_resources', ref),
    create: async (vendor, { reference: ref, state }) => {
      const workspace = await theProject(vendor, state.project);
      const role = await roleNamed(vendor, state.roleName);
      return create(vendor, 'workspace_resources', {
        workspace_id: workspace.id,
        role_id: role.id,
        label: state.roleName,
        external_reference: reference('Demand', ref),
      });
    },
    tell: ({ id }, _vendor, { reference: ref }) => ({ id, reference: ref }),
    finish: async (vendor, { state }, demand) => {
      // Requests cannot be asked for by their place.
      const requests = await listAll(vendor, 'resource_requests', { include: 'resource' });
      if (!requests.some((request) => request.resource_id === demand.id)) {
        await create(vendor, 'resource_requests', {
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

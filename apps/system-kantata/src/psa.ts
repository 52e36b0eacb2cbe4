import { type DomainOperations, read, type Vendor, write } from '#connector';
import type { psa } from '#contracts';
import { create, findByReference, reference, type Row, update } from './api.js';
import { putAssignment } from './assignments.js';
import { putCustomFields } from './custom-fields.js';
import { putPerson } from './people.js';
import { theProject, timeTask } from './projects.js';
import { putRates } from './rates.js';
import { quarantineMs, settingsOf } from './settings.js';
import { approvedTime, getTimeEntry } from './time.js';

const refOf = (vendor: Vendor, { id }: Row) => ({
  id,
  url: vendor.recordUrl('workspaces', id, 'https://app.mavenlink.com/{type}/{id}'),
});

function toProject(vendor: Vendor, row: Row, ref: string): psa.PsaProject {
  const { open } = settingsOf(vendor).statusKeys;
  const key = (row.status as { key: number }).key;
  const { inSetup } = settingsOf(vendor).statusKeys;
  const status = row.archived === true ? 'closed' : key === open ? 'open' : key === inSetup ? 'in-setup' : 'closed';
  return { id: row.id, reference: ref, name: String(row.title), status };
}

/** Kantata as a PSA: workspaces are projects, groups are clients. */
export const psaOperations: DomainOperations['psa'] = {
  getProject: read(async (vendor, { reference: ref }) => toProject(vendor, await theProject(vendor, ref), ref)),
  getTimeEntry: read((vendor, { id }) => getTimeEntry(vendor, id)),
  listApprovedTime: read((vendor, page) => approvedTime(vendor, page)),

  putRates,
  putPerson,
  putAssignment,

  putClient: write({
    safety: {
      strategy: 'reference',
      quarantineMs,
      find: async (vendor, { reference: ref }) =>
        (await findByReference(vendor, 'workspace_groups', ref)).map(({ id }) => ({ id, url: null })),
    },
    run: async (vendor, { reference: ref, state }) => {
      const body = { name: state.name, company: true, external_reference: reference('Client', ref) };
      return { id: (await create(vendor, 'workspace_groups', body)).id, url: null };
    },
  }),

  putProject: write({
    safety: {
      strategy: 'reference',
      quarantineMs,
      find: async (vendor, { reference: ref }) =>
        (await findByReference(vendor, 'workspaces', ref)).map((row) => refOf(vendor, row)),
    },
    run: async (vendor, { reference: ref, state }) => {
      const row = await create(vendor, 'workspaces', {
        title: state.name,
        creator_role: 'maven',
        currency: state.currency,
        start_date: state.startDate,
        due_date: state.endDate,
        status_key: settingsOf(vendor).statusKeys.inSetup,
        primary_workspace_group_id: state.clientId,
        external_reference: reference('Project', ref),
      });
      return refOf(vendor, row);
    },
  }),

  putFinancialDimensions: write({
    safety: { strategy: 'absolute' },
    run: async (vendor, { reference: ref, dimensions }) => {
      const project = await theProject(vendor, ref);
      await putCustomFields(vendor, 'Workspace', project.id, {
        'Legal entity': dimensions.legalEntity,
        'ERP project': dimensions.erpProjectId,
        'Cost centre': dimensions.costCentre,
        'Contract number': dimensions.contractNumber,
        'Delivery model': dimensions.deliveryModel,
      });
      return refOf(vendor, project);
    },
  }),

  changeProject: write({
    safety: { strategy: 'absolute' },
    run: async (vendor, { reference: ref, change }) => {
      const { id } = await theProject(vendor, ref);
      const changed = await update(vendor, 'workspaces', id, {
        title: change.name,
        start_date: change.startDate,
        due_date: change.endDate,
      });
      return toProject(vendor, changed, ref);
    },
  }),

  openTimeCapture: write({
    safety: {
      strategy: 'transition',
      quarantineMs,
      isDone: async (vendor, { reference: ref }) => {
        const project = toProject(vendor, await theProject(vendor, ref), ref);
        return project.status === 'open' ? project : null;
      },
    },
    run: async (vendor, { reference: ref }) => {
      const project = await theProject(vendor, ref);
      // The task first: an open project without one would turn people away.
      await timeTask(vendor, project, ref);
      const opened = await update(vendor, 'workspaces', project.id, {
        status_key: settingsOf(vendor).statusKeys.open,
      });
      return toProject(vendor, opened, ref);
    },
  }),

  archiveProject: write({
    safety: {
      strategy: 'transition',
      isDone: async (vendor, { reference: ref }) => {
        const [row] = await findByReference(vendor, 'workspaces', ref);
        if (!row) return { id: ref, reference: ref, name: ref, status: 'closed' };
        return row.archived === true ? toProject(vendor, row, ref) : null;
      },
    },
    run: async (vendor, { reference: ref }) => {
      const project = await theProject(vendor, ref);
      return toProject(vendor, await update(vendor, 'workspaces', project.id, { archived: true }), ref);
    },
  }),
};

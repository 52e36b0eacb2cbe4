import { changeState, createOnce, type DomainOperations, neverOpened, read, type Vendor, write } from '#connector';
import type { psa } from '#contracts';
import { create, findByReference, reference, type Row, update } from './api.js';
import { putAssignment } from './assignments.js';
import { putCustomFields } from './custom-fields.js';
import { putPerson } from './people.js';
import { theProject, timeTask } from './projects.js';
import { putRates } from './rates.js';
import { quarantineMs, settingsOf } from './settings.js';
import { approvedTime, getTimeEntry } from './time.js';

const refOf = ({ id }: Row, vendor: Vendor) =>
  vendor.recordRef('workspaces', id, 'https://app.mavenlink.com/{type}/{id}');

function statusOf(row: Row, vendor: Vendor): psa.PsaProject['status'] {
  const { open, inSetup } = settingsOf(vendor).statusKeys;
  const { key } = row.status as { key: number };
  if (row.archived === true) return 'closed';
  return key === open ? 'open' : key === inSetup ? 'in-setup' : 'closed';
}

const toProject = (vendor: Vendor, row: Row, { reference: ref }: { reference: string }): psa.PsaProject => ({
  id: row.id,
  reference: ref,
  name: String(row.title),
  status: statusOf(row, vendor),
});

const readProject = (vendor: Vendor, { reference: ref }: { reference: string }) => theProject(vendor, ref);

/** Kantata as a PSA: workspaces are projects, groups are clients. */
export const psaOperations: DomainOperations['psa'] = {
  getProject: read(async (vendor, input) => toProject(vendor, await readProject(vendor, input), input)),
  getTimeEntry: read((vendor, { id }) => getTimeEntry(vendor, id)),
  listApprovedTime: read((vendor, page) => approvedTime(vendor, page)),

  putRates,
  putPerson,
  putAssignment,

  putClient: createOnce({
    quarantineMs,
    find: (vendor, { reference: ref }) => findByReference(vendor, 'workspace_groups', ref),
    create: (vendor, { reference: ref, state }) => {
      const body = { name: state.name, company: true, external_reference: reference('Client', ref) };
      return create(vendor, 'workspace_groups', body);
    },
    tell: ({ id }) => ({ id, url: null }),
  }),

  putProject: createOnce({
    quarantineMs,
    find: (vendor, { reference: ref }) => findByReference(vendor, 'workspaces', ref),
    create: (vendor, { reference: ref, state }) =>
      create(vendor, 'workspaces', {
        title: state.name,
        creator_role: 'maven',
        currency: state.currency,
        start_date: state.startDate,
        due_date: state.endDate,
        status_key: settingsOf(vendor).statusKeys.inSetup,
        primary_workspace_group_id: state.clientId,
        external_reference: reference('Project', ref),
      }),
    tell: refOf,
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
      return refOf(project, vendor);
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
      return toProject(vendor, changed, { reference: ref });
    },
  }),

  openTimeCapture: changeState({
    quarantineMs,
    read: readProject,
    isThere: (row, vendor) => statusOf(row, vendor) === 'open',
    move: async (vendor, { reference: ref }, project) => {
      // The task first: an open project without one would turn people away.
      await timeTask(vendor, project, ref);
      return update(vendor, 'workspaces', project.id, { status_key: settingsOf(vendor).statusKeys.open });
    },
    tell: toProject,
  }),

  archiveProject: changeState({
    neverThere: neverOpened,
    read: readProject,
    isThere: ({ archived }) => archived === true,
    move: (vendor, _input, { id }) => update(vendor, 'workspaces', id, { archived: true }),
    tell: toProject,
  }),
};

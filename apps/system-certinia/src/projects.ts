import {
  changeState,
  type DomainOperations,
  read,
  soql,
  soqlText,
  unsupported,
  updateRecord,
  upsertRecord,
  type Vendor,
  write,
} from '#connector';
import type { psa } from '#contracts';
import { Failure } from '#kernel';
import {
  closedBody,
  dimensionsBody,
  newProjectBody,
  openBody,
  projectBody,
  projectColumns,
  type ProjectRow,
  toProject,
} from './mapping.js';
import { settingsOf } from './settings.js';

const type = 'pse__Proj__c';

async function findProject(vendor: Vendor, reference: string): Promise<ProjectRow | undefined> {
  const settings = settingsOf(vendor);
  const where = `${settings.fields.project} = ${soqlText(reference)}`;
  const [row] = await soql<ProjectRow>(vendor, `SELECT ${projectColumns(settings)} FROM ${type} WHERE ${where}`);
  return row;
}

export async function projectOf(vendor: Vendor, reference: string): Promise<ProjectRow> {
  const row = await findProject(vendor, reference);
  if (row) return row;
  throw new Failure('not-found', `Certinia has no project ${reference}`, { code: 'unknown-project' });
}

const refOf = (vendor: Vendor, id: string) => ({ id, url: vendor.recordUrl(type, id) });

const readAsContract = (vendor: Vendor, row: ProjectRow): psa.PsaProject => {
  const { fields, stages } = settingsOf(vendor);
  return toProject(row, fields, stages);
};

/** Writes to a project that is there, and answers how it then stands. */
async function change(vendor: Vendor, reference: string, body: object): Promise<psa.PsaProject> {
  const { Id } = await projectOf(vendor, reference);
  await updateRecord(vendor, type, Id, body);
  return readAsContract(vendor, await projectOf(vendor, reference));
}

type Projects =
  | 'getProject'
  | 'putProject'
  | 'putFinancialDimensions'
  | 'openTimeCapture'
  | 'changeProject'
  | 'archiveProject'
  | 'putRates';

export const projectOperations: Pick<DomainOperations['psa'], Projects> = {
  getProject: read(async (vendor, { reference }) => readAsContract(vendor, await projectOf(vendor, reference))),

  putProject: write({
    safety: { strategy: 'upsert' },
    run: async (vendor, { reference, state }) => {
      const settings = settingsOf(vendor);
      // A project that is open already must not be put back into set-up by a repeat.
      const held = await findProject(vendor, reference);
      const body = held ? projectBody(state) : newProjectBody(state, settings);
      return refOf(vendor, await upsertRecord(vendor, type, settings.fields.project, reference, body));
    },
  }),

  putFinancialDimensions: write({
    safety: { strategy: 'absolute' },
    run: async (vendor, { reference, dimensions }) => {
      const { Id } = await projectOf(vendor, reference);
      await updateRecord(vendor, type, Id, dimensionsBody(dimensions, settingsOf(vendor).fields));
      return refOf(vendor, Id);
    },
  }),

  openTimeCapture: changeState({
    read: async (vendor, { reference }) => readAsContract(vendor, await projectOf(vendor, reference)),
    isThere: ({ status }) => status === 'open',
    move: (vendor, { reference }) => change(vendor, reference, openBody(settingsOf(vendor).stages)),
  }),

  changeProject: write({
    safety: { strategy: 'absolute' },
    run: (vendor, { reference, change: wanted }) => change(vendor, reference, projectBody(wanted)),
  }),

  archiveProject: write({
    safety: {
      strategy: 'transition',
      isDone: async (vendor, { reference }) => {
        const row = await findProject(vendor, reference);
        if (!row) return { id: reference, reference, name: reference, status: 'closed' };
        const project = readAsContract(vendor, row);
        return project.status === 'closed' ? project : null;
      },
    },
    run: (vendor, { reference }) => change(vendor, reference, closedBody(settingsOf(vendor).stages)),
  }),

  putRates: unsupported('bills each assignment at its own rate; its rate cards need cost rates, which nobody tells us'),
};

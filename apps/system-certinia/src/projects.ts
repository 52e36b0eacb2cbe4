import {
  changeState,
  type DomainOperations,
  neverOpened,
  read,
  soql,
  soqlText,
  theOne,
  unsupported,
  updateRecord,
  upsertRecord,
  type Vendor,
  write,
} from '#connector';
import type { psa } from '#contracts';
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

function found(vendor: Vendor, reference: string): Promise<ProjectRow[]> {
  const settings = settingsOf(vendor);
  const where = `${settings.fields.project} = ${soqlText(reference)}`;
  return soql<ProjectRow>(vendor, `SELECT ${projectColumns(settings)} FROM ${type} WHERE ${where}`);
}

export const projectOf = async (vendor: Vendor, reference: string): Promise<ProjectRow> =>
  theOne(await found(vendor, reference), 'Certinia', 'project', reference);

const readProject = (vendor: Vendor, { reference }: { reference: string }) => projectOf(vendor, reference);

const readAsContract = (vendor: Vendor, row: ProjectRow): psa.PsaProject => {
  const { fields, stages } = settingsOf(vendor);
  return toProject(row, fields, stages);
};

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
      const [held] = await found(vendor, reference);
      const body = held ? projectBody(state) : newProjectBody(state, settings);
      return vendor.recordRef(type, await upsertRecord(vendor, type, settings.fields.project, reference, body));
    },
  }),

  putFinancialDimensions: write({
    safety: { strategy: 'absolute' },
    run: async (vendor, { reference, dimensions }) => {
      const { Id } = await projectOf(vendor, reference);
      await updateRecord(vendor, type, Id, dimensionsBody(dimensions, settingsOf(vendor).fields));
      return vendor.recordRef(type, Id);
    },
  }),

  openTimeCapture: changeState({
    read: readProject,
    isThere: (row, vendor) => readAsContract(vendor, row).status === 'open',
    move: (vendor, _input, { Id }) => updateRecord(vendor, type, Id, openBody(settingsOf(vendor).stages)),
    tell: readAsContract,
  }),

  changeProject: write({
    safety: { strategy: 'absolute' },
    run: async (vendor, { reference, change }) => {
      const { Id } = await projectOf(vendor, reference);
      await updateRecord(vendor, type, Id, projectBody(change));
      return readAsContract(vendor, await projectOf(vendor, reference));
    },
  }),

  archiveProject: changeState({
    neverThere: neverOpened,
    read: readProject,
    isThere: (row, vendor) => readAsContract(vendor, row).status === 'closed',
    move: (vendor, _input, { Id }) => updateRecord(vendor, type, Id, closedBody(settingsOf(vendor).stages)),
    tell: readAsContract,
  }),

  putRates: unsupported('bills each assignment at its own rate; its rate cards need cost rates, which nobody tells us'),
};

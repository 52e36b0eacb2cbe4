import { type DomainOperations, read, unsupported, type Vendor, write } from '#connector';
import type { erp } from '#contracts';
import { Failure } from '#kernel';
import { get, idOf, type NetsuiteRecord, quoted, suiteQl, upsert } from './api.js';
import { billingTypes, projectStatus, toInvoice, toInvoiceBody, toProject, toTimeBill } from './mapping.js';

/** External id of each subsidiary, which is our legal entity code, by internal id. */
async function legalEntities(vendor: Vendor): Promise<Map<string, string>> {
  const rows = await suiteQl(vendor, 'SELECT id, externalid FROM subsidiary ORDER BY id');
  return new Map(rows.filter((row) => row.externalid).map((row) => [row.id!, row.externalid!]));
}

async function readProject(vendor: Vendor, reference: string): Promise<erp.ErpProject> {
  const job = await get(vendor, 'job', reference);
  const entities = await legalEntities(vendor);
  return toProject(job, entities.get(idOf(job.subsidiary) ?? '') ?? null);
}

/** Moves a project to a status unless it is there already. */
const moveTo = (status: erp.ErpProject['status'], body: object) =>
  write<{ reference: string }, erp.ErpProject>({
    safety: {
      strategy: 'transition',
      isDone: async (vendor, { reference }) => {
        const project = await readProject(vendor, reference);
        return project.status === status ? project : null;
      },
    },
    run: async (vendor, { reference }) => {
      await upsert(vendor, 'job', reference, body);
      return readProject(vendor, reference);
    },
  });

/** One line is one time record; what NetSuite refuses is that line's business, anything else stops the batch. */
async function postLine(vendor: Vendor, line: erp.BillableLine): Promise<erp.LineSettlement> {
  try {
    const { id } = await upsert(vendor, 'timeBill', line.reference, toTimeBill(line));
    return { reference: line.reference, outcome: 'posted', id, reason: null };
  } catch (error) {
    const failure = Failure.from(error);
    if (failure.kind !== 'rejected') throw failure;
    return { reference: line.reference, outcome: 'refused', id: null, reason: failure.message };
  }
}

async function readInvoice(vendor: Vendor, reference: string): Promise<erp.Invoice> {
  const invoice: NetsuiteRecord = await get(vendor, 'invoice', reference);
  const currency = (invoice.currency as { refName?: string } | undefined)?.refName ?? 'USD';
  return toInvoice(invoice, currency);
}

/** NetSuite as an ERP: jobs are projects, subsidiaries are legal entities, departments are cost centres. */
export const erpOperations: DomainOperations['erp'] = {
  getCostCentre: read(async (vendor, { code }) => {
    const department = await get(vendor, 'department', code);
    return { id: department.id, code, name: String(department.name), active: department.isInactive !== true };
  }),

  findCustomers: read(async (vendor, query) => {
    const tests = [
      query.reference && `externalid = ${quoted(query.reference)}`,
      query.taxNumber && `custentity_tax_number = ${quoted(query.taxNumber)}`,
      query.name && `companyname = ${quoted(query.name)}`,
    ].filter(Boolean);
    if (tests.length === 0) throw new Failure('rejected', 'say which customer: reference, taxNumber or name');
    const columns = 'id, externalid, companyname, custentity_tax_number, subsidiary';
    const rows = await suiteQl(vendor, `SELECT ${columns} FROM customer WHERE ${tests.join(' OR ')} ORDER BY id`);
    const entities = await legalEntities(vendor);
    const items = rows.map((row) => ({
      id: row.id!,
      reference: row.externalid ?? null,
      name: row.companyname ?? '',
      taxNumber: row.custentity_tax_number ?? null,
      legalEntity: entities.get(row.subsidiary ?? '') ?? 'unknown',
    }));
    return { items };
  }),

  getProject: read((vendor, { reference }) => readProject(vendor, reference)),
  getInvoice: read((vendor, { reference }) => readInvoice(vendor, reference)),

  putEmployee: write({
    safety: { strategy: 'upsert' },
    run: (vendor, { reference, state }) =>
      upsert(vendor, 'employee', reference, {
        firstName: state.firstName,
        lastName: state.lastName,
        email: state.email,
        subsidiary: { externalId: state.legalEntity },
        department: { externalId: state.costCentre },
        isInactive: !state.active,
      }),
  }),

  putCustomer: write({
    safety: { strategy: 'upsert' },
    run: (vendor, { reference, state }) =>
      upsert(vendor, 'customer', reference, {
        companyName: state.name,
        subsidiary: { externalId: state.legalEntity },
        currency: { externalId: state.currency },
        ...(state.taxNumber && { custentity_tax_number: state.taxNumber }),
      }),
  }),

  putProject: write({
    safety: { strategy: 'upsert' },
    run: (vendor, { reference, state }) =>
      upsert(vendor, 'job', reference, {
        companyName: state.name,
        parent: { id: state.customerId },
        subsidiary: { externalId: state.legalEntity },
        currency: { externalId: state.currency },
        startDate: state.startDate,
        ...(state.endDate && { projectedEndDate: state.endDate }),
      }),
  }),

  setUpBilling: write({
    safety: { strategy: 'absolute' },
    run: (vendor, { reference, setup }) =>
      upsert(vendor, 'job', reference, {
        jobBillingType: { id: billingTypes[setup.billingType] },
        custentity_contract_number: setup.contractNumber,
        custentity_tax_code: setup.taxCode,
        custentity_delivery_model: setup.deliveryModel,
        custentity_department: { externalId: setup.costCentre },
      }),
  }),

  activateProject: moveTo('active', { entityStatus: { id: projectStatus.active }, allowTime: true }),
  closeProject: moveTo('closed', { entityStatus: { id: projectStatus.closed }, allowTime: false }),

  putLabour: unsupported('is not built yet'),
  putPurchaseCommitment: unsupported('is not built yet'),

  postBillableLines: write({
    safety: { strategy: 'upsert' },
    run: async (vendor, batch) => ({ lines: await Promise.all(batch.lines.map((line) => postLine(vendor, line))) }),
  }),

  putInvoice: write({
    safety: { strategy: 'upsert' },
    run: async (vendor, { reference, state }) => {
      await upsert(vendor, 'invoice', reference, toInvoiceBody(state), 'item');
      return readInvoice(vendor, reference);
    },
  }),
};

import { changeState, type DomainOperations, findCustomers, read, type Vendor, write } from '#connector';
import type { erp } from '#contracts';
import { Failure } from '#kernel';
import { get, idOf, type NetsuiteRecord, quoted, refNameOf, suiteQl, upsert } from './api.js';
import { putLabour } from './labour.js';
import {
  billingTypes,
  projectStatus,
  statusOf,
  toEmptiedTimeBill,
  toInvoice,
  toInvoiceBody,
  toProject,
  toTimeBill,
} from './mapping.js';
import { putPurchaseCommitment } from './purchasing.js';

/** External id of each subsidiary, which is our legal entity code, by internal id. */
async function legalEntities(vendor: Vendor): Promise<Map<string, string>> {
  const rows = await suiteQl(vendor, 'SELECT id, externalid FROM subsidiary ORDER BY id');
  return new Map(rows.filter((row) => row.externalid).map((row) => [row.id!, row.externalid!]));
}

async function describe(vendor: Vendor, job: NetsuiteRecord): Promise<erp.ErpProject> {
  const entities = await legalEntities(vendor);
  return toProject(job, entities.get(idOf(job.subsidiary) ?? '') ?? null);
}

const moveTo = (status: erp.ErpProject['status'], body: object) =>
  changeState<{ reference: string }, NetsuiteRecord, erp.ErpProject>({
    read: (vendor, { reference }) => get(vendor, 'job', reference),
    isThere: (job) => statusOf(job) === status,
    tell: describe,
    move: async (vendor, { reference }) => void (await upsert(vendor, 'job', reference, body)),
  });

/**
 * One charge is one time record. A reversal empties that of its charge; where the two are not of one day the month of the
 * charge is closed, its time stays as it is, and the money is given back on the invoice or credit memo alone.
 */
async function postTime(vendor: Vendor, { reverses, ...line }: erp.BillableLine): Promise<string | null> {
  if (!reverses) return (await upsert(vendor, 'timeBill', line.reference, toTimeBill(line))).id;
  if (reverses.date !== line.date) return null;
  return (await upsert(vendor, 'timeBill', reverses.reference, toEmptiedTimeBill(line))).id;
}

/** What NetSuite refuses is that line's business, anything else stops the batch. */
async function postLine(vendor: Vendor, line: erp.BillableLine): Promise<erp.LineSettlement> {
  try {
    const id = await postTime(vendor, line);
    return { reference: line.reference, outcome: 'posted', id, reason: null };
  } catch (error) {
    const failure = Failure.from(error);
    if (failure.kind !== 'rejected') throw failure;
    return { reference: line.reference, outcome: 'refused', id: null, reason: failure.message };
  }
}

type BillType = 'invoice' | 'creditMemo';

async function readBill(vendor: Vendor, type: BillType, reference: string): Promise<erp.Invoice> {
  const invoice: NetsuiteRecord = await get(vendor, type, reference);
  return toInvoice(invoice, refNameOf(invoice.currency) ?? 'USD');
}

const putBill = (type: BillType) =>
  write<{ reference: string; state: erp.InvoiceState }, erp.Invoice>({
    safety: { strategy: 'upsert' },
    run: async (vendor, { reference, state }) => {
      await upsert(vendor, type, reference, toInvoiceBody(state), 'item');
      return readBill(vendor, type, reference);
    },
  });

/** NetSuite as an ERP: jobs are projects, subsidiaries are legal entities, departments are cost centres. */
export const erpOperations: DomainOperations['erp'] = {
  getCostCentre: read(async (vendor, { code }) => {
    const department = await get(vendor, 'department', code);
    return { id: department.id, code, name: String(department.name), active: department.isInactive !== true };
  }),

  findCustomers: findCustomers(async (vendor, query) => {
    const tests = [
      query.reference && `externalid = ${quoted(query.reference)}`,
      query.taxNumber && `custentity_tax_number = ${quoted(query.taxNumber)}`,
      query.name && `companyname = ${quoted(query.name)}`,
    ].filter(Boolean);
    const columns = 'id, externalid, companyname, custentity_tax_number, subsidiary';
    const rows = await suiteQl(vendor, `SELECT ${columns} FROM customer WHERE ${tests.join(' OR ')} ORDER BY id`);
    const entities = await legalEntities(vendor);
    return rows.map((row) => ({
      id: row.id!,
      reference: row.externalid ?? null,
      name: row.companyname ?? '',
      taxNumber: row.custentity_tax_number ?? null,
      legalEntity: entities.get(row.subsidiary ?? '') ?? 'unknown',
    }));
  }),

  getProject: read(async (vendor, { reference }) => describe(vendor, await get(vendor, 'job', reference))),
  getInvoice: read((vendor, { reference }) => readBill(vendor, 'invoice', reference)),

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

  putLabour,
  putPurchaseCommitment,

  postBillableLines: write({
    safety: { strategy: 'upsert' },
    run: async (vendor, batch) => ({ lines: await Promise.all(batch.lines.map((line) => postLine(vendor, line))) }),
  }),

  putInvoice: putBill('invoice'),
  putCreditMemo: putBill('creditMemo'),
};

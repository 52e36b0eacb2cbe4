import { type DomainOperations, read, unsupported } from '#connector';
import { Failure, today } from '#kernel';
import { findCustomers, putCustomer } from './customers.js';
import { putEmployee } from './employees.js';
import { getInvoice, putInvoice } from './invoices.js';
import { list, quoted } from './odata.js';
import { toCostCentre } from './project-mapping.js';
import { activateProject, closeProject, getProject, putProject, setUpBilling } from './projects.js';
import { settingsOf } from './settings.js';
import { postBillableLines } from './time.js';

/** S/4HANA as an ERP: business partners are customers, enterprise projects are projects, company codes are legal entities. */
export const erpOperations: DomainOperations['erp'] = {
  getCostCentre: read(async (vendor, { code }) => {
    const { companies, language } = settingsOf(vendor);
    const filter = `CostCenter eq ${quoted(code.toUpperCase())}`;
    const periods = await list(vendor, 'costCentres', 'A_CostCenter', { filter, expand: 'to_Text' });
    const areas = companies.map(({ controllingArea }) => controllingArea);
    const ours = periods.filter(({ ControllingArea }) => areas.includes(String(ControllingArea)));
    if (ours.length > 0) return toCostCentre(ours, today(new Date(), 'UTC'), language);
    throw new Failure('not-found', `S/4HANA has no cost centre ${code}`);
  }),

  putEmployee,
  findCustomers,
  putCustomer,
  getProject,
  putProject,
  setUpBilling,
  activateProject,
  closeProject,
  postBillableLines,
  getInvoice,
  putInvoice,

  putCreditMemo: unsupported(
    'SAP bills credit memos from requests (API_CREDIT_MEMO_REQUEST_SRV), whose published metadata we have not read: which types and billing blocks a tenant needs would be guessed. Give the money back in SAP',
  ),
  putLabour: unsupported('planned cost of work is kept in SAP’s financial planning, whose interface is not described'),
  putPurchaseCommitment: unsupported(
    'purchase orders (API_PURCHASEORDER_PROCESS_SRV) need a supplier number, a purchasing group and an item category for services, and their published metadata, which would say where our reference fits, we have not read. Order in SAP',
  ),
};

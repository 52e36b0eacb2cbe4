import { type DomainOperations, odataTextIs, read, unsupported } from '#connector';
import { Failure, today } from '#kernel';
import { findCustomers, putCustomer } from './customers.js';
import { putEmployee } from './employees.js';
import { getInvoice, putCreditMemo, putInvoice } from './invoices.js';
import { toCostCentre } from './project-mapping.js';
import { activateProject, closeProject, getProject, putProject, setUpBilling } from './projects.js';
import { putPurchaseCommitment } from './purchasing.js';
import { costCentres } from './services.js';
import { settingsOf } from './settings.js';
import { postBillableLines } from './time.js';

/** S/4HANA as an ERP: business partners are customers, enterprise projects are projects, company codes are legal entities. */
export const erpOperations: DomainOperations['erp'] = {
  getCostCentre: read(async (vendor, { code }) => {
    const { companies, language } = settingsOf(vendor);
    const filter = odataTextIs('CostCenter', code.toUpperCase());
    const periods = await costCentres.list(vendor, 'A_CostCenter', { filter, expand: 'to_Text' });
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

  putCreditMemo,
  putPurchaseCommitment,

  putLabour: unsupported(
    'SAP plans work as project demands (API_PROJECTDEMAND), which it values at its own cost rates: there is no place for the cost of an hour assumed here, and the codes of its categories are in no document we have',
  ),
};

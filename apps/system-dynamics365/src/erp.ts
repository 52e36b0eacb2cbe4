import { type DomainOperations, filled, odataIs, read, unsupported } from '#connector';
import { Failure, today } from '#kernel';
import { findCustomers, putCustomer } from './customers.js';
import { putEmployee } from './employees.js';
import { getInvoice, putInvoice } from './invoices.js';
import { isOpen } from './mapping.js';
import { data } from './odata.js';
import { activateProject, closeProject, getProject, putProject, setUpBilling } from './projects.js';
import { settingsOf } from './settings.js';
import { postBillableLines } from './time.js';

/** Dynamics 365 Finance as an ERP: companies are legal entities, values of a financial dimension are cost centres. */
export const erpOperations: DomainOperations['erp'] = {
  getCostCentre: read(async (vendor, { code }) => {
    const dimension = odataIs('FinancialDimension', settingsOf(vendor).costCentreDimension);
    const values = await data.list(vendor, 'FinancialDimensionValues', dimension, odataIs('DimensionValue', code));
    const day = today(new Date(), 'UTC');
    const open = values.find((value) => isOpen(value, day));
    const value = open ?? values[0];
    if (!value) throw new Failure('not-found', `Dynamics 365 has no cost centre ${code}`);
    return { id: code, code, name: filled(value.Description) ?? code, active: open !== undefined };
  }),

  findCustomers,
  putCustomer,
  putEmployee,
  getProject,
  putProject,
  setUpBilling,
  activateProject,
  closeProject,
  postBillableLines,
  getInvoice,
  putInvoice,

  putCreditMemo: unsupported(
    'a correction of a free text invoice names the posted invoice it corrects, and a credit memo of ours names none',
  ),
  putLabour: unsupported('hour forecasts of projects are in none of the published data entities'),
  putPurchaseCommitment: unsupported(
    'purchase orders are in none of the data entities this connector was written from',
  ),
};

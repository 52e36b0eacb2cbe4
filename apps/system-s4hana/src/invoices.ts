import { type DomainOperations, read, requireAgreed, type Vendor, write } from '#connector';
import type { erp } from '#contracts';
import { Failure, money } from '#kernel';
import { durationMs } from '#platform';
import { partnerByUuid } from './customers.js';
import { create, type Entity, get, keyed, list, quoted, update } from './odata.js';
import { workElementOf } from './project-mapping.js';
import { theProject } from './projects.js';
import { companyOf, legalEntityOf, quarantineMs, settingsOf } from './settings.js';
import { codeOf, toDate } from './values.js';
import { toInvoice, toItem } from './work-mapping.js';

type Erp = DomainOperations['erp'];

/** Our reference is the customer's reference on the request. */
const requests = (vendor: Vendor, reference: string): Promise<Entity[]> => {
  const filter = `PurchaseOrderByCustomer eq ${quoted(codeOf('reference', reference, 35))}`;
  return list(vendor, 'debitMemos', 'A_DebitMemoRequest', { filter });
};

/** The invoice to come: number and total are those of the request, until SAP has billed it. */
const toCome = (request: Entity, reference: string): erp.Invoice => ({
  id: String(request.DebitMemoRequest),
  url: null,
  reference,
  number: String(request.DebitMemoRequest),
  total: money(String(request.TotalNetAmount), String(request.TransactionCurrency)),
});

/** What SAP made of a request; null where it has made nothing yet. */
async function invoiceOf(vendor: Vendor, request: string, reference: string): Promise<erp.Invoice | null> {
  const items = await list(vendor, 'billing', 'A_BillingDocumentItem', {
    filter: `SalesDocument eq ${quoted(request)}`,
  });
  const numbers = [...new Set(items.map(({ BillingDocument }) => String(BillingDocument)))];
  const documents = await Promise.all(
    numbers.map((number) => get(vendor, 'billing', `A_BillingDocument(${keyed(number)})`)),
  );
  const valid = documents.filter(
    ({ BillingDocumentIsCancelled, CancelledBillingDocument }) =>
      !BillingDocumentIsCancelled && !CancelledBillingDocument,
  );
  if (valid.length > 1)
    throw new Failure('conflict', `S/4HANA made ${valid.length} invoices of request ${request}`, {
      code: 'several-invoices',
      remedy: 'cancel all but one in SAP, then retry',
    });
  const [document] = valid;
  if (!document) return null;
  const invoice = toInvoice(document, reference);
  return { ...invoice, url: vendor.recordUrl('invoice', invoice.id) };
}

export const getInvoice: Erp['getInvoice'] = read(async (vendor, { reference }) => {
  const [request] = await requests(vendor, reference);
  const invoice = request && (await invoiceOf(vendor, String(request.DebitMemoRequest), reference));
  if (invoice) return invoice;
  throw new Failure('not-found', `S/4HANA has no invoice ${reference}`, {
    ...(request && { code: 'not-billed-yet', remedy: `bill request ${String(request.DebitMemoRequest)} in SAP` }),
  });
});

async function requestOf(vendor: Vendor, reference: string, state: erp.InvoiceState) {
  const settings = settingsOf(vendor);
  const project = await theProject(vendor, state.project);
  const company = companyOf(vendor, legalEntityOf(vendor, project.CompanyCode) ?? String(project.CompanyCode));
  const customer = await partnerByUuid(vendor, project.CustomerUUID);
  if (!customer?.Customer)
    throw new Failure('rejected', `project ${state.project} has no customer in S/4HANA`, { code: 'no-customer' });
  const element = workElementOf(settings, state.project);
  return {
    DebitMemoRequestType: settings.debitMemoRequestType,
    SalesOrganization: company.salesOrganization,
    DistributionChannel: company.distributionChannel,
    OrganizationDivision: company.division,
    SoldToParty: customer.Customer,
    PurchaseOrderByCustomer: codeOf('reference', reference, 35),
    DebitMemoRequestDate: toDate(state.date),
    HeaderBillingBlockReason: settings.billingBlock,
    TransactionCurrency: state.currency,
    to_Item: state.lines.map((line, index) => toItem(line, index, element, settings)),
  };
}

export const putInvoice: Erp['putInvoice'] = write({
  safety: {
    strategy: 'reference',
    quarantineMs,
    find: async (vendor, { reference }) =>
      (await requests(vendor, reference)).map((request) => toCome(request, reference)),
  },
  run: async (vendor, { reference, state }) => {
    const body = await requestOf(vendor, reference, state);
    return toCome(await create(vendor, 'debitMemos', 'A_DebitMemoRequest', body), reference);
  },
  finish: async (vendor, { reference, state }, { id, total }) => {
    // SAP prices by itself.
    requireAgreed(state, {
      what: `request ${id} in S/4HANA`,
      total,
      remedy: 'correct the prices of the request in SAP, where it is blocked for billing, then retry',
    });
    await openToBilling(vendor, id);
    const invoice = await invoiceOf(vendor, id, reference);
    if (invoice) return invoice;
    throw new Failure('conflict', `S/4HANA has not billed request ${id} yet`, {
      code: 'not-billed-yet',
      remedy: 'wait for the billing job of SAP, or bill the request there',
      retryAfterMs: durationMs(settingsOf(vendor).billingEvery),
    });
  },
});

async function openToBilling(vendor: Vendor, id: string): Promise<void> {
  const path = `A_DebitMemoRequest(${keyed(id)})`;
  const request = await get(vendor, 'debitMemos', path);
  if (request.HeaderBillingBlockReason !== settingsOf(vendor).billingBlock) return;
  await update(vendor, 'debitMemos', path, request, { HeaderBillingBlockReason: '' });
}

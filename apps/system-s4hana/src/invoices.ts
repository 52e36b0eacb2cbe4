import {
  createOnce,
  type DomainOperations,
  odataDate,
  type ODataEntity,
  odataKey,
  odataTextIs,
  ODataV2Service,
  read,
  requireAgreed,
  type Vendor,
} from '#connector';
import type { erp } from '#contracts';
import { Failure, money } from '#kernel';
import { durationMs } from '#platform';
import { partnerByUuid } from './customers.js';
import { workElementOf } from './project-mapping.js';
import { theProject } from './projects.js';
import { billing, creditMemos, debitMemos } from './services.js';
import { companyOf, legalEntityOf, quarantineMs, settingsOf } from './settings.js';
import { codeOf } from './values.js';
import { type RequestName, toInvoice, toItem } from './work-mapping.js';

type Erp = DomainOperations['erp'];

interface Kind {
  request: RequestName;
  service: ODataV2Service;
  type: 'debitMemoRequestType' | 'creditMemoRequestType';
}

const invoice: Kind = { request: 'DebitMemoRequest', service: debitMemos, type: 'debitMemoRequestType' };
const creditMemo: Kind = { request: 'CreditMemoRequest', service: creditMemos, type: 'creditMemoRequestType' };

/** Our reference is the customer's reference on the request. */
const requests = (vendor: Vendor, { request, service }: Kind, reference: string): Promise<ODataEntity[]> => {
  const filter = odataTextIs('PurchaseOrderByCustomer', codeOf('reference', reference, 35));
  return service.list(vendor, `A_${request}`, { filter });
};

/** The document to come: number and total are those of the request, until SAP has billed it. */
const toCome = ({ request: name }: Kind, request: ODataEntity, reference: string): erp.Invoice => ({
  id: String(request[name]),
  url: null,
  reference,
  number: String(request[name]),
  total: money(String(request.TotalNetAmount), String(request.TransactionCurrency)),
});

/** What SAP made of a request; null where it has made nothing yet. */
async function billed(vendor: Vendor, request: string, reference: string): Promise<erp.Invoice | null> {
  const items = await billing.list(vendor, 'A_BillingDocumentItem', { filter: odataTextIs('SalesDocument', request) });
  const numbers = [...new Set(items.map(({ BillingDocument }) => String(BillingDocument)))];
  const documents = await Promise.all(
    numbers.map((number) => billing.get(vendor, `A_BillingDocument(${odataKey(number)})`)),
  );
  const valid = documents.filter(
    ({ BillingDocumentIsCancelled, CancelledBillingDocument }) =>
      !BillingDocumentIsCancelled && !CancelledBillingDocument,
  );
  if (valid.length > 1)
    throw new Failure('conflict', `S/4HANA made ${valid.length} documents of request ${request}`, {
      code: 'several-invoices',
      remedy: 'cancel all but one in SAP, then retry',
    });
  const [document] = valid;
  if (!document) return null;
  const bill = toInvoice(document, reference);
  return { ...bill, url: vendor.recordUrl('invoice', bill.id) };
}

export const getInvoice: Erp['getInvoice'] = read(async (vendor, { reference }) => {
  const [request] = await requests(vendor, invoice, reference);
  const id = request && String(request.DebitMemoRequest);
  const bill = id && (await billed(vendor, id, reference));
  if (bill) return bill;
  throw new Failure('not-found', `S/4HANA has no invoice ${reference}`, {
    ...(id && { code: 'not-billed-yet', remedy: `bill request ${id} in SAP` }),
  });
});

async function requestOf(vendor: Vendor, { request, type }: Kind, reference: string, state: erp.InvoiceState) {
  const settings = settingsOf(vendor);
  const project = await theProject(vendor, state.project);
  const company = companyOf(vendor, legalEntityOf(vendor, project.CompanyCode) ?? String(project.CompanyCode));
  const customer = await partnerByUuid(vendor, project.CustomerUUID);
  if (!customer?.Customer)
    throw new Failure('rejected', `project ${state.project} has no customer in S/4HANA`, { code: 'no-customer' });
  const element = workElementOf(settings, state.project);
  return {
    [`${request}Type`]: settings[type],
    SalesOrganization: company.salesOrganization,
    DistributionChannel: company.distributionChannel,
    OrganizationDivision: company.division,
    SoldToParty: customer.Customer,
    PurchaseOrderByCustomer: codeOf('reference', reference, 35),
    [`${request}Date`]: odataDate(state.date),
    HeaderBillingBlockReason: settings.billingBlock,
    TransactionCurrency: state.currency,
    to_Item: state.lines.map((line, index) => toItem(request, line, index, element, settings)),
  };
}

/** Requested under a billing block, compared with what was agreed, and opened to SAP's billing job. */
const putBill = (kind: Kind) =>
  createOnce<{ reference: string; state: erp.InvoiceState }, ODataEntity, erp.Invoice>({
    quarantineMs,
    find: (vendor, { reference }) => requests(vendor, kind, reference),
    create: async (vendor, { reference, state }) =>
      kind.service.create(vendor, `A_${kind.request}`, await requestOf(vendor, kind, reference, state)),
    tell: (request, _vendor, { reference }) => toCome(kind, request, reference),
    finish: async (vendor, { reference, state }, { id, total }) => {
      // SAP prices by itself.
      requireAgreed(state, {
        what: `request ${id} in S/4HANA`,
        total,
        remedy: 'correct the prices of the request in SAP, where it is blocked for billing, then retry',
      });
      await openToBilling(vendor, kind, id);
      const bill = await billed(vendor, id, reference);
      if (bill) return bill;
      throw new Failure('conflict', `S/4HANA has not billed request ${id} yet`, {
        code: 'not-billed-yet',
        remedy: 'wait for the billing job of SAP, or bill the request there',
        retryAfterMs: durationMs(settingsOf(vendor).billingEvery),
      });
    },
  });

async function openToBilling(vendor: Vendor, { request: name, service }: Kind, id: string): Promise<void> {
  const request = await service.get(vendor, `A_${name}(${odataKey(id)})`);
  if (request.HeaderBillingBlockReason !== settingsOf(vendor).billingBlock) return;
  await service.update(vendor, request, { HeaderBillingBlockReason: '' });
}

export const putInvoice: Erp['putInvoice'] = putBill(invoice);
export const putCreditMemo: Erp['putCreditMemo'] = putBill(creditMemo);

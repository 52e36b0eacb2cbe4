import {
  createInBatch,
  createOnce,
  type DomainOperations,
  type ODataEntity,
  odataIs,
  read,
  requireAgreed,
  type Vendor,
} from '#connector';
import type { erp } from '#contracts';
import { Failure } from '#kernel';
import { classify } from './errors.js';
import { toInvoiceLine, totalOf } from './mapping.js';
import { data, dataUrl, toDate } from './odata.js';
import { theProject } from './projects.js';
import { type Company, companyByArea, quarantineMs } from './settings.js';

type Erp = DomainOperations['erp'];

const set = 'FreeTextInvoiceHeaders';
const lineSet = 'FreeTextInvoiceLines';
/** Free text invoices are posted by a job of the environment, or by a person. */
const postingPauseMs = 10 * 60_000;

/** Our reference is the invoice's name. */
async function invoices(vendor: Vendor, reference: string): Promise<ODataEntity[]> {
  const rows = await data.list(vendor, set, odataIs('InvoiceName', reference));
  return rows.filter(({ dataAreaId, IsCorrection }) => companyByArea(vendor, dataAreaId) && IsCorrection !== 'Yes');
}

const linesOf = (vendor: Vendor, dataArea: string, invoice: unknown): Promise<ODataEntity[]> =>
  data.list(vendor, lineSet, odataIs('dataAreaId', dataArea), odataIs('ParentRecId', Number(invoice)));

function toInvoice(vendor: Vendor, header: ODataEntity, lines: ODataEntity[], reference: string): erp.Invoice {
  const amounts = lines.map(({ TransactionCurrencyAmount }) => TransactionCurrencyAmount);
  return {
    ...vendor.recordRef(set, String(header.InvoiceIdentifier)),
    reference,
    number: String(header.FreeTextNumber),
    total: totalOf(amounts, String(header.CurrencyCode)),
  };
}

export const getInvoice: Erp['getInvoice'] = read(async (vendor, { reference }) => {
  const [header] = await invoices(vendor, reference);
  if (header?.IsPosted === 'Yes') {
    const lines = await linesOf(vendor, String(header.dataAreaId), header.InvoiceIdentifier);
    return toInvoice(vendor, header, lines, reference);
  }
  throw new Failure('not-found', `Dynamics 365 has no invoice ${reference}`, {
    ...(header && { code: 'not-posted-yet', remedy: `post invoice ${String(header.InvoiceIdentifier)}` }),
  });
});

export const putInvoice: Erp['putInvoice'] = createOnce({
  quarantineMs,
  find: (vendor, { reference }) => invoices(vendor, reference),
  create: async (vendor, { reference, state }) => {
    const { row: project, company } = await theProject(vendor, state.project);
    return data.create(vendor, set, {
      dataAreaId: company.dataArea,
      CustomerAccount: project.CustomerAccountNumber,
      InvoiceName: reference,
      InvoiceDate: toDate(state.date),
      CurrencyCode: state.currency,
    });
  },
  tell: (header, vendor, { reference }) => toInvoice(vendor, header, [], reference),
  finish: async (vendor, { reference, state }, { id }) => {
    const { company } = await theProject(vendor, state.project);
    const known = await linesOf(vendor, company.dataArea, id);
    if (known.length === 0) await addLines(vendor, id, state, company);
    const lines = await linesOf(vendor, company.dataArea, id);
    const headers = await invoices(vendor, reference);
    const header = headers.find(({ InvoiceIdentifier }) => String(InvoiceIdentifier) === id);
    if (!header) throw new Failure('unavailable', `Dynamics 365 does not show invoice ${reference} yet`);
    const invoice = toInvoice(vendor, header, lines, reference);
    // Dynamics may round by itself.
    requireAgreed(state, {
      what: `invoice ${id} in Dynamics 365`,
      total: invoice.total,
      remedy: 'correct the lines of the invoice in Dynamics 365 before it is posted, then retry',
    });
    if (header.IsPosted === 'Yes') return invoice;
    throw new Failure('conflict', `Dynamics 365 has not posted invoice ${reference} yet`, {
      code: 'not-posted-yet',
      remedy: 'wait for the posting job of Dynamics 365, or post the invoice there',
      retryAfterMs: postingPauseMs,
    });
  },
});

/** All lines or none: an invoice with half of them must not be posted. */
async function addLines(vendor: Vendor, invoice: string, state: erp.InvoiceState, company: Company): Promise<void> {
  const lines = state.lines.map((line, index) => ({
    ...toInvoiceLine(line, invoice, state.project, company),
    LineNumber: index + 1,
  }));
  const replies = await createInBatch(vendor, dataUrl(vendor), lineSet, [lines]);
  const refusal = replies.find(({ status }) => status >= 300);
  const failure = refusal && classify(refusal);
  if (failure) throw failure;
  if (refusal || replies.length < lines.length)
    throw new Failure(
      'outcome-unknown',
      `Dynamics 365 did not say what became of the lines of invoice ${state.project}`,
    );
}

import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import { customers } from './customers.js';
import { type EntitySet, properties, type Row } from './edm.js';
import { mustBeFilled, refuse } from './errors.js';
import { currencyProblems, dimensionProblems } from './organisation.js';
import { projects } from './projects.js';
import { nextRecId, rowAt, rowsOf, today, unrelated } from './table.js';

/** What an invoice has for a number until it is posted. */
const notPosted = 'Not posted';

/** An invoice, or by negative lines a credit note. It has no total of its own, and is none until it is posted. */
export const invoices: EntitySet = {
  name: 'FreeTextInvoiceHeaders',
  type: 'FreeTextInvoiceHeader',
  entity: 'FreeTextInvoiceHeaderEntity',
  table: 'Free text invoice (CustInvoiceTable)',
  keys: ['dataAreaId', 'InvoiceIdentifier'],
  properties: properties(`
    dataAreaId 4 fixed, InvoiceIdentifier Int64 ro, InvoiceName 100, FreeTextNumber 20 ro, IsPosted NoYes ro,
    IsCorrection NoYes ro, CorrectedInvoiceId 20 ro, CustomerAccount 20, InvoiceAccount 20, CustomerGroup 10 ro,
    CustomerReference 60, CustomerRequisition 60, ExternalInvoiceId 60, InvoiceDate Date, DueDate Date,
    DocumentDate Date, CurrencyCode 3, TermsOfPayment 10, SalesTaxGroupId 10, LanguageId 7, PostingProfile 10,
    DefaultDimensionDisplayValue 500`),
  create: (world, values) => {
    const { dataAreaId, CustomerAccount } = values;
    const customer = rowAt(world, customers, { dataAreaId, CustomerAccount });
    const row: Row = {
      InvoiceAccount: CustomerAccount,
      InvoiceDate: today(world),
      DueDate: values.InvoiceDate ?? today(world),
      InvoiceName: customer?.OrganizationName,
      CurrencyCode: customer?.SalesCurrencyCode,
      LanguageId: customer?.LanguageId,
      CustomerGroup: customer?.CustomerGroupId,
      ...values,
      InvoiceIdentifier: nextRecId(world),
      FreeTextNumber: notPosted,
    };
    const problems = [
      ...(CustomerAccount === undefined ? [mustBeFilled('Customer account')] : []),
      ...headerProblems(world, row),
    ];
    if (problems.length > 0) throw refuse(...problems);
    // The identifier is the record id.
    return { ...row, '#recId': row.InvoiceIdentifier };
  },
  update: (world, before, after) => {
    refusePosted(before);
    const problems = headerProblems(world, after);
    if (problems.length > 0) throw refuse(...problems);
    return after;
  },
  remove: (world, row) => {
    refusePosted(row);
    if (invoiceLinesOf(world, row).length > 0)
      throw refuse('Free text invoice cannot be deleted while dependent lines exist.');
  },
};

function headerProblems(world: World, row: Row): string[] {
  const { dataAreaId, CustomerAccount, InvoiceAccount, CurrencyCode } = row;
  return [
    ...unrelated(world, customers, { dataAreaId, CustomerAccount }, 'Customer account'),
    ...(InvoiceAccount === CustomerAccount
      ? []
      : unrelated(world, customers, { dataAreaId, CustomerAccount: InvoiceAccount }, 'Invoice account')),
    ...currencyProblems(CurrencyCode),
    ...dimensionProblems(world, row.DefaultDimensionDisplayValue),
  ];
}

function refusePosted({ IsPosted, FreeTextNumber }: Row): void {
  if (IsPosted === 'Yes') throw refuse(`Free text invoice ${String(FreeTextNumber)} is posted and cannot be changed.`);
}

export const invoiceLines: EntitySet = {
  name: 'FreeTextInvoiceLines',
  type: 'FreeTextInvoiceLine',
  entity: 'FreeTextInvoiceLineEntity',
  table: 'Free text invoice lines (CustInvoiceLine)',
  keys: ['dataAreaId', 'LineNumber', 'ParentRecId'],
  properties: properties(`
    dataAreaId 4 fixed, ParentRecId Int64 fixed, LineNumber Decimal fixed, Description 1000, InvoiceText 1000,
    ProjectID 20, Quantity Decimal, UnitPrice Decimal, TransactionCurrencyAmount Decimal, CurrencyCode 3 ro,
    MainAccountDisplayValue 500, BillingCode 20, SalesTaxGroupId 10, SalesTaxItemGroupId 10, CategoryId 30,
    DefaultDimensionDisplayValue 500`),
  create: (world, values) => {
    const header = headerOf(world, values);
    refusePosted(header);
    return completed(world, header, { LineNumber: nextLine(world, header), ...values });
  },
  update: (world, before, after) => {
    const header = headerOf(world, before);
    refusePosted(header);
    return completed(world, header, after);
  },
  remove: (world, row) => refusePosted(headerOf(world, row)),
};

export const invoiceLinesOf = (world: World, { dataAreaId, InvoiceIdentifier }: Row): Row[] =>
  rowsOf(world, invoiceLines).filter((row) => row.dataAreaId === dataAreaId && row.ParentRecId === InvoiceIdentifier);

function headerOf(world: World, { dataAreaId, ParentRecId }: Row): Row {
  const header = rowAt(world, invoices, { dataAreaId, InvoiceIdentifier: ParentRecId });
  if (!header)
    throw refuse(...unrelated(world, invoices, { dataAreaId, InvoiceIdentifier: ParentRecId ?? 0 }, 'Invoice'));
  return header;
}

const nextLine = (world: World, header: Row): string =>
  Decimal.max(0, ...invoiceLinesOf(world, header).map(({ LineNumber }) => String(LineNumber)))
    .plus(1)
    .toFixed();

/** Assumption, unconfirmed by the vendor: what a line must have; its amount is worked out where it has a quantity and a price. */
function completed(world: World, header: Row, line: Row): Row {
  const { dataAreaId, ProjectID: ProjectId, Quantity, UnitPrice } = line;
  const worked =
    Quantity !== undefined && UnitPrice !== undefined
      ? new Decimal(String(Quantity)).times(String(UnitPrice)).toDecimalPlaces(2).toFixed()
      : line.TransactionCurrencyAmount;
  const problems = [
    ...(line.Description === undefined ? [mustBeFilled('Description')] : []),
    ...(line.MainAccountDisplayValue === undefined && line.BillingCode === undefined
      ? [mustBeFilled('Main account')]
      : []),
    ...(worked === undefined ? [mustBeFilled('Amount')] : []),
    ...unrelated(world, projects, { dataAreaId, ProjectId }, 'Project ID'),
    ...dimensionProblems(world, line.DefaultDimensionDisplayValue),
  ];
  if (problems.length > 0) throw refuse(...problems);
  return { ...line, TransactionCurrencyAmount: worked, CurrencyCode: header.CurrencyCode };
}

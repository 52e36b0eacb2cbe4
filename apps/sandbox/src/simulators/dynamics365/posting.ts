import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import { type EntitySet, properties, type Row } from './edm.js';
import { projectResources } from './finance-sets.js';
import { hourJournals, hourLines, linesOf } from './hour-journals.js';
import { invoiceLinesOf, invoices } from './invoices.js';
import { periodProblems } from './periods.js';
import { numberOf, rowAt, rowsOf, save } from './table.js';
import { keyOf } from './edm.js';

/** What has been posted to projects; never written through the data service. */
export const postedTransactions: EntitySet = {
  name: 'ProjectPostTransViews',
  type: 'ProjectPostTransView',
  entity: 'ProjPostTransViewEntity',
  table: 'Project posted transactions (ProjPostTransView)',
  keys: ['dataAreaId', 'TransactionId'],
  properties: properties(`
    dataAreaId 4 ro, TransactionId 20 ro, ProjectId 20 ro, TransactionType ProjTransType ro, TransactionDate Date ro,
    CategoryId 30 ro, LinePropertyID 20 ro, ResourceName 100 ro, Quantity Decimal ro, CurrencyId 3 ro,
    TotalSalesAmount Decimal ro, TotalCostAmount Decimal ro, ItemId 20 ro, VendorAccount 20 ro, VendorName 100 ro`),
};

/** Posts every journal of hours that is due, as the firm's batch job does; one with a line of a closed month stays. */
export function postJournals(world: World): { posted: string[] } {
  const due = rowsOf(world, hourJournals)
    .filter(({ Posted }) => Posted !== 'Yes')
    .map((journal) => ({ journal, lines: linesOf(world, journal) }))
    .filter(
      ({ lines }) =>
        lines.length > 0 && lines.every(({ VoucherDate }) => periodProblems(world, VoucherDate).length === 0),
    );
  for (const { journal, lines } of due) {
    for (const line of lines) postLine(world, line, numberOf(world, 'voucher', journal));
    save(world, hourJournals, { ...journal, Posted: 'Yes', PostedUserId: 'Batch' });
    told(world, 'post', hourJournals, journal);
  }
  return { posted: due.map(({ journal }) => String(journal.JournalBatchNumber)) };
}

function postLine(world: World, line: Row, Voucher: string): void {
  const { dataAreaId, ResourceId, ResourceCompanyId, Hours } = line;
  save(world, hourLines, { ...line, Voucher });
  const amount = (price: Row[string]): string =>
    new Decimal(String(Hours))
      .times(String(price ?? 0))
      .toDecimalPlaces(2)
      .toFixed();
  const posted = save(world, postedTransactions, {
    dataAreaId,
    TransactionId: line.TransactionID,
    ProjectId: line.ProjectID,
    TransactionType: 'Hour',
    TransactionDate: line.ProjectDate,
    CategoryId: line.Category,
    LinePropertyID: line.LineProperty,
    ResourceName: rowAt(world, projectResources, { ResourceId, ResourceCompanyId })?.Name,
    Quantity: Hours,
    CurrencyId: line.CurrencyId,
    TotalSalesAmount: amount(line.SalesPrice),
    TotalCostAmount: amount(line.CostPrice),
  });
  told(world, 'create', postedTransactions, posted);
}

/** Posts every free text invoice that has lines and whose month is open, which gives it its number. */
export function postInvoices(world: World): { posted: string[] } {
  const due = rowsOf(world, invoices).filter(
    (invoice) =>
      invoice.IsPosted !== 'Yes' &&
      invoiceLinesOf(world, invoice).length > 0 &&
      periodProblems(world, invoice.InvoiceDate).length === 0,
  );
  const posted = due.map((invoice) => {
    const FreeTextNumber = numberOf(world, 'invoice', invoice).replace('-', '-FTI-');
    told(world, 'post', invoices, save(world, invoices, { ...invoice, FreeTextNumber, IsPosted: 'Yes' }));
    return FreeTextNumber;
  });
  return { posted };
}

const told = (world: World, operation: string, set: EntitySet, row: Row): void =>
  world.store.record({ operation, entity: set.name, id: keyOf(set, row), by: 'person' });

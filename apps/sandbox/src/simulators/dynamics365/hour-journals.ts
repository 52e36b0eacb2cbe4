import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import { companyAt } from './company.js';
import { type EntitySet, properties, type Row } from './edm.js';
import { mustBeFilled, notFound, refuse } from './errors.js';
import { categories, projectJournalNames, projectResources, resourceCategories } from './finance-sets.js';
import { dimensionProblems } from './organisation.js';
import { periodProblems } from './periods.js';
import { salesPriceOf } from './prices.js';
import { currencyOf, openProject } from './projects.js';
import { numbered, numberOf, rowAt, rowsOf, unrelated } from './table.js';

/** A journal of hours. Creating one posts nothing: that is done by the firm's batch job. */
export const hourJournals: EntitySet = {
  name: 'JournalTables',
  type: 'JournalTable',
  entity: 'ProjJournalTableEntity',
  table: 'Project journals (ProjJournalTable)',
  keys: ['dataAreaId', 'JournalBatchNumber'],
  properties: properties(`
    dataAreaId 4 fixed, JournalBatchNumber 20 fixed, JournalName 10, JournalType ProjJournalType ro, Description 60,
    Txt 60, ProjectID 20, ProjectDate Date, ProjCategory 30, ProjLineProperty 20, ResourceId 25, ResourceCompanyId 4,
    Posted NoYes ro, PostedUserId 20 ro, DeleteLinesAfterPosting NoYes, Status 20 ro`),
  // Assumption, unconfirmed by the vendor: the number may be given, as that of other journals may.
  create: (world, values) => {
    const { dataAreaId, JournalName } = values;
    const problems = [
      ...(JournalName === undefined ? [mustBeFilled('Name')] : []),
      ...unrelated(world, projectJournalNames, { dataAreaId, Name: JournalName }, 'Name'),
    ];
    if (problems.length > 0) throw refuse(...problems);
    return numbered(world, 'journal', values, 'JournalBatchNumber');
  },
  update: (_world, before, after) => {
    refusePosted(before);
    return after;
  },
  remove: (world, row) => {
    refusePosted(row);
    if (linesOf(world, row).length > 0)
      throw refuse('Project journal cannot be deleted while dependent Project journal lines exist.');
  },
};

/** Lines of a journal, an hour or less of somebody on a day each, or taken back by a negative one. */
export const hourLines: EntitySet = {
  name: 'JournalTrans',
  type: 'JournalTrans',
  entity: 'ProjJournalTransEntity',
  table: 'Project journal (ProjJournalTrans)',
  keys: ['dataAreaId', 'LineNumber', 'JournalId'],
  properties: properties(`
    dataAreaId 4 fixed, JournalId 20 fixed, LineNumber Decimal fixed, ProjectID 20, ActivityNumber 10,
    ProjectDate Date, VoucherDate Date, Category 30, ResourceId 25, ResourceCompanyId 4, ResourceCategoryId 30,
    LineProperty 20, Hours Decimal, SalesPrice Decimal, CostPrice Decimal, CurrencyId 3, Description 60,
    SalesTaxGroup 10, ItemSalesTaxGroup 10, DimensionDisplayValue 500, TransactionID 20 ro, Voucher 20 ro,
    ReversingEntry NoYes, ReversingDate Date, StartTime Int32, EndTime Int32, PriceGroup 20`),
  create: (world, values) => {
    const journal = rowAt(world, hourJournals, { dataAreaId: values.dataAreaId, JournalBatchNumber: values.JournalId });
    if (!journal) throw refuse(notFound(values.JournalId, 'Journal', 'Project journals'));
    refusePosted(journal);
    const line = { LineNumber: nextLine(world, journal), ...values };
    return { ...completed(world, line), TransactionID: numberOf(world, 'transaction', values) };
  },
  update: (world, before, after) => {
    refusePosted(journalOf(world, before));
    return completed(world, after);
  },
  remove: (world, row) => refusePosted(journalOf(world, row)),
};

const journalOf = (world: World, { dataAreaId, JournalId }: Row): Row =>
  rowAt(world, hourJournals, { dataAreaId, JournalBatchNumber: JournalId })!;

export const linesOf = (world: World, { dataAreaId, JournalBatchNumber }: Row): Row[] =>
  rowsOf(world, hourLines).filter((row) => row.dataAreaId === dataAreaId && row.JournalId === JournalBatchNumber);

function refusePosted({ Posted, JournalBatchNumber }: Row): void {
  if (Posted === 'Yes') throw refuse(`Journal ${String(JournalBatchNumber)} has been posted.`);
}

const nextLine = (world: World, journal: Row): string =>
  Decimal.max(0, ...linesOf(world, journal).map(({ LineNumber }) => String(LineNumber)))
    .plus(1)
    .toFixed();

const lineProperties = ['Billable', 'NonBill'];

/** A line with what it inherits, where nothing is wrong with it. */
function completed(world: World, given: Row): Row {
  const { dataAreaId, ProjectID, ProjectDate, Category, ResourceId, ResourceCategoryId } = given;
  const { project, problems } = openProject(world, dataAreaId, ProjectID);
  const currency = (project && currencyOf(world, project)) ?? companyAt(world, given)?.currency;
  const row: Row = { ResourceCompanyId: dataAreaId, LineProperty: 'Billable', CurrencyId: currency, ...given };
  const { ResourceCompanyId, LineProperty, CurrencyId } = row;
  const all = [
    ...problems,
    ...(['ProjectDate', 'Category', 'ResourceId', 'Hours'] as const)
      .filter((name) => row[name] === undefined)
      .map(mustBeFilled),
    ...unrelated(world, categories, { dataAreaId, CategoryId: Category }, 'Category'),
    ...unrelated(world, resourceCategories, { dataAreaId, RoleId: ResourceCategoryId }, 'Role'),
    ...(ResourceId !== undefined && !rowAt(world, projectResources, { ResourceId, ResourceCompanyId })
      ? [notFound(ResourceId, 'Resource', 'Resources')]
      : []),
    ...(lineProperties.includes(String(LineProperty))
      ? []
      : [notFound(LineProperty, 'Line property', 'Line properties')]),
    ...(currency === undefined || CurrencyId === currency
      ? []
      : [`Currency ${String(CurrencyId)} is not that of the project contract.`]),
    ...(ProjectDate === undefined ? [] : periodProblems(world, ProjectDate)),
    ...dimensionProblems(world, row.DimensionDisplayValue),
  ];
  if (all.length > 0) throw refuse(...all);
  return {
    ...row,
    VoucherDate: row.VoucherDate ?? ProjectDate,
    SalesPrice: row.SalesPrice ?? salesPriceOf(world, row, currency),
  };
}

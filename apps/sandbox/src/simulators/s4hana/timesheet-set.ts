import { type EntitySet, properties } from './edm.js';

/** What is recorded, without whom and when. */
const dataFields = properties(`
  ControllingArea 4 nosort nofilter, SenderCostCenter 10 nosort nofilter, ReceiverCostCenter 10 nosort nofilter,
  InternalOrder 12 nosort nofilter, ActivityType 6 nosort nofilter, WBSElement 24 nosort nofilter,
  WorkItem 10 nosort nofilter, BillingControlCategory 8 nosort nofilter, PurchaseOrder 10 nosort nofilter,
  PurchaseOrderItem 5 nosort nofilter, TimeSheetTaskType 4 nosort nofilter, TimeSheetTaskLevel 8 nosort nofilter,
  TimeSheetTaskComponent 8 nosort nofilter, TimeSheetNote String nosort nofilter,
  RecordedHours Decimal:4:2 nosort nofilter, RecordedQuantity Decimal:15:3 nosort nofilter,
  HoursUnitOfMeasure 3 nosort nofilter, RejectionReason 4 nosort nofilter, TimeSheetWrkLocCode 4 nosort nofilter,
  TimeSheetOvertimeCategory 4 nosort nofilter`);

/**
 * Time worked. The set is neither updatable nor deletable: changes are creations with another operation. What it does
 * not support it passes over in silence (SAP KBA 3744148).
 */
export const timeSheet: EntitySet = {
  name: 'TimeSheetEntryCollection',
  type: 'TimeSheetEntry',
  keys: ['PersonWorkAgreementExternalID', 'CompanyCode', 'TimeSheetRecord'],
  properties: {
    TimeSheetDataFields: {
      type: 'Complex',
      access: 'write',
      filterable: false,
      sortable: false,
      parts: { type: 'API_MANAGE_WORKFORCE_TIMESHEET.TimeSheetDataFields', properties: dataFields },
    },
    ...properties(`
      PersonWorkAgreementExternalID 20 fixed nosort, CompanyCode 4 fixed nosort, TimeSheetRecord 12 fixed nosort,
      PersonWorkAgreement 8 fixed nosort, TimeSheetDate DateTime fixed nosort,
      TimeSheetIsReleasedOnSave Boolean fixed nosort nofilter, TimeSheetPredecessorRecord 12 fixed nosort nofilter,
      TimeSheetStatus 2 fixed nosort, TimeSheetIsExecutedInTestRun Boolean fixed nosort nofilter,
      TimeSheetOperation 1 fixed nosort nofilter`),
  },
  navigations: {},
  ignores: ['$orderby', '$inlinecount'],
  unordered: 'TimeSheetDate',
};

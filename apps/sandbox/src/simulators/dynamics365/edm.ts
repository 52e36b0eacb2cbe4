import type { World } from '../../core/simulator.js';

/** Decimals are kept as text, dates as `2026-11-20`, moments as `2026-11-20T10:00:00Z`; what is not set is undefined. */
export type Value = string | number | boolean | undefined;
export type Row = { [property: string]: Value };

export type EdmType = 'String' | 'Enum' | 'Date' | 'DateTime' | 'Decimal' | 'Int32' | 'Int64' | 'Boolean';

export interface Property {
  type: EdmType;
  /** The longest text. */
  max?: number;
  /** The name of an enumeration and its members; the first one is the value of what is not set. */
  members?: { of: string; names: readonly string[] };
  /** Who may set it: every write, only the creation, or only the system. */
  access: 'write' | 'create' | 'read';
}

export type Properties = Record<string, Property>;

/** An entity set of the vendor, and what its table allows; without a rule the set does not take such a write. */
export interface EntitySet {
  name: string;
  /** The type of its rows in the vendor's metadata. */
  type: string;
  /** The data entity, which write failures name. */
  entity: string;
  /** The table below it as its label and, in parentheses, its name. */
  table: string;
  keys: string[];
  properties: Properties;
  /** Completes and checks a new row, which is saved when this returns. */
  create?: (world: World, values: Row) => Row;
  update?: (world: World, before: Row, after: Row) => Row;
  remove?: (world: World, row: Row) => void;
  /** Adds what is worked out when a row is read. */
  derived?: (world: World, row: Row) => Row;
}

const enumerations: Record<string, readonly string[]> = {
  NoYes: ['No', 'Yes'],
  OMOperatingUnitType: [
    'None',
    'OMDepartment',
    'OMCostCenter',
    'OMValueStream',
    'OMBusinessUnit',
    'OMAnyOU',
    'OMBranch',
    'OMRentalLocation',
    'OMRegion',
    'RetailChannel',
  ],
  CustVendorBlocked: ['No', 'Invoice', 'All', 'Payment', 'Requisition', 'Never', 'PurchOrder'],
  HcmEmploymentType: ['Employee', 'Contractor'],
  HcmWorkerRelationType: ['Employee', 'Contractor'],
  HcmWorkerStatus: ['Employed', 'Terminated', 'Pending'],
  ProjType: ['TimeMaterial', 'FixedPrice', 'Investment', 'Cost', 'Internal', 'Time', 'None'],
  ProjStatus: ['Created', 'Estimated', 'Scheduled', 'InProcess', 'User1', 'User2', 'User3', 'Completed'],
  ProjJournalType: ['Hour', 'Revenue', 'BegBalance'],
  ProjTransType: ['None', 'Revenue', 'Hour', 'Cost', 'Item', 'OnAccount', 'WIP', 'IndirectComponent', 'Retainage'],
  ProjFundingType: ['Customer', 'Organization', 'Grant'],
  PurchStatus: ['None', 'Backorder', 'Received', 'Invoiced', 'Canceled'],
  VersioningDocumentState: ['Draft', 'InReview', 'Rejected', 'Approved', 'InExternalReview', 'Confirmed', 'Finalized'],
};

const plain: Record<string, EdmType> = {
  Date: 'Date',
  DateTime: 'DateTime',
  Decimal: 'Decimal',
  Int32: 'Int32',
  Int64: 'Int64',
  Boolean: 'Boolean',
};

/**
 * Properties from a short list, e.g. `dataAreaId 4 fixed, ProjectStage ProjStatus, Hours Decimal ro`: a number is the
 * longest text, `fixed` is only set by the creation, `ro` only by the system.
 */
export function properties(list: string): Properties {
  const entries = list.split(/[,\n]/).filter((entry) => entry.trim() !== '');
  return Object.fromEntries(entries.map((entry) => propertyOf(entry.trim().split(/\s+/))));
}

function propertyOf([name = '', spelled = '', flag]: string[]): [string, Property] {
  const access = flag === 'ro' ? 'read' : flag === 'fixed' ? 'create' : 'write';
  if (/^\d+$/.test(spelled)) return [name, { type: 'String', max: Number(spelled), access }];
  const names = enumerations[spelled];
  if (names) return [name, { type: 'Enum', members: { of: spelled, names }, access }];
  return [name, { type: plain[spelled]!, access }];
}

/** Texts are compared without regard to case, also in keys. Assumption, unconfirmed by the vendor: its database’s collation. */
export const keyOf = ({ keys }: EntitySet, row: Row): string =>
  keys.map((key) => String(row[key] ?? '').toLowerCase()).join('~');

export const isOfCompany = ({ keys }: EntitySet): boolean => keys.includes('dataAreaId');

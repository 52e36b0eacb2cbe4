import type { World } from '../../core/simulator.js';
import { type Field, reference } from './fields.js';
import { referenceName } from './present.js';
import { orderStatuses } from './purchase-types.js';
import type { Stored } from './record-type.js';
import { typeOf } from './record-types.js';
import { invalidQuery } from './suiteql-tokens.js';

/** A value as the query language compares it: moments are milliseconds, checkboxes T and F. */
export type Value = string | number | null;

export interface Column {
  family: 'text' | 'number' | 'moment';
  valueOf: (record: Stored) => Value;
  /** What BUILTIN.DF shows: the name behind an id. */
  nameOf: (world: World, record: Stored) => Value;
}

export interface Table {
  /** The record types whose records are the rows. */
  types: string[];
  columns: Map<string, Column>;
}

// Assumption, unconfirmed by the vendor: what a transaction calls its amounts.
const transactionNames: Record<string, string> = {
  total: 'foreigntotal',
  amountPaid: 'foreignamountpaid',
  amountRemaining: 'foreignamountunpaid',
};

/** Only orders have an order status; of bills only invoices have a status. */
function kindOf({ orderStatus, status }: Stored): [string, string] {
  if (orderStatus) return ['PurchOrd', 'Purchase Order'];
  return status ? ['CustInvc', 'Invoice'] : ['CustCred', 'Credit Memo'];
}

const transactionKind: Column = {
  family: 'text',
  valueOf: (record) => kindOf(record)[0],
  nameOf: (_world, record) => kindOf(record)[1],
};

/** The same letter says one thing of an invoice and another of an order. */
const transactionStatus: Column = {
  family: 'text',
  valueOf: ({ status }) => (status === undefined ? null : String(status)),
  nameOf: (_world, { orderStatus, status }) => {
    if (status === undefined) return null;
    if (orderStatus) return orderStatuses[String(status)] ?? null;
    const { status: field } = typeOf('invoice').fields;
    return field?.kind === 'enum' ? (field.names[String(status)] ?? null) : null;
  },
};

const transactionColumns = new Map<string, Column>([
  ...columnsOf('purchaseOrder', transactionNames),
  ...columnsOf('invoice', transactionNames),
  ['entity', columnOf('entity', reference('job', 'customer', 'vendor'))],
  ['status', transactionStatus],
  ['type', transactionKind],
]);

/**
 * The tables that are record types by the same name, and `transaction`, of which this account has invoices, credit
 * memos and purchase orders.
 */
const tables = new Map<string, Table>([
  ...[
    'customer',
    'vendor',
    'job',
    'employee',
    'department',
    'subsidiary',
    'currency',
    'projectTask',
    'resourceAllocation',
    'timeBill',
  ].map((type): [string, Table] => [type.toLowerCase(), { types: [type], columns: columnsOf(type) }]),
  ['transaction', { types: ['invoice', 'creditMemo', 'purchaseOrder'], columns: transactionColumns }],
]);

export function tableNamed(name: string): Table {
  const table = tables.get(name);
  if (!table) throw invalidQuery(`Invalid search type: ${name}.`);
  return table;
}

/** Fields of features that are off are no columns, as the vendor says of `subsidiary` in an account without them. */
function columnsOf(type: string, names: Record<string, string> = {}): Map<string, Column> {
  return new Map(
    Object.entries(typeOf(type).fields)
      .filter(([, { kind }]) => kind !== 'sublist' && kind !== 'unavailable')
      .map(([name, field]) => [(names[name] ?? name).toLowerCase(), columnOf(name, field)]),
  );
}

function columnOf(name: string, field: Field): Column {
  const valueOf = (record: Stored): Value => comparable(name, field, record[name]);
  return {
    family: familyOf(name, field),
    valueOf,
    nameOf: (world, record) => shownName(world, field, valueOf(record)),
  };
}

function familyOf(name: string, { kind }: Field): Column['family'] {
  if (kind === 'date' || kind === 'dateTime') return 'moment';
  return name === 'id' || kind === 'reference' || kind === 'number' || kind === 'duration' ? 'number' : 'text';
}

function comparable(name: string, field: Field, value: unknown): Value {
  if (field.kind === 'boolean') return value === true ? 'T' : 'F';
  // An empty text is no text.
  if (value === undefined || value === '') return null;
  const text = String(value);
  if (field.kind === 'duration') return hoursOf(text);
  const family = familyOf(name, field);
  if (family === 'moment') return Date.parse(text);
  return family === 'number' ? Number(text) : text;
}

/** Assumption, unconfirmed by the vendor: a duration is a number of hours here. */
function hoursOf(duration: string): number {
  const [hours, minutes] = duration.split(':').map(Number);
  return hours! + minutes! / 60;
}

function shownName(world: World, field: Field, value: Value): Value {
  if (value === null) return null;
  if (field.kind === 'reference') return referenceName(world, field.to, String(value));
  return field.kind === 'enum' ? (field.names[value] ?? null) : value;
}

import type { World } from '../../core/simulator.js';

export type Body = Record<string, unknown>;
export type Query = Record<string, string | undefined>;

/** A record as kept: ids are text, `_id` fields too. */
export type Stored = Body & { id: string; created_at: string; updated_at: string };

/** Whether a record is among what an index parameter asks for. */
export interface Filter {
  (record: Stored, asked: string, world: World): boolean;
  /** Field that has one of the values asked for, separated by commas; absent: each record has to be looked at. */
  field?: string;
}

/** A record, or all records, another one is shown with. */
interface Association {
  /** The attribute that holds the id, or the ids. */
  field: string;
  resource: string;
  /** The field of those records that leads back; absent: the record itself holds the id of one. */
  by?: string;
}

/** What this account knows about a resource of the API. */
export interface Resource {
  /** Root key of one record, e.g. `workspace`. */
  singular: string;
  /** Plain attributes always shown. */
  attributes: string[];
  /** Attributes shown only when named in `optional_fields`. */
  optional?: string[];
  /** Shown only when named in `include`: name → id field and the resource it points to. */
  associations: Record<string, Association>;
  /** Attributes a create may set; none: there is no create. */
  create: string[];
  /** Attributes of a create that may come as parameters of the address, too. */
  createQuery?: string[];
  /** The most records one create takes under the plural root; absent: one at a time, under the singular one. */
  bulk?: number;
  /** Attributes an update may set; none: there is no update. */
  update: string[];
  /** Whether records are deleted one by one, or several in a request, too; absent: there is no delete. */
  remove?: 'one' | 'many';
  /** There is an index, and no path of a single record. */
  indexOnly?: boolean;
  required: { field: string; message: string }[];
  filters: Record<string, Filter>;
  /** Sort names → the attribute they compare. */
  orders: Record<string, string>;
  defaultOrder: string;
}

export const one = (field: string, resource: string): Association => ({ field, resource });

export const all = (field: string, resource: string, by: string): Association => ({ field, resource, by });

export const need = (field: string, message: string): Resource['required'][number] => ({ field, message });

export const stamps = ['created_at', 'updated_at'];

export const references = { external_references: all('external_reference_ids', 'external_references', 'subject_id') };

/** Orders of most resources, and the default of those the documentation gives none for. */
export const byUpdate = {
  orders: { created_at: 'created_at', updated_at: 'updated_at' },
  defaultOrder: 'updated_at:desc',
};

export const equal = (field: string): Filter =>
  Object.assign((record: Stored, asked: string) => String(record[field]) === asked, { field });

/** One of the values in a comma list. */
export const among = (field: string): Filter =>
  Object.assign((record: Stored, asked: string) => asked.split(',').includes(String(record[field])), { field });

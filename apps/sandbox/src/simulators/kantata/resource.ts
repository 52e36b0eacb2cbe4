export type Body = Record<string, unknown>;
export type Query = Record<string, string | undefined>;

/** A record as kept: ids are text, `_id` fields too. */
export type Stored = Body & { id: string; created_at: string; updated_at: string };

/** Whether a record is among what an index parameter asks for. */
export type Filter = (record: Stored, asked: string) => boolean;

/** What this account knows about a resource of the API. */
export interface Resource {
  /** Root key of one record, e.g. `workspace`. */
  singular: string;
  /** Plain attributes always shown. */
  attributes: string[];
  /** Attributes shown only when named in `optional_fields`. */
  optional?: string[];
  /** Shown only when named in `include`: name → id field and the resource it points to. */
  associations: Record<string, { field: string; resource: string; many?: boolean }>;
  /** Attributes a create may set; none: there is no create. */
  create: string[];
  /** Attributes an update may set; none: there is no update. */
  update: string[];
  required: { field: string; message: string }[];
  filters: Record<string, Filter>;
  /** Sort names → the attribute they compare. */
  orders: Record<string, string>;
  defaultOrder: string;
}

export const one = (field: string, resource: string): { field: string; resource: string } => ({ field, resource });

export const need = (field: string, message: string): Resource['required'][number] => ({ field, message });

export const stamps = ['created_at', 'updated_at'];

export const references = {
  external_references: { field: 'external_reference_ids', resource: 'external_references', many: true },
};

/** Orders of most resources, and the default of those the documentation gives none for. */
export const byUpdate = {
  orders: { created_at: 'created_at', updated_at: 'updated_at' },
  defaultOrder: 'updated_at:desc',
};

export const equal =
  (field: string): Filter =>
  (record, asked) =>
    String(record[field]) === asked;

/** One of the values in a comma list. */
export const among =
  (field: string): Filter =>
  (record, asked) =>
    asked.split(',').includes(String(record[field]));

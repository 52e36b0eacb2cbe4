import {
  computed,
  currency,
  date,
  type Field,
  figure,
  flag,
  picklist,
  reference,
  systemFields,
  text,
} from '../salesforce/fields.js';
import type { Child, ObjectType } from '../salesforce/org.js';

/** The API name of a field or object of the package, e.g. `pse__Project__c`. */
export const own = (name: string): string => `pse__${name}__c`;

type More = Partial<Field>;

// Fields of the package, by their names without its prefix.
export const words = (name: string, more?: More): Field => text(own(name), 255, more);
export const notes = (name: string): Field => ({ ...text(own(name)), type: 'textarea' });
export const choice = (name: string, values?: string[], more?: More): Field => picklist(own(name), values, more);
export const check = (name: string, more?: More): Field => flag(own(name), more);
export const day = (name: string, more?: More): Field => date(own(name), more);
export const count = (name: string, more?: More): Field => figure(own(name), 'double', more);
export const amount = (name: string, more?: More): Field => figure(own(name), 'currency', more);
export const percent = (name: string, more?: More): Field => figure(own(name), 'percent', more);
export const lookup = (name: string, to: string, more?: More): Field =>
  reference(own(name), to, { relationshipName: `pse__${name}__r`, ...more });

/** A parent without which a row cannot be, and which it keeps. */
export const master = (name: string, to: string): Field => lookup(name, to, { nillable: false, updateable: false });

/** Worked out when it is read. */
export const worked = (field: Field, formula: NonNullable<Field['formula']>): Field => ({
  ...field,
  ...computed,
  nillable: true,
  formula,
});

export const daysOfWeek = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const hoursOfWeek = (more?: More): Field[] => daysOfWeek.map((name) => count(`${name}_Hours`, more));

interface Shape {
  fields: Field[];
  nameFormat?: string;
  children?: Child[];
  writable?: boolean;
}

/** An object of the package; its rows are named by callers unless a format names them. */
export const packaged = (
  name: string,
  prefix: string,
  { fields, nameFormat, children = [], writable = true }: Shape,
): ObjectType => ({
  name: own(name),
  prefix,
  writable,
  ...(nameFormat && { nameFormat }),
  fields: [...systemFields, currency(), text('Name', 80, nameFormat ? computed : { nillable: false }), ...fields],
  children,
});

/** Rows of the package below a parent; `isOwned` rows go with it. */
export const below = (relationshipName: string, object: string, field: string, isOwned = false): Child => ({
  relationshipName: `pse__${relationshipName}__r`,
  object: own(object),
  field: own(field),
  isOwned,
});

/** Fields this firm's administrator added to the package's objects. */
export const externalId = text('External_Id__c', 80, { externalId: true, unique: true });

import { SalesforceError } from '../salesforce/errors.js';
import type { View } from './view.js';

/** A row about to be kept; `before` is null for a new one. */
export interface Saving {
  now: View;
  before: View | null;
}

/** A validation rule of the package, by its API name without the prefix. */
export interface Validation {
  name: string;
  /** The field the refusal is shown at; null shows it for the row. */
  field: string | null;
  message: string;
  isBroken: (saving: Saving) => boolean;
}

export const rule = (
  name: string,
  field: string | null,
  message: string,
  isBroken: Validation['isBroken'],
): Validation => ({
  name,
  field,
  message,
  isBroken,
});

/** Throws every rule that is broken, not the first alone. */
export function validate(rules: Validation[], saving: Saving): void {
  const [first, ...others] = rules
    .filter(({ isBroken }) => isBroken(saving))
    .map(({ field, message }) => refusal(message, field === null ? [] : [field]));
  if (!first) return;
  throw new SalesforceError(first.status, first.errorCode, first.message, first.fields, others);
}

const refusal = (message: string, fields: string[]): SalesforceError =>
  new SalesforceError(400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields);

export const isNewOrChanged = ({ now, before }: Saving, name: string): boolean =>
  before === null || before.value(name) !== now.value(name);

/** Whether a field that is set once is empty or was changed; an administrator's edit with a reason may change it. */
export function isNotConstant(saving: Saving, name: string, isAdministrable = true): boolean {
  const { now, before } = saving;
  if (!now.has(name)) return true;
  const isReasoned = isAdministrable && now.is('Admin_Global_Edit') && now.has('Audit_Notes');
  return before !== null && isNewOrChanged(saving, name) && !isReasoned;
}

/** Whether a parent belongs to another project, resource or the like than the row. */
export function differs({ now }: Saving, parent: string, name: string): boolean {
  const found = now.parent(parent);
  return found !== null && found.value(name) !== now.value(name);
}

export const currencyChanged = ({ now, before }: Saving): boolean =>
  before !== null && before.currency !== now.currency;
export const endsBeforeStart = ({ now }: Saving, start = 'Start_Date'): boolean =>
  now.has(start) && now.has('End_Date') && now.text('End_Date') < now.text(start);

import { Decimal } from 'decimal.js';
import { Failure } from '#kernel';

/** Codes and ids are kept in capitals; ours must survive the way there and back. */
export function codeOf(field: string, text: string, longest: number): string {
  if (text.length <= longest) return text.toUpperCase();
  throw new Failure('rejected', `${field} ${text} is longer than the ${longest} characters SAP has for it`, {
    code: 'too-long-for-sap',
    fields: [{ field, message: `is longer than ${longest} characters` }],
  });
}

/** Descriptions may end early. */
export const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;

/** Whole hours and what SAP's decimals can say of the rest. */
export const hours = (minutes: number, places: number): string => new Decimal(minutes).dividedBy(60).toFixed(places);

import { parse } from 'csv-parse/sync';
import type { payroll } from '#contracts';
import type { EarningCodes, Encoding } from './settings.js';

/** The cells of one line, in the order of `columns`. */
export type Row = string[];

const columns = ['reference', 'worker', 'earning', 'date', 'minutes', 'hours', 'cost_centre'];

/** How a file is written, as its manifest says; another file may differ. */
export interface Format {
  separator: string;
  encoding: Encoding;
}

/** What a spreadsheet would take for a formula is led by an apostrophe, and so is text. */
const asText = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** Hours with two decimals, half a hundredth rounded up; the minutes beside them are exact. */
export function hoursOf(minutes: number): string {
  const hundredths = Math.floor((minutes * 100 + 30) / 60);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

export const toRow = (line: payroll.PayLine, codes: EarningCodes): Row => [
  asText(line.reference),
  asText(line.workerNumber),
  asText(codes[line.earning]),
  line.date,
  String(line.minutes),
  hoursOf(line.minutes),
  asText(line.costCentre),
];

/** Whether every character has a place in the encoding. */
export const canBeWritten = (row: Row, encoding: Encoding): boolean =>
  encoding !== 'latin1' || row.every((cell) => !/[^\0-\u00ff]/.test(cell));

const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const byteOrderMark = '\ufeff';

/** The bytes of a file: a line of names, then one line a row, each ended by CR LF (RFC 4180). */
export function toBytes(rows: Row[], { separator, encoding }: Format): Buffer {
  const text = [columns, ...rows]
    .map((row) => `${row.map((cell) => quoted(cell, separator)).join(separator)}\r\n`)
    .join('');
  return encoding === 'latin1'
    ? Buffer.from(text, 'latin1')
    : Buffer.from((encoding === 'utf-8-bom' ? byteOrderMark : '') + text, 'utf8');
}

/** The rows of a file that we wrote. */
export const fromBytes = (bytes: Buffer, { separator, encoding }: Format): Row[] =>
  parse(bytes.toString(encoding === 'latin1' ? 'latin1' : 'utf8'), {
    bom: true,
    delimiter: separator,
    record_delimiter: '\r\n',
    from_line: 2,
  });

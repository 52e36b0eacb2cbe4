import { distinctReferences, type DomainOperations, type Vendor, write } from '#connector';
import type { payroll } from '#contracts';
import { Failure } from '#kernel';
import { packagesOf, writePackage } from './packages.js';
import { canBeWritten, type Row, toRow } from './rows.js';
import { settingsOf } from './settings.js';

const sameRow = (one: Row, other: Row): boolean => JSON.stringify(one) === JSON.stringify(other);

const referenceOf = ([reference = '']: Row): string => reference;

/** A legal entity's code is part of a file's name. */
function refuseName(legalEntity: string): void {
  if (/^[\w-]{1,60}$/.test(legalEntity)) return;
  throw new Failure('rejected', `legal entity "${legalEntity}" cannot be part of a file's name`, {
    fields: [{ field: 'legalEntity', message: 'must be letters, digits, - and _' }],
  });
}

/** A line that is in a file of its period is not written again, so that a repeat writes nothing. */
async function put(vendor: Vendor, { lines, ...period }: payroll.PayDataBatch): Promise<payroll.PayDataSettlement> {
  refuseName(period.legalEntity);
  distinctReferences(lines);
  const { folder, separator, encoding, earnings } = settingsOf(vendor);
  const packages = await packagesOf(folder, period);
  const written = new Map(packages.flatMap(({ rows }) => rows.map((row): [string, Row] => [referenceOf(row), row])));
  const open: Row[] = [];
  const settled = lines.map((line): payroll.PayLineSettlement => {
    const row = toRow(line, earnings);
    const before = written.get(referenceOf(row));
    const reason = before && !sameRow(before, row) ? otherwise : canBeWritten(row, encoding) ? null : unwritable;
    if (!before && reason === null) open.push(row);
    return { reference: line.reference, outcome: reason === null ? 'taken' : 'refused', reason };
  });
  if (open.length > 0) {
    const number = Math.max(0, ...packages.map(({ manifest }) => manifest.number)) + 1;
    await writePackage(folder, period, number, { rows: open, separator, encoding });
  }
  return { lines: settled };
}

const otherwise = 'was handed over with other content before; state a correction under a reference of its own';
const unwritable = 'has characters that the encoding of the file does not have';

/** Files of a period are told apart by number, and lines by reference: a repeat finds what is there. */
export const putPayData: DomainOperations['payroll']['putPayData'] = write({
  safety: { strategy: 'upsert' },
  run: put,
});

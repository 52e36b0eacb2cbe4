import {
  chargeByLine,
  type Charged,
  type LineOutcome,
  type ODataEntity,
  odataMidnight,
  odataTextIs,
  refusedLine,
  type Vendor,
} from '#connector';
import type { erp } from '#contracts';
import { Failure } from '#kernel';
import { time } from './services.js';
import { type Company, quarantineMs, settingsOf } from './settings.js';
import { codeOf } from './values.js';
import { bears, toTimeEntry } from './work-mapping.js';

const set = 'TimeSheetEntryCollection';
/** Replaced by a later record, or cancelled. */
const gone = ['50', '60'];

/** Filters only by these fields; `gt` and `lt` on the day answer wrongly. */
function filterOf(company: Company, worker: string, lines: erp.BillableLine[]): string {
  const days = lines.map(({ date }) => date).sort();
  return [
    odataTextIs('PersonWorkAgreementExternalID', codeOf('workerNumber', worker, 20)),
    odataTextIs('CompanyCode', company.companyCode),
    `TimeSheetDate ge ${odataMidnight(days[0]!)}`,
    `TimeSheetDate le ${odataMidnight(days.at(-1)!)}`,
  ].join(' and ');
}

const byWorker = (lines: erp.BillableLine[]): [string, erp.BillableLine[]][] =>
  [...new Set(lines.map(({ workerNumber }) => workerNumber))].map((worker) => [
    worker,
    lines.filter(({ workerNumber }) => workerNumber === worker),
  ]);

/** Records whose note ends with the reference of one of these lines. */
async function posted(vendor: Vendor, company: Company, lines: erp.BillableLine[]): Promise<Charged[]> {
  const hits = await Promise.all(
    byWorker(lines).map(async ([worker, ofWorker]) => {
      const entries = await time.list(vendor, set, { filter: filterOf(company, worker, ofWorker) });
      const valid = entries.filter(({ TimeSheetStatus }) => !gone.includes(String(TimeSheetStatus)));
      return valid.flatMap((entry) =>
        ofWorker
          .filter(({ reference }) => bears((entry.TimeSheetDataFields as ODataEntity).TimeSheetNote, reference))
          .map(({ reference }) => ({ reference, result: String(entry.TimeSheetRecord) })),
      );
    }),
  );
  return hits.flat();
}

async function post(vendor: Vendor, company: Company, line: erp.BillableLine): Promise<LineOutcome> {
  const { reference } = line;
  try {
    const entry = await time.create(vendor, set, toTimeEntry(line, company, settingsOf(vendor)));
    if (entry.TimeSheetRecord) return { reference, status: 'applied', result: String(entry.TimeSheetRecord) };
    return new Failure('outcome-unknown', `S/4HANA named no record for ${reference}`, { code: 'no-record' });
  } catch (error) {
    const failure = Failure.from(error);
    return failure.kind === 'rejected' ? refusedLine(reference, failure.message) : failure;
  }
}

/** One after the other for a worker, whose time sheet SAP locks while it is written. */
async function postAll(vendor: Vendor, company: Company, lines: erp.BillableLine[]): Promise<LineOutcome[]> {
  const outcomes: LineOutcome[] = [];
  await Promise.all(
    byWorker(lines).map(async ([, ofWorker]) => {
      for (const line of ofWorker) outcomes.push(await post(vendor, company, line));
    }),
  );
  return outcomes;
}

export const postBillableLines = chargeByLine<Company>({
  quarantineMs,
  find: posted,
  post: postAll,
  byHand: (reference) => `cancel the time record that bears ${reference} in SAP and correct its invoice`,
});

import {
  chargeByLine,
  type ItemOutcome,
  type LineOutcome,
  type ODataEntity,
  odataMidnight,
  odataText,
  settledLines,
  type Vendor,
} from '#connector';
import type { erp } from '#contracts';
import { Failure } from '#kernel';
import { time } from './services.js';
import { type Company, companyOf, quarantineMs, settingsOf } from './settings.js';
import { codeOf } from './values.js';
import { bears, toTimeEntry } from './work-mapping.js';

const set = 'TimeSheetEntryCollection';
/** Replaced by a later record, or cancelled. */
const gone = ['50', '60'];

/** Filters only by these fields; `gt` and `lt` on the day answer wrongly. */
function filterOf(company: Company, worker: string, lines: erp.BillableLine[]): string {
  const days = lines.map(({ date }) => date).sort();
  return [
    `PersonWorkAgreementExternalID eq ${odataText(codeOf('workerNumber', worker, 20))}`,
    `CompanyCode eq ${odataText(company.companyCode)}`,
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
async function posted(vendor: Vendor, company: Company, lines: erp.BillableLine[]) {
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

/** What was billed may be on an invoice already: SAP shows where, and only a person sees it. */
const reversalByHand = (reference: string): string =>
  `cancel the time record that bears ${reference} in SAP and correct its invoice, then skip this line`;

async function post(vendor: Vendor, company: Company, line: erp.BillableLine): Promise<LineOutcome> {
  const { reference, reverses } = line;
  if (reverses) return { reference, status: 'rejected', reason: reversalByHand(reverses.reference) };
  try {
    const entry = await time.create(vendor, set, toTimeEntry(line, company, settingsOf(vendor)));
    if (entry.TimeSheetRecord) return { reference, status: 'applied', result: String(entry.TimeSheetRecord) };
    return new Failure('outcome-unknown', `S/4HANA named no record for ${reference}`, { code: 'no-record' });
  } catch (error) {
    const failure = Failure.from(error);
    return failure.kind === 'rejected' ? { reference, status: 'rejected', reason: failure.message } : failure;
  }
}

/** One after the other for a worker, whose time sheet SAP locks while it is written. */
async function postAll(vendor: Vendor, company: Company, lines: erp.BillableLine[]): Promise<ItemOutcome<string>[]> {
  const outcomes: LineOutcome[] = [];
  await Promise.all(
    byWorker(lines).map(async ([, ofWorker]) => {
      for (const line of ofWorker) outcomes.push(await post(vendor, company, line));
    }),
  );
  return settledLines(outcomes);
}

export const postBillableLines = chargeByLine({
  quarantineMs,
  find: (vendor, legalEntity, lines) => posted(vendor, companyOf(vendor, legalEntity), lines),
  post: (vendor, legalEntity, lines) => postAll(vendor, companyOf(vendor, legalEntity), lines),
});

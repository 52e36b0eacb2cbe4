import { batch, type DomainOperations, type ItemOutcome, type Vendor } from '#connector';
import type { erp } from '#contracts';
import { Failure } from '#kernel';
import { create, dateTime, type Entity, list, quoted } from './odata.js';
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
    `PersonWorkAgreementExternalID eq ${quoted(codeOf('workerNumber', worker, 20))}`,
    `CompanyCode eq ${quoted(company.companyCode)}`,
    `TimeSheetDate ge ${dateTime(days[0]!)}`,
    `TimeSheetDate le ${dateTime(days.at(-1)!)}`,
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
      const entries = await list(vendor, 'time', set, { filter: filterOf(company, worker, ofWorker) });
      const valid = entries.filter(({ TimeSheetStatus }) => !gone.includes(String(TimeSheetStatus)));
      return valid.flatMap((entry) =>
        ofWorker
          .filter(({ reference }) => bears((entry.TimeSheetDataFields as Entity).TimeSheetNote, reference))
          .map(({ reference }) => ({ reference, result: String(entry.TimeSheetRecord) })),
      );
    }),
  );
  return hits.flat();
}

/** What was billed may be on an invoice already: SAP shows where, and only a person sees it. */
const reversalByHand = (reference: string): string =>
  `cancel the time record that bears ${reference} in SAP and correct its invoice, then skip this line`;

type Outcome = ItemOutcome<string> | Failure;

async function post(vendor: Vendor, company: Company, line: erp.BillableLine): Promise<Outcome> {
  const { reference, reverses } = line;
  if (reverses) return { reference, status: 'rejected', reason: reversalByHand(reverses.reference) };
  try {
    const entry = await create(vendor, 'time', set, toTimeEntry(line, company, settingsOf(vendor)));
    if (entry.TimeSheetRecord) return { reference, status: 'applied', result: String(entry.TimeSheetRecord) };
    return new Failure('outcome-unknown', `S/4HANA named no record for ${reference}`, { code: 'no-record' });
  } catch (error) {
    const failure = Failure.from(error);
    return failure.kind === 'rejected' ? { reference, status: 'rejected', reason: failure.message } : failure;
  }
}

/** One after the other for a worker, whose time sheet SAP locks while it is written. */
async function postAll(vendor: Vendor, company: Company, lines: erp.BillableLine[]): Promise<ItemOutcome<string>[]> {
  const outcomes: Outcome[] = [];
  await Promise.all(
    byWorker(lines).map(async ([, ofWorker]) => {
      for (const line of ofWorker) outcomes.push(await post(vendor, company, line));
    }),
  );
  const failures = outcomes.filter((outcome) => outcome instanceof Failure);
  const settled = outcomes.filter((outcome) => !(outcome instanceof Failure));
  // Where nothing is in doubt, the next attempt need not wait: it reads what is there and sends the rest.
  const [first] = failures;
  if (first && !failures.some(({ kind }) => kind === 'outcome-unknown' || kind === 'defect')) throw first;
  return settled;
}

function settlementOf(outcome: ItemOutcome): erp.LineSettlement {
  const { reference, status } = outcome;
  if (status === 'applied') return { reference, outcome: 'posted', id: String(outcome.result), reason: null };
  const reason = status === 'rejected' ? outcome.reason : 'S/4HANA holds several time records with this reference';
  return { reference, outcome: 'refused', id: null, reason: reason.slice(0, 500) };
}

export const postBillableLines: DomainOperations['erp']['postBillableLines'] = batch({
  safety: {
    strategy: 'batch',
    quarantineMs,
    references: ({ lines }) => lines.map(({ reference }) => reference),
    find: (vendor, { legalEntity, lines }, references) =>
      posted(
        vendor,
        companyOf(vendor, legalEntity),
        lines.filter(({ reference }) => references.includes(reference)),
      ),
  },
  run: (vendor, { legalEntity, lines }, { open }) =>
    postAll(
      vendor,
      companyOf(vendor, legalEntity),
      lines.filter(({ reference }) => open.includes(reference)),
    ),
  settle: (outcomes) => ({ lines: outcomes.map(settlementOf) }),
});

import { Decimal } from 'decimal.js';
import type { Evidence, VendorRecord } from '../evidence.js';
import type { Violation } from '../invariants.js';
import { workspaceReferences } from './projects.js';

interface Entry {
  id: string;
  data: Record<string, unknown>;
}

/** The line of the n-th version of an entry that was to be charged. */
const lineOf = (entry: string, ordinal = 1): string => `TE-kantata-${entry}${ordinal === 1 ? '' : `.${ordinal}`}`;

/** References of what waits for a person. */
const stoppedLines = ({ exceptions }: Evidence): Set<string> =>
  new Set(
    exceptions
      .filter(({ state, subjectKind }) => state === 'open' && subjectKind === 'billing-line')
      .map(({ subjectId }) => subjectId),
  );

/** Entries finance has to see money for: approved, billable, and not waiting for a person. */
function billableEntries(evidence: Evidence): Entry[] {
  const stopped = new Set([...stoppedLines(evidence)].map((reference) => reference.split('.')[0]!));
  return evidence.records.filter(
    (entry) =>
      entry.collection === 'time_entries' &&
      entry.data.approved === true &&
      entry.data.billable === true &&
      !stopped.has(lineOf(entry.id)),
  );
}

/** References of the versions of an amended entry that were charged, and then taken back. */
function supersededBy(amendments: Evidence['amendments']): string[] {
  const times = new Map<string, number>();
  return amendments.map(({ entry }) => {
    const ordinal = (times.get(entry) ?? 0) + 1;
    times.set(entry, ordinal);
    return lineOf(entry, ordinal);
  });
}

/** Reference of the version of an entry that stands. */
const newestOf = (entry: string, { amendments }: Evidence): string =>
  lineOf(entry, amendments.filter((one) => one.entry === entry).length + 1);

/** I1: what was charged and then amended is taken back once. */
export function amendmentsReversed(evidence: Evidence): Violation[] {
  const stopped = stoppedLines(evidence);
  const reversals = evidence.lines.filter(({ reference }) => reference.endsWith('.R'));
  const due = new Set(supersededBy(evidence.amendments).map((line) => `${line}.R`));
  const posted = new Set(reversals.filter(({ state }) => state === 'posted').map(({ reference }) => reference));
  const lost = [...due].filter((line) => !posted.has(line) && !stopped.has(line));
  const undue = [...posted].filter((line) => !due.has(line));
  return [
    ...lost.map((line): Violation => ({ kind: 'lost', what: `${line} was not posted`, trace: line })),
    ...undue.map((line): Violation => ({ kind: 'other', what: `${line} takes back what stands`, trace: line })),
  ];
}

/** I1: one charge in the ERP for each version of an entry that was to be charged, none for anything else. */
export function billedOnce(evidence: Evidence): Violation[] {
  const charges = new Map<string, string[]>();
  const bills = evidence.records.filter(({ collection }) => collection === 'timeBill');
  for (const { id, data } of bills) {
    const line = String(data.externalId);
    charges.set(line, [...(charges.get(line) ?? []), id]);
  }
  const standing = billableEntries(evidence).map(({ id }) => newestOf(id, evidence));
  const due = new Set([...standing, ...supersededBy(evidence.amendments)]);
  const lost = [...due].filter((line) => !charges.has(line));
  const undue = [...charges.keys()].filter((line) => !due.has(line));
  const twice = [...charges].filter(([, ids]) => ids.length > 1).map(([line]) => line);
  return [
    ...lost.map((line): Violation => ({ kind: 'lost', what: `${line} is approved and not billed`, trace: line })),
    ...twice.map((line): Violation => ({ kind: 'duplicate', what: `${line} is billed more than once`, trace: line })),
    ...undue.map((line): Violation => ({ kind: 'other', what: `${line} is billed and should not be`, trace: line })),
  ];
}

/** I2: per project and currency, to the cent; credit memos count against the invoices. */
export function totalsAgree(evidence: Evidence): Violation[] {
  const psa = psaTotals(evidence);
  const erp = erpTotals(evidence.records);
  return [...new Set([...psa.keys(), ...erp.keys()])].flatMap((key): Violation[] => {
    const worked = psa.get(key) ?? new Decimal(0);
    const invoiced = erp.get(key) ?? new Decimal(0);
    if (worked.equals(invoiced)) return [];
    const kind = invoiced.greaterThan(worked) ? 'duplicate' : 'lost';
    const what = `${key}: ${worked.toFixed(2)} approved in the PSA, ${invoiced.toFixed(2)} invoiced in the ERP`;
    return [{ kind, what, trace: key.split(' ')[0]! }];
  });
}

/** Priced here from the PSA's own minutes and rates, each entry rounded to the cent. */
function psaTotals(evidence: Evidence): Map<string, Decimal> {
  const projects = workspaceReferences(evidence.records);
  return sums(
    billableEntries(evidence).map(({ data }) => ({
      key: `${projects.get(String(data.workspace_id))} ${String(data.currency)}`,
      amount: new Decimal(Number(data.rate_in_cents))
        .times(Number(data.time_in_minutes))
        .dividedBy(60)
        .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
        .dividedBy(100),
    })),
  );
}

function erpTotals(records: VendorRecord[]): Map<string, Decimal> {
  const externalIds = new Map(records.map(({ collection, id, data }) => [`${collection}/${id}`, data.externalId]));
  const externalId = (collection: string, id: unknown): string =>
    String(externalIds.get(`${collection}/${String(id)}`));
  return sums(
    records
      .filter(({ simulator, collection }) => simulator === 'netsuite' && ['invoice', 'creditMemo'].includes(collection))
      .map(({ collection, data }) => ({
        key: `${externalId('job', data.entity)} ${externalId('currency', data.currency)}`,
        amount: new Decimal(Number(data.total)).times(collection === 'creditMemo' ? -1 : 1),
      })),
  );
}

function sums(amounts: { key: string; amount: Decimal }[]): Map<string, Decimal> {
  const totals = new Map<string, Decimal>();
  for (const { key, amount } of amounts) totals.set(key, amount.plus(totals.get(key) ?? 0));
  return totals;
}

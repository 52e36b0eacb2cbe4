import { Decimal } from 'decimal.js';
import type { Evidence, VendorRecord } from '../evidence.js';
import type { Violation } from '../invariants.js';
import { workspaceReferences } from './projects.js';

interface Entry {
  id: string;
  data: Record<string, unknown>;
}

const lineOf = ({ id }: Pick<Entry, 'id'>): string => `TE-kantata-${id}`;

/** Entries finance has to see money for: approved, billable, and not waiting for a person. */
function billableEntries({ records, exceptions }: Evidence): Entry[] {
  const stopped = new Set(
    exceptions
      .filter(({ state, subjectKind }) => state === 'open' && subjectKind === 'billing-line')
      .map(({ subjectId }) => subjectId),
  );
  return records.filter(
    (entry) =>
      entry.collection === 'time_entries' &&
      entry.data.approved === true &&
      entry.data.billable === true &&
      !stopped.has(lineOf(entry)),
  );
}

/** I1: a change after billing is money already out, so exactly one person is asked. */
export const amendmentsAsked = ({ amendments, exceptions }: Evidence): Violation[] =>
  amendments.flatMap(({ entry }): Violation[] => {
    const line = lineOf({ id: entry });
    const asked = exceptions.filter(({ subjectId }) => subjectId.startsWith(`${line}#`)).length;
    const what = `${line} was amended after it was billed, which raised ${asked} exceptions`;
    return asked === 1 ? [] : [{ kind: asked === 0 ? 'lost' : 'duplicate', what, trace: line }];
  });

/** I1: one charge in the ERP for each entry, none for anything else. */
export function billedOnce(evidence: Evidence): Violation[] {
  const charges = new Map<string, string[]>();
  const bills = evidence.records.filter(({ collection }) => collection === 'timeBill');
  for (const { id, data } of bills) {
    const line = String(data.externalId);
    charges.set(line, [...(charges.get(line) ?? []), id]);
  }
  const due = new Set(billableEntries(evidence).map(lineOf));
  const lost = [...due].filter((line) => !charges.has(line));
  const undue = [...charges.keys()].filter((line) => !due.has(line));
  const twice = [...charges].filter(([, ids]) => ids.length > 1).map(([line]) => line);
  return [
    ...lost.map((line): Violation => ({ kind: 'lost', what: `${line} is approved and not billed`, trace: line })),
    ...twice.map((line): Violation => ({ kind: 'duplicate', what: `${line} is billed more than once`, trace: line })),
    ...undue.map((line): Violation => ({ kind: 'other', what: `${line} is billed and should not be`, trace: line })),
  ];
}

/** I2: per project and currency, to the cent. */
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

/** Priced here from the PSA's own minutes and rates, each entry rounded to the cent; as billed, where it was amended since. */
function psaTotals(evidence: Evidence): Map<string, Decimal> {
  const projects = workspaceReferences(evidence.records);
  const billed = new Map(evidence.amendments.map(({ entry, minutes }) => [entry, minutes]));
  return sums(
    billableEntries(evidence).map(({ id, data }) => ({
      key: `${projects.get(String(data.workspace_id))} ${String(data.currency)}`,
      amount: new Decimal(Number(data.rate_in_cents))
        .times(billed.get(id) ?? Number(data.time_in_minutes))
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
      .filter(({ simulator, collection }) => simulator === 'netsuite' && collection === 'invoice')
      .map(({ data }) => ({
        key: `${externalId('job', data.entity)} ${externalId('currency', data.currency)}`,
        amount: new Decimal(Number(data.total)),
      })),
  );
}

function sums(amounts: { key: string; amount: Decimal }[]): Map<string, Decimal> {
  const totals = new Map<string, Decimal>();
  for (const { key, amount } of amounts) totals.set(key, amount.plus(totals.get(key) ?? 0));
  return totals;
}

import type { Evidence, VendorRecord } from '../evidence.js';
import type { Violation } from '../invariants.js';

/**
 * I8: what each assignment is said to have been billed is its newest total, in whatever order batches reported. Its
 * versions are the charges in the ERP.
 */
export function newestTotal({ records }: Evidence): Violation[] {
  const reported = new Map(
    of(records, 'custom_field_values')
      .filter(({ data }) => data.subject_type === 'Resource' && data.custom_field_name === 'Billed minutes')
      .map(({ data }) => [String(data.subject_id), Number(data.value)]),
  );
  return [...charged(records)].flatMap(([assignment, minutes]): Violation[] => {
    const said = reported.get(assignment) ?? 0;
    const what = `assignment ${assignment} was billed ${minutes} minutes, the PSA was last told ${said}`;
    return said === minutes ? [] : [{ kind: said > minutes ? 'duplicate' : 'lost', what, trace: assignment }];
  });
}

/** Minutes charged in the ERP and not taken back since, by the place they were worked in. */
function charged(records: VendorRecord[]): Map<string, number> {
  const lines = new Set(of(records, 'timeBill').map(({ data }) => data.externalId));
  const places = of(records, 'workspace_resources');
  const totals = new Map<string, number>();
  for (const { id, data } of of(records, 'time_entries')) {
    const [place, ...others] = places.filter((one) =>
      ['workspace_id', 'user_id', 'role_id'].every((field) => one.data[field] === data[field]),
    );
    // Of somebody with several places in one role nobody can tell which one an entry is for.
    if (!place || others.length > 0 || !lines.has(`TE-kantata-${id}`)) continue;
    const minutes = data.approved === true && data.billable === true ? Number(data.time_in_minutes) : 0;
    totals.set(place.id, (totals.get(place.id) ?? 0) + minutes);
  }
  return totals;
}

const of = (records: VendorRecord[], name: string): VendorRecord[] =>
  records.filter(({ collection }) => collection === name);

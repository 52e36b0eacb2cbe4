import { type AbsenceSpan, type DomainOperations, spansOf, type Vendor, weekOf, write } from '#connector';
import type { scheduling } from '#contracts';
import { Failure, nothingThere } from '#kernel';
import { create, listAll, type Person, type TimeOff } from './api.js';
import { noteOf, withNote } from './mapping.js';
import { personOf } from './people.js';
import { quarantineMs, settingsOf } from './settings.js';

const spanOf = ({ start_date, end_date, hours, full_day }: TimeOff): string =>
  keyOf({ start_date, end_date, hours: full_day === 1 || hours === null ? null : Number(hours) });
const keyOf = ({ start_date, end_date, hours }: AbsenceSpan): string => `${start_date}/${end_date}/${hours ?? 'day'}`;

interface Plan {
  person: Person;
  missing: AbsenceSpan[];
  /** Ours and not wanted any more, or there twice. */
  excess: TimeOff[];
}

async function planOf(vendor: Vendor, reference: string, state: scheduling.AbsenceState): Promise<Plan> {
  const person = await personOf(vendor, state.workerNumber);
  const held = (await listAll<TimeOff>(vendor, 'timeoffs', { people_id: person.people_id })).filter(
    ({ timeoff_notes }) => noteOf(timeoff_notes, 'absence') === reference,
  );
  const spans = spansOf(state.days, person.work_days_hours ?? weekOf(2400, settingsOf(vendor).workDays));
  const wanted = new Map(spans.map((span) => [keyOf(span), span]));
  const excess = held.filter((one) => !wanted.delete(spanOf(one)));
  return { person, missing: [...wanted.values()], excess };
}

async function timeOffType(vendor: Vendor): Promise<number> {
  const { timeOffType: name } = settingsOf(vendor);
  const types = await listAll<{ timeoff_type_id: number; timeoff_type_name: string | null }>(vendor, 'timeoff-types');
  const found = types.find((type) => type.timeoff_type_name === name);
  if (found) return found.timeoff_type_id;
  throw new Failure('rejected', `Float has no time off type "${name}"`, {
    code: 'unknown-time-off-type',
    remedy: 'add the type in Float, or name another as timeOffType of the instance in estate.yaml',
  });
}

const approved = 2;

export const timeOffBody = (span: AbsenceSpan, people_id: number, reference: string, timeoff_type_id: number) => ({
  people_ids: [people_id],
  timeoff_type_id,
  start_date: span.start_date,
  end_date: span.end_date,
  ...(span.hours === null ? { full_day: 1 } : { full_day: 0, hours: span.hours }),
  status: approved,
  timeoff_notes: withNote(null, 'absence', reference),
});

export const absenceOperations: Pick<DomainOperations['scheduling'], 'putAbsence'> = {
  putAbsence: write({
    safety: {
      strategy: 'transition',
      quarantineMs,
      isDone: async (vendor, { reference, state }) => {
        const { missing, excess } = await planOf(vendor, reference, state);
        return missing.length === 0 && excess.length === 0 ? { id: reference, url: null } : null;
      },
    },
    run: async (vendor, { reference, state }) => {
      const { person, missing, excess } = await planOf(vendor, reference, state);
      const type = missing.length > 0 ? await timeOffType(vendor) : 0;
      // First what is new: between the two somebody is away too long rather than not at all.
      for (const span of missing)
        await create(vendor, 'timeoffs', timeOffBody(span, person.people_id, reference, type));
      for (const { timeoff_id } of excess) {
        await vendor.send({ method: 'DELETE', path: `/v3/timeoffs/${timeoff_id}` }).catch(nothingThere);
      }
      return { id: reference, url: null };
    },
  }),
};

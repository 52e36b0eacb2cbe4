import { Decimal } from 'decimal.js';
import { workingDays } from '#connector';
import type { scheduling } from '#contracts';
import { addDays } from '#kernel';
import type { Allocation, Person, Tag } from './api.js';

const nameOf = (tag: Tag): string => (typeof tag === 'string' ? tag : tag.name);

/** What we know of a person beyond Float's fields is kept in tags such as `worker:1042`. */
const facts = ['worker', 'cost-centre', 'grade'] as const;
const factOf = (person: Person, fact: (typeof facts)[number]): string | null => {
  const tag = (person.tags ?? []).map(nameOf).find((name) => name.startsWith(`${fact}:`));
  return tag?.slice(fact.length + 1).trim() || null;
};

export const workerNumberOf = (person: Person): string | null => factOf(person, 'worker');

/** Whether Float keeps the case of tags is not documented. */
export const isWorker = (person: Person, number: string): boolean =>
  workerNumberOf(person)?.toLowerCase() === number.toLowerCase();

/** Our facts as they are now, the tags somebody else gave, and the skills that were missing. */
export function tagsFor(person: Person | null, number: string, state: scheduling.ResourceState): Tag[] {
  const others = (person?.tags ?? []).filter((tag) => !facts.some((fact) => nameOf(tag).startsWith(`${fact}:`)));
  const held = new Set(others.map(nameOf));
  const skills = state.skills.filter((skill) => !held.has(skill));
  const ours = [`worker:${number}`, `cost-centre:${state.costCentre}`, `grade:${state.grade}`];
  return [...others, ...[...ours, ...skills].map((name) => ({ name }))];
}

export const sameTags = (a: Tag[], b: Tag[]): boolean => {
  const names = (tags: Tag[]): string => tags.map(nameOf).sort().join('\n');
  return names(a) === names(b);
};

export const toResource = (person: Person): scheduling.Resource => ({
  id: String(person.people_id),
  reference: workerNumberOf(person),
  name: person.name ?? '',
  email: person.email,
  active: person.active !== 0,
});

export const peopleOf = ({ people_id, people_ids }: Allocation): number[] => [
  ...new Set([...(people_ids ?? []), ...(people_id ? [people_id] : [])]),
];

/** First day of each occurrence: every week, month or second week, the last on or before the day repeating ends. */
function beginnings({ start_date, repeat_state, repeat_end_date }: Allocation): string[] {
  const days = [start_date];
  if (!repeat_state || !repeat_end_date) return days;
  for (let count = 1; ; count += 1) {
    const day =
      repeat_state === 2 ? monthsLater(start_date, count) : addDays(start_date, count * (repeat_state === 3 ? 14 : 7));
    if (day > repeat_end_date) return days;
    days.push(day);
  }
}

/** The same day of a later month, or its last where it is shorter. */
function monthsLater(day: string, months: number): string {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  const same = addDays(first.toISOString().slice(0, 10), Number(day.slice(8)) - 1);
  first.setUTCMonth(first.getUTCMonth() + 1);
  const last = addDays(first.toISOString().slice(0, 10), -1);
  return same < last ? same : last;
}

const lengthOf = ({ start_date, end_date }: Allocation): number =>
  (Date.parse(`${end_date}T00:00:00Z`) - Date.parse(`${start_date}T00:00:00Z`)) / 86_400_000;

export const lastDayOf = (allocation: Allocation): string =>
  addDays(beginnings(allocation).at(-1)!, lengthOf(allocation));

/** Float counts hours a day; a contract counts the minutes of all working days. Holidays are not taken off. */
export function minutesBooked(allocation: Allocation, week: number[]): number {
  const length = lengthOf(allocation);
  const days = beginnings(allocation).reduce((sum, day) => sum + workingDays(day, addDays(day, length), week), 0);
  return new Decimal(allocation.hours ?? 0).times(60).times(days).round().toNumber();
}

/** 0 draft, 1 tentative, 2 confirmed, 3 complete, 4 cancelled; what has none is from before there were any. */
export const statusOf = ({ status }: Allocation): scheduling.Assignment['status'] =>
  status === 4 ? 'cancelled' : status === 0 || status === 1 ? 'tentative' : 'confirmed';

/** `2026-03-02 09:14:55`, in UTC. */
export const toMoment = (stamp: string): string => new Date(`${stamp.replace(' ', 'T')}Z`).toISOString();

/** Lines of ours among the notes people write: `throughline demand P-101/ENG-MGR`. */
export const noteOf = (notes: string | null, about: string): string | null => {
  const start = `throughline ${about} `;
  const line = notes?.split('\n').find((text) => text.startsWith(start));
  return line?.slice(start.length).trim() ?? null;
};

export function withNote(notes: string | null, about: string, value: string): string {
  const start = `throughline ${about} `;
  const others = (notes ?? '').split('\n').filter((text) => text !== '' && !text.startsWith(start));
  return [...others, start + value].join('\n');
}

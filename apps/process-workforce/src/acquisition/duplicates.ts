import type { AcquiredRow } from './acquisition-file.js';
import type { KnownPerson } from './directory.js';

/** Whether somebody of the file is one of our people already. */
export interface Match {
  state: 'none' | 'same' | 'perhaps';
  /** Numbers of those who are, or may be, the same person; `none` has no entries. */
  numbers: string[];
  evidence: string;
}

export const nobodyYet: Match = { state: 'none', numbers: [], evidence: '' };

/**
 * Looks for somebody among our people. The same e-mail and name is the same person; one of the two, the number, or the
 * name at the same place, is for a person to decide. Dates of birth and other restricted facts are never asked for.
 */
export function matchOf(row: AcquiredRow, location: string | null, people: KnownPerson[]): Match {
  const name = words(`${row.firstName} ${row.lastName}`);
  const found = people.flatMap((person) => {
    const shared = [
      ...(row.email && person.email?.toLowerCase() === row.email.toLowerCase() ? ['e-mail'] : []),
      ...(words(person.name) === name ? ['name'] : []),
      ...(person.number === row.number ? ['number'] : []),
      ...(person.location && person.location === location ? ['location'] : []),
    ];
    return [{ who: person.number ?? person.id, shared }];
  });
  const same = found.filter(({ shared }) => shared.includes('e-mail') && shared.includes('name'));
  if (same.length === 1) return { state: 'same', numbers: [same[0]!.who], evidence: said(same) };
  const perhaps = found.filter(
    ({ shared }) =>
      shared.includes('e-mail') ||
      shared.includes('number') ||
      (shared.includes('name') && shared.includes('location')),
  );
  if (perhaps.length === 0) return nobodyYet;
  return { state: 'perhaps', numbers: perhaps.map(({ who }) => who), evidence: said(perhaps) };
}

/** Whether two people are called the same, whatever the order, accents and case. */
export const sameName = (
  one: { firstName: string | null; lastName: string | null },
  other: { firstName: string | null; lastName: string | null },
): boolean => words(`${one.firstName} ${one.lastName}`) === words(`${other.firstName} ${other.lastName}`);

const said = (found: { who: string; shared: string[] }[]): string =>
  found.map(({ who, shared }) => `worker ${who}: the same ${shared.join(', ')}`).join('; ');

const words = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ');

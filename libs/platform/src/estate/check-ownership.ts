import { itemsOf, kinds } from '../ownership/items.js';
import { placeOf } from '../ownership/places.js';
import { overlap } from '../ownership/scope.js';
import type { Estate, OwnershipRule } from './estate.js';
import type { EstateProblem } from './load-estate.js';

/** An attribute or an event with two owners in one place has none; and an owner needs a system. */
export const checkOwnership = (estate: Estate): EstateProblem[] =>
  estate.ownership.flatMap((rule, index) => [
    ...checkScope(estate, rule, index),
    ...checkOwner(estate, rule, index),
    ...estate.ownership.slice(0, index).flatMap((earlier) => contradictions(estate, earlier, rule, index)),
  ]);

function contradictions(estate: Estate, earlier: OwnershipRule, rule: OwnershipRule, index: number): EstateProblem[] {
  if (earlier.record !== rule.record || earlier.owner === rule.owner || !overlap(earlier, rule)) return [];
  return kinds.flatMap((kind) =>
    itemsOf(rule, kind)
      .filter((item) => itemsOf(earlier, kind).includes(item))
      .map((item) => ({
        path: ['ownership', index],
        message: `"${rule.record}.${item}" already belongs to ${earlier.owner} (line ${placeOf(earlier)?.line ?? '?'}): name one owner, or say for which regions or legalEntities`,
      })),
  );
}

function checkScope(estate: Estate, rule: OwnershipRule, index: number): EstateProblem[] {
  const { regions, legalEntities } = rule;
  if (regions && legalEntities)
    return [{ path: ['ownership', index], message: 'has regions and legalEntities: keep one of them' }];
  const countries = [...new Set(estate.legalEntities.map(({ country }) => country))];
  const codes = estate.legalEntities.map(({ code }) => code);
  return [
    ...unknown(index, 'regions', regions, countries, 'the country of a legal entity'),
    ...unknown(index, 'legalEntities', legalEntities, codes, 'a legal entity of this estate'),
  ];
}

function unknown(index: number, field: string, names: unknown, known: string[], what: string): EstateProblem[] {
  if (!Array.isArray(names)) return [];
  return names.flatMap((name: unknown, at) =>
    known.includes(String(name))
      ? []
      : [
          {
            path: ['ownership', index, field, at],
            message: `"${String(name)}" is not ${what}: use one of ${known.join(', ')}`,
          },
        ],
  );
}

const checkOwner = (estate: Estate, { owner }: OwnershipRule, index: number): EstateProblem[] =>
  estate.routing[owner]
    ? []
    : [{ path: ['ownership', index, 'owner'], message: `"${owner}" has no system: add routing.${owner}` }];

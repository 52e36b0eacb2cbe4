import { isCalendarDate } from '#kernel';
import type { IntercompanyPrice } from './billing-config.js';
import type { Estate } from './estate.js';
import type { EstateProblem } from './load-estate.js';

/** Legal entities that must exist, prices that are said twice or not at all. */
export function checkBilling({ billing, legalEntities }: Estate): EstateProblem[] {
  const prices = Array.isArray(billing?.intercompany) ? billing.intercompany : [];
  const entities = legalEntities.map(({ code }) => code);
  return prices.flatMap((price, at) =>
    checkPrice(price, prices.slice(0, at), entities, ['billing', 'intercompany', at]),
  );
}

function checkPrice(
  price: IntercompanyPrice,
  before: IntercompanyPrice[],
  entities: string[],
  path: EstateProblem['path'],
): EstateProblem[] {
  const { employing, contracting, effectiveFrom, shareOfRate, markUpOnCost } = price;
  const problems: EstateProblem[] = Object.entries({ employing, contracting })
    .filter(([, entity]) => !entities.includes(entity))
    .map(([field, entity]) => ({
      path: [...path, field],
      message: `"${entity}" is not a legal entity of this estate`,
    }));
  if (employing === contracting) problems.push({ path, message: `is from ${employing} to itself` });
  if ((shareOfRate === undefined) === (markUpOnCost === undefined))
    problems.push({ path, message: 'must have shareOfRate or markUpOnCost, and not both' });
  if (effectiveFrom !== undefined && !isCalendarDate(effectiveFrom))
    problems.push({ path: [...path, 'effectiveFrom'], message: `"${effectiveFrom}" is no day of the calendar` });
  if (
    before.some(
      (one) => one.employing === employing && one.contracting === contracting && one.effectiveFrom === effectiveFrom,
    )
  )
    problems.push({ path, message: `says the price of ${employing} to ${contracting} from that day again` });
  return problems;
}

import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import type { Row } from './edm.js';
import type { Problem } from './errors.js';
import { element } from './project-sets.js';
import { missing } from './required.js';
import type { Memo } from './sales-sets.js';
import { type Draft, rowsOf, save } from './service.js';

// Assumption, unconfirmed by the vendor: all codes and wordings, and what an item must have.
const problem = (code: string, message: string, target: string): Problem => ({ code, message, target });

/** The condition by which a price of one's own is given; this firm's pricing knows no other. */
const manualPrice = 'PPR0';

const requiredOfItem = 'Material RequestedQuantity RequestedQuantityUnit WBSElement';

export function itemProblems(world: World, { values, nested }: Draft, currency: Row[string]): Problem[] {
  const prices = nested.to_PricingElement ?? [];
  const found = rowsOf(world, element).find((row) => row.ProjectElement === values.WBSElement);
  const isOpen = found?.ProcessingStatus === '10' || found?.ProcessingStatus === '20';
  return [
    ...missing(values, requiredOfItem, 'V1/010'),
    ...(values.Material && !world.store.get('material', String(values.Material))
      ? [problem('V1/382', `Material ${String(values.Material)} does not exist`, 'Material')]
      : []),
    ...(isOpen
      ? []
      : [problem('CJ/004', `WBS element ${String(values.WBSElement)} is not open for billing`, 'WBSElement')]),
    ...(found && !found.WBSElementIsBillingElement
      ? [problem('CJ/022', `WBS element ${String(values.WBSElement)} is not a billing element`, 'WBSElement')]
      : []),
    ...priceProblems(
      prices.map((price) => price.values),
      currency,
    ),
  ];
}

/** One price for some units of time, in the currency of the document. */
function priceProblems(prices: Row[], currency: Row[string]): Problem[] {
  const [price, ...others] = prices;
  const isPrice =
    others.length === 0 &&
    price?.ConditionType === manualPrice &&
    price.ConditionRateValue !== undefined &&
    /^[1-9]\d{0,4}$/.test(String(price.ConditionQuantity ?? '1')) &&
    String(price.ConditionQuantityUnit ?? 'H') in minutesOf &&
    (price.ConditionCurrency ?? currency) === currency;
  return isPrice ? [] : [problem('V1/801', 'Pricing is incomplete: enter one condition PPR0', 'to_PricingElement')];
}

/** Units of time this firm sells in. */
const minutesOf: Record<string, number> = { H: 60, MIN: 1 };

/** An item is worth its quantity at its rate, which is for so many of some unit, rounded to cents. */
export function saveItem(world: World, memo: Memo, { values, nested }: Draft, above: Row, index: number): Row {
  const { item, price: priceSet, number, itemCategory } = memo;
  const key = { [number]: above[number], [`${number}Item`]: String((index + 1) * 10) };
  const price = nested.to_PricingElement![0]!.values;
  const minutes = (quantity: unknown, unit: unknown): Decimal =>
    new Decimal(String(quantity ?? '1')).times(minutesOf[String(unit ?? 'H')] ?? 60);
  const amount = new Decimal(String(price.ConditionRateValue))
    .times(minutes(values.RequestedQuantity, values.RequestedQuantityUnit))
    .dividedBy(minutes(price.ConditionQuantity, price.ConditionQuantityUnit))
    .toDecimalPlaces(2);
  save(world, priceSet, {
    PricingProcedureStep: '10',
    PricingProcedureCounter: '1',
    ConditionCurrency: above.TransactionCurrency,
    ...price,
    ...key,
    ConditionAmount: amount.toFixed(2),
  });
  return save(world, item, {
    [`${number}ItemCategory`]: itemCategory,
    ...values,
    ...above,
    ...key,
    NetAmount: amount.toFixed(2),
    SDProcessStatus: 'A',
    OrderRelatedBillingStatus: 'A',
  });
}

import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import type { Row } from './edm.js';
import type { Problem } from './errors.js';
import { element } from './project-sets.js';
import { missing } from './required.js';
import { debitMemoItem, debitMemoPrice } from './sales-sets.js';
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

/** One price an hour, in the currency of the document. */
function priceProblems(prices: Row[], currency: Row[string]): Problem[] {
  const [price, ...others] = prices;
  const isPrice =
    others.length === 0 &&
    price?.ConditionType === manualPrice &&
    price.ConditionRateValue !== undefined &&
    (price.ConditionQuantity ?? '1') === '1' &&
    (price.ConditionCurrency ?? currency) === currency;
  return isPrice ? [] : [problem('V1/801', 'Pricing is incomplete: enter one condition PPR0', 'to_PricingElement')];
}

/** An item is worth its quantity at its rate, rounded to cents. */
export function saveItem(world: World, { values, nested }: Draft, above: Row, index: number): Row {
  const DebitMemoRequestItem = String((index + 1) * 10);
  const price = nested.to_PricingElement![0]!.values;
  const amount = new Decimal(String(price.ConditionRateValue))
    .times(String(values.RequestedQuantity))
    .toDecimalPlaces(2);
  const { DebitMemoRequest, TransactionCurrency } = above;
  save(world, debitMemoPrice, {
    PricingProcedureStep: '10',
    PricingProcedureCounter: '1',
    ConditionCurrency: TransactionCurrency,
    ...price,
    DebitMemoRequest,
    DebitMemoRequestItem,
    ConditionAmount: amount.toFixed(2),
  });
  return save(world, debitMemoItem, {
    DebitMemoRequestItemCategory: 'L2N',
    ...values,
    ...above,
    DebitMemoRequestItem,
    NetAmount: amount.toFixed(2),
    SDProcessStatus: 'A',
    OrderRelatedBillingStatus: 'A',
  });
}

import type { World } from '../../core/simulator.js';
import type { Firm } from '../../firm/firm.js';
import type { Field } from './fields.js';

interface Currencies {
  corporate: string;
  active: string[];
}

const currencies = (world: World): Currencies =>
  world.store.get<Currencies>('setting', 'currencies') ?? { corporate: 'USD', active: ['USD'] };

/** Activates the currencies the firm works in; the first legal entity's is the corporate one. */
export function activateCurrencies(firm: Firm, world: World): void {
  const used = [...firm.legalEntities, ...firm.customers, ...firm.opportunities].map(({ currency }) => currency);
  const active = [...new Set(used)];
  if (active.length > 0) world.store.put('setting', 'currencies', { corporate: active[0]!, active });
}

export const activeCurrencies = (world: World): string[] => currencies(world).active;
export const corporateCurrency = (world: World): string => currencies(world).corporate;

/**
 * The words a picklist is restricted to; undefined where it takes any. That stages are restricted is an assumption,
 * unconfirmed by the vendor: an org may choose.
 */
export function wordsOf(world: World, field: Field): string[] | undefined {
  if (field.name === 'CurrencyIsoCode') return activeCurrencies(world);
  if (field.valueSet === undefined) return field.values;
  return world.store.get<{ values: string[] }>('valueSet', field.valueSet)?.values ?? [];
}

/** Says which words a list of this org has. */
export const setValues = (world: World, name: string, values: string[]): void =>
  world.store.put('valueSet', name, { values });

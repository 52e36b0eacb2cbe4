import { type Instance, widOf } from './identity.js';

const countries: Record<string, { alpha3: string; numeric: string; name: string }> = {
  US: { alpha3: 'USA', numeric: '840', name: 'United States of America' },
  DE: { alpha3: 'DEU', numeric: '276', name: 'Germany' },
};

/** A country under all the codes the vendor lists; of one this sandbox does not know, only under the short one. */
export function countryInstance(alpha2: string): Instance {
  const known = countries[alpha2];
  return {
    wid: widOf('Country', alpha2),
    ids: {
      'ISO_3166-1_Alpha-2_Code': alpha2,
      ...(known && { 'ISO_3166-1_Alpha-3_Code': known.alpha3, 'ISO_3166-1_Numeric-3_Code': known.numeric }),
    },
    descriptor: known?.name ?? alpha2,
  };
}

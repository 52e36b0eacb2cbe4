import type { World } from '../../core/simulator.js';
import type { Row } from './edm.js';

/** A legal entity. Four characters name it here, so that the firm's own code is kept beside. */
export interface Company {
  dataAreaId: string;
  legalEntity: string;
  name: string;
  country: string;
  currency: string;
}

/** The company the product comes with; the service user starts in it and sees no other unless it asks across companies. */
export const homeCompany = 'dat';

/** `meus` of `MER-US`: the first two and the last two letters of a code that is too long. */
export function dataAreaOf(code: string): string {
  const letters = code.replaceAll(/[^a-z\d]/gi, '').toLowerCase();
  return letters.length > 4 ? `${letters.slice(0, 2)}${letters.slice(-2)}` : letters;
}

export const companyAt = (world: World, { dataAreaId }: Row): Company | undefined =>
  world.store.get<Company>('company', String(dataAreaId).toLowerCase());

export const companies = (world: World): Company[] => world.store.list<Company>('company');

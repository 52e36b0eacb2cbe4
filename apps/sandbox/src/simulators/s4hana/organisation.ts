import type { World } from '../../core/simulator.js';
import type { CostCentre, LegalEntity } from '../../firm/firm.js';
import { controllingArea, costCentre, costCentreText } from './cost-centre-sets.js';
import type { Row } from './edm.js';
import { refuse } from './errors.js';
import { rowsOf, save, today } from './service.js';

/** A legal entity. Four characters name it here, so that the firm's own code is kept beside. */
export interface CompanyCode {
  code: string;
  legalEntity: string;
  name: string;
  country: string;
  currency: string;
}

/** The codes the vendor's best practices give to countries; others follow from 2010. */
const countryCodes: Record<string, string> = { DE: '1010', GB: '1110', US: '1710', CA: '2910', FR: '1210' };

export function addCompanyCode(world: World, { code: legalEntity, name, country, currency }: LegalEntity): void {
  const usual = countryCodes[country];
  const code = usual && !companyCode(world, usual) ? usual : String(world.store.next('company-code', 2010));
  world.store.put('company-code', code, { code, legalEntity, name, country, currency } satisfies CompanyCode);
}

export const companyCode = (world: World, code: unknown): CompanyCode | undefined =>
  world.store.get<CompanyCode>('company-code', String(code));

export function companyOf(world: World, legalEntity: string): CompanyCode {
  const found = world.store.find<CompanyCode>('company-code', (company) => company.legalEntity === legalEntity);
  if (!found) throw new Error(`the ERP has no company code for ${legalEntity}`);
  return found;
}

const forever = '9999-12-31T00:00:00';

/** Enters a cost centre that is valid between two days. */
export function addCostCentre(
  world: World,
  { code, name, legalEntity }: CostCentre,
  from: string,
  to: string = forever,
): Row {
  const { code: CompanyCode, currency } = companyOf(world, legalEntity);
  const key = { ControllingArea: controllingArea, CostCenter: code, ValidityEndDate: to };
  const names = { CostCenterName: name.slice(0, 20), CostCenterDescription: name.slice(0, 40) };
  save(world, costCentreText, { ...key, Language: 'EN', ValidityStartDate: from, ...names });
  const owner = { CompanyCode, CostCenterCurrency: currency, ProfitCenter: `YB${CompanyCode}` };
  return save(world, costCentre, { ...key, ValidityStartDate: from, CostCenterCategory: 'F', ...owner });
}

/** The row of a cost centre that is valid on a day. */
export const costCentreOn = (world: World, code: unknown, day: string): Row | undefined =>
  rowsOf(world, costCentre).find(
    (row) => row.CostCenter === code && String(row.ValidityStartDate) <= day && day <= String(row.ValidityEndDate),
  );

/** Refuses a cost centre that is not valid today. Assumption, unconfirmed by the vendor: code and wording. */
export function requireCostCentre(world: World, code: unknown): Row {
  const found = costCentreOn(world, code, today(world));
  if (found) return found;
  throw refuse({
    code: 'KI/235',
    message: `Cost center ${controllingArea}/${String(code)} does not exist on this date`,
  });
}

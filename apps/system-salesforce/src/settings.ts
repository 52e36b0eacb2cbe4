import { IsObject, IsOptional, Matches } from 'class-validator';
import { OrgSettings, type Vendor } from '#connector';
import { defaultFields, type Fields, type Org } from './mapping.js';

/** What an operator says about one org. */
export class SalesforceSettings extends OrgSettings {
  /** Names of the org's own fields where they differ from ours. */
  @IsOptional() @IsObject() fields?: Partial<Fields>;
  /** The org's currency, where it has one only. */
  @IsOptional() @Matches(/^[A-Z]{3}$/, { message: 'must be an ISO 4217 code such as USD' }) currency?: string;
}

export function orgOf(vendor: Vendor): Org {
  const { fields, currency = null } = vendor.settings as SalesforceSettings;
  return { fields: { ...defaultFields, ...fields }, currency };
}

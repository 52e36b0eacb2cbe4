import { IsOptional, IsString, IsUrl, Matches } from 'class-validator';
import type { Vendor } from '#connector';

/** What an operator says about one account. */
export class NetsuiteSettings {
  /** e.g. https://1234567.suitetalk.api.netsuite.com */
  @IsUrl({ require_tld: false, require_protocol: true }) baseUrl!: string;
  /** Consumer key of the integration record. */
  @IsString() clientId!: string;
  /** Certificate id from the OAuth 2.0 client credentials set-up. */
  @IsString() certificateId!: string;
  /** Private key (PKCS 8, EC P-256) whose certificate was uploaded. */
  @IsString() privateKey!: string;
  /** External id of the service item contractors are bought under; its accounts decide where the cost goes. */
  @IsString() contractorItem = 'CONTRACTOR';
  /** The account's own field on project tasks that says which department bears planned labour. */
  @IsOptional() @Matches(/^custevent\w+$/) labourCostCentreField?: string;
}

export const settingsOf = (vendor: Vendor): NetsuiteSettings => vendor.settings as NetsuiteSettings;

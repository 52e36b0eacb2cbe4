import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, IsUrl, Length, ValidateNested } from 'class-validator';
import type { Vendor } from '#connector';

/** The account's own codes of what is paid for an hour. */
export class EarningCodes {
  @Length(1, 20) regular!: string;
  @Length(1, 20) overtime!: string;
  @Length(1, 20) leave!: string;
}

/** What an operator says about one account. */
export class AdpSettings {
  /** e.g. https://api.adp.com */
  @IsUrl({ require_tld: false, require_protocol: true }) baseUrl!: string;
  /** e.g. https://accounts.adp.com/auth/oauth/v2/token */
  @IsUrl({ require_tld: false, require_protocol: true }) tokenUrl!: string;
  @IsString() clientId!: string;
  @IsString() clientSecret!: string;
  /** The certificate that ADP signed for us, and its private key; in PEM. */
  @IsString() certificate!: string;
  @IsString() privateKey!: string;
  /** Whose certificates the account's own address shows, where that is no public authority; in PEM. */
  @IsOptional() @IsString() authority?: string;
  /** Legal entity → company code. */
  @IsObject() companies!: Record<string, string>;
  @ValidateNested() @Type(() => EarningCodes) earnings!: EarningCodes;
}

export const settingsOf = (vendor: Vendor): AdpSettings => vendor.settings as AdpSettings;

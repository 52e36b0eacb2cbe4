import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsString, IsUrl, ValidateNested } from 'class-validator';
import type { Vendor } from '#connector';

/** Keys of the account's project statuses; every firm has its own. */
export class StatusKeys {
  @IsInt() inSetup!: number;
  @IsInt() open!: number;
  @IsInt() closed!: number;
}

/** What an operator says about one account. */
export class KantataSettings {
  @IsUrl({ require_tld: false, require_protocol: true }) baseUrl!: string;
  /** Token of an account administrator; it does not expire until it is revoked. */
  @IsString() token!: string;
  /** Users who decide on requests for people. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsString({ each: true }) approverIds!: string[];
  @ValidateNested() @Type(() => StatusKeys) statusKeys!: StatusKeys;
}

export const settingsOf = (vendor: Vendor): KantataSettings => vendor.settings as KantataSettings;

/** The vendor works on a request for up to three minutes; and some margin for the clocks. */
export const quarantineMs = 200_000;

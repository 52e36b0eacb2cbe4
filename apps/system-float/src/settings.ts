import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  Min,
} from 'class-validator';
import type { Vendor } from '#connector';

/** What an operator says about one account. */
export class FloatSettings {
  @IsUrl({ require_tld: false, require_protocol: true }) baseUrl!: string;
  /** Acts as the account owner. */
  @IsString() token!: string;
  /** Who Float writes to about our requests; it refuses requests that name nobody. */
  @IsEmail() contactEmail!: string;
  /** The one type all absences are booked under: why somebody is away is nobody's business here. */
  @IsOptional() @IsString() timeOffType: string = 'Vacation';
  /** Days worked by whoever has no week of their own, and by demand; 0 is Sunday, as in Float. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(6, { each: true })
  workDays: number[] = [1, 2, 3, 4, 5];
}

export const settingsOf = (vendor: Vendor): FloatSettings => vendor.settings as FloatSettings;

/** A request waits for half a minute at most; Float publishes no longest time of its own, so there is a wide margin. */
export const quarantineMs = 120_000;

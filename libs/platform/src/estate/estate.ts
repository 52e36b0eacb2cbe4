import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsTimeZone,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { AlertsConfig } from './alert-config.js';
import { BillingConfig } from './billing-config.js';
import { Policies } from './policies.js';
import { closureTime, monthlyTime } from './posting-window.js';
import { StaffingConfig } from './staffing-config.js';

const code = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const duration = /^\d+(s|m|h)$/;
const durationRule = { message: 'must be a duration such as 30s, 15m or 4h' };
const calendarDate = /^\d{4}-\d{2}-\d{2}$/;
const closureTimeRule = {
  message: 'must be a time such as 2026-12-31T18:00, or of every month: day 3 06:00, last day 18:00',
};
const codeRule = { message: 'must be a code of letters, digits and . _ -' };

/** The business domains a platform can stand behind. */
export const domains = ['crm', 'hr', 'identity', 'erp', 'psa', 'scheduling', 'payroll'] as const;
export type Domain = (typeof domains)[number];
/** A firm may do without these; workflows that need one then say so. */
export const optionalDomains: readonly Domain[] = ['payroll'];

const waysToNotice = ['polling', 'capture'] as const;

/** A company of the firm that contracts, employs and invoices. */
export class LegalEntityConfig {
  @Matches(code, codeRule) code!: string;
  @IsString() @MaxLength(120) name!: string;
  @Matches(/^[A-Z]{3}$/, { message: 'must be an ISO 4217 code such as USD' }) currency!: string;
  @Matches(/^[A-Z]{2}$/, { message: 'must be an ISO 3166 code such as US' }) country!: string;
  /** Where its working days begin and end; the firm's own unless said. */
  @IsOptional() @IsTimeZone({ message: 'must be an IANA time zone such as Europe/Berlin' }) timeZone?: string;
}

/** What one account may be asked, where the product's own limits do not fit. */
export class LimitsConfig {
  /** Requests in flight at once. */
  @IsOptional() @IsInt() @Min(1) concurrency?: number;
  /** Requests in any 60 seconds. */
  @IsOptional() @IsInt() @Min(1) perMinute?: number;
  /** Requests in any 24 hours. */
  @IsOptional() @IsInt() @Min(1) perDay?: number;
}

/** One account of one vendor's product. Its settings are checked by the app that wraps the platform. */
export class InstanceConfig {
  @Matches(code, codeRule) name!: string;
  @Matches(code, codeRule) platform!: string;
  @IsObject({ message: 'must hold the settings of the instance' }) settings!: Record<string, unknown>;
  /** Where a person opens a record, with `{type}` and `{id}` in it, where the product's own default does not fit. */
  @IsOptional()
  @Matches(/^https?:\/\/\S*\{id\}\S*$/, { message: 'must be an address with {id} in it' })
  recordUrl?: string;
  /** The product runs in the firm's own network; production calls no private address without this. */
  @IsOptional() @IsBoolean() inOwnNetwork?: boolean;
  /** The day Throughline takes over: what changed before is left as it is. */
  @IsOptional() @Matches(calendarDate, { message: 'must be a date, YYYY-MM-DD' }) changesSince?: string;
  /** Pause between two polls that found nothing, where the product's own default does not fit. */
  @IsOptional() @Matches(duration, durationRule) pollEvery?: string;
  /** How its changes are noticed: by asking for them, which is the default, or as the product tells them. */
  @IsOptional()
  @IsIn([...waysToNotice], { message: `must be ${waysToNotice.join(' or ')}` })
  changes?: (typeof waysToNotice)[number];
  @IsOptional() @ValidateNested() @Type(() => LimitsConfig) limits?: LimitsConfig;
  /** How long an unknown outcome rests before it is read back, where the product's own default does not fit. */
  @IsOptional() @Matches(duration, durationRule) quarantine?: string;
}

/** Which instance serves a domain: one for all, or one per legal entity. */
export type Route = string | Record<string, string>;

/** Who owns what: attribute groups of a record, and separately the events of its life. */
export class OwnershipRule {
  @Matches(code, codeRule) record!: string;
  @IsOptional() @IsArray() @IsString({ each: true }) attributes?: string[];
  @IsOptional() @IsArray() @IsString({ each: true }) events?: string[];
  @IsIn([...domains], { message: `must be one of ${domains.join(', ')}` }) owner!: Domain;
  /** Countries (ISO 3166) of the legal entities it holds for, before rules for all. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @IsString({ each: true }) regions?: string[];
  /** The legal entities it holds for, before rules for their region and for all. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @IsString({ each: true }) legalEntities?: string[];
}

/** Nothing is posted between the two: both every month, or both once; without `until`, until somebody says when. */
export class Closure {
  @Matches(closureTime, closureTimeRule) from!: string;
  @IsOptional() @Matches(closureTime, closureTimeRule) until?: string;
}

/** When approved work is posted to finance. */
export class PostingWindow {
  @Matches(code, codeRule) legalEntity!: string;
  @Matches(duration, durationRule) every!: string;
  /** The one closures are meant in. */
  @IsOptional() @IsTimeZone({ message: 'must be an IANA time zone such as Europe/Berlin' }) timeZone?: string;
  /** When the books are closed. */
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => Closure) closed?: Closure[];
  /** Every month, until when time has to be approved to be billed in the month it was worked in. */
  @IsOptional()
  @Matches(monthlyTime, { message: 'must be a time of every month: day 3 18:00, or last day 18:00' })
  cutOff?: string;
  /** How long before the cut-off a person is told of what is approved and not posted. */
  @IsOptional() @Matches(duration, durationRule) warnBefore?: string;
}

/** The firm's systems and the rules between them; the one file an operator edits. */
export class Estate {
  @IsString() @MaxLength(120) firm!: string;
  @Matches(/^[A-Za-z]+\/[A-Za-z_/+-]+$|^UTC$/, { message: 'must be an IANA time zone such as Europe/Berlin' })
  timeZone!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @Type(() => LegalEntityConfig)
  legalEntities!: LegalEntityConfig[];

  @IsArray()
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @Type(() => InstanceConfig)
  instances!: InstanceConfig[];

  @IsObject() routing!: Partial<Record<Domain, Route>>;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OwnershipRule)
  ownership!: OwnershipRule[];

  /** Named tables from one system's words to another's, e.g. `roleOfGrade`. */
  @IsObject() mappings!: Record<string, Record<string, string>>;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PostingWindow)
  postingWindows!: PostingWindow[];

  /** What is left out counts as its default. */
  @ValidateNested() @Type(() => Policies) policies: Policies = new Policies();

  /** Rules of assignments; without them, anybody may work as anything. */
  @IsOptional() @ValidateNested() @Type(() => StaffingConfig) staffing?: StaffingConfig;

  /** What legal entities charge each other. */
  @IsOptional() @ValidateNested() @Type(() => BillingConfig) billing?: BillingConfig;

  /** Who is told that something needs a person; without it, whoever looks into the portal. */
  @ValidateNested() @Type(() => AlertsConfig) alerts: AlertsConfig = new AlertsConfig();
}

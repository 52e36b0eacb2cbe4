import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { companyOf as companyFor, type ProjectFields, type Vendor } from '#connector';

/** What SAP knows a legal entity by, and what its projects and customers begin with. */
export class Company {
  @IsString() legalEntity!: string;
  @Length(1, 4) companyCode!: string;
  @Length(1, 4) controllingArea = 'A000';
  /** Responsible for a project until its billing is set up; SAP takes the project's company code from it. */
  @Length(1, 10) costCentre!: string;
  @Length(1, 10) profitCentre!: string;
  @Length(1, 4) salesOrganization!: string;
  @Length(1, 2) distributionChannel = '10';
  @Length(1, 2) division = '00';
  /** General ledger account of the receivables of its customers. */
  @Length(1, 10) reconciliationAccount!: string;
  /** Where a new customer is taken to be, until somebody completes the address in SAP; ISO 3166. */
  @Length(2, 3) country!: string;
  /** Category of our customers' tax numbers, e.g. `DE0` for a German VAT number. */
  @Length(1, 4) taxCategory!: string;
  /** Where its orders are bought and delivered to; both have the company code's own name unless said otherwise. */
  @IsOptional() @Length(1, 4) purchasingOrganization?: string;
  @IsOptional() @Length(1, 4) plant?: string;
  @Length(1, 3) purchasingGroup = '001';
}

/** What an operator says about one tenant. */
export class S4hanaSettings {
  /** The API host, e.g. https://my300000-api.s4hana.ondemand.com */
  @IsUrl({ require_tld: false, require_protocol: true }) baseUrl!: string;
  /** Communication user and its password, unless it signs in by certificate. */
  @ValidateIf(signsInByPassword) @IsString() username?: string;
  @ValidateIf(signsInByPassword) @IsString() password?: string;
  /** X.509 certificate of the communication user and its private key, both PEM. */
  @IsOptional() @IsString() certificate?: string;
  @ValidateIf((settings: S4hanaSettings) => !signsInByPassword(settings)) @IsString() privateKey?: string;
  @IsArray() @ArrayMinSize(1) @ValidateNested({ each: true }) @Type(() => Company) companies!: Company[];
  @Length(1, 7) projectProfile = 'YP03';
  /** Ending of the WBS element that takes a project's time, after the project's own id. */
  @Matches(/^[.-]\w{1,4}$/) workElement = '.1';
  /** The tenant's own fields on the project header; what has none here is not kept in SAP. */
  @IsOptional() @IsObject() projectFields: ProjectFields = {};
  /** Activity types by role, where they are not the role code itself. */
  @IsOptional() @IsObject() activityTypes: Record<string, string> = {};
  /** Service materials by role, where they are not `ROLE-` and the role code. */
  @IsOptional() @IsObject() materials: Record<string, string> = {};
  @Length(1, 4) debitMemoRequestType = 'DR';
  @Length(1, 4) creditMemoRequestType = 'CR';
  @Length(1, 4) purchaseOrderType = 'NB';
  /** Material group of what contractors do, and the unit of an order for all of it: an activity. */
  @Length(1, 9) contractorGroup = 'P001';
  @Length(1, 3) contractorUnit = 'AU';
  /** Keeps a request from being billed until its total was compared with ours; 03 is "prices incomplete". */
  @Length(1, 2) billingBlock = '03';
  /** How often SAP's billing job runs: whoever waits for an invoice looks again after that. */
  @Matches(/^\d+(s|m|h)$/, { message: 'must be a duration such as 30s, 15m or 4h' }) billingEvery = '10m';
  /** Manual price of an item. */
  @Length(1, 4) priceCondition = 'PPR0';
  @IsArray() @ArrayMinSize(1) @IsString({ each: true }) @MaxLength(6, { each: true }) customerRoles = [
    'FLCU00',
    'FLCU01',
  ];
  @IsOptional() @Length(1, 4) customerGrouping?: string;
  /** Employment status of a work agreement. */
  @Length(1, 1) statusOfActive = '3';
  @Length(1, 1) statusOfLeft = '0';
  /** First day of every work agreement: the contract knows no day of hire. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) employeesSince = '2000-01-01';
  /** Language of the names of cost centres. */
  @IsIn(['EN', 'DE', 'FR', 'ES', 'IT', 'NL', 'PT', 'JA', 'ZH']) language = 'EN';
}

function signsInByPassword({ certificate }: S4hanaSettings): boolean {
  return certificate === undefined;
}

export const settingsOf = (vendor: Vendor): S4hanaSettings => vendor.settings as S4hanaSettings;

export const companyOf = (vendor: Vendor, legalEntity: string): Company => companyFor<Company>(vendor, legalEntity);

/** Our legal entity of a company code; null where the settings name none. */
export const legalEntityOf = (vendor: Vendor, companyCode: unknown): string | null =>
  settingsOf(vendor).companies.find((company) => company.companyCode === companyCode)?.legalEntity ?? null;

/**
 * A work process of SAP may be busy with a request for ten minutes before it is ended; and some margin for the clocks.
 * Reads see what is committed at once.
 */
export const quarantineMs = 660_000;

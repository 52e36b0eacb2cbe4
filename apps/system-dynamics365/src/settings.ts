import { Type } from 'class-transformer';
import { ArrayMinSize, IsArray, IsObject, IsOptional, IsString, IsUrl, Length, ValidateNested } from 'class-validator';
import { companyOf as companyFor, type ProjectFields, type Vendor } from '#connector';

/** What Dynamics knows a legal entity by, and what its records begin with. */
export class Company {
  @IsString() legalEntity!: string;
  /** `dataAreaId`, e.g. `usmf`. */
  @Length(1, 4) dataArea!: string;
  @Length(1, 10) customerGroup!: string;
  /** Name of its hour journals. */
  @Length(1, 10) hourJournal!: string;
  /** Main account of what is invoiced for work. */
  @Length(1, 20) revenueAccount!: string;
  /** Project groups by how a project is billed: the group decides the project's type. */
  @Length(1, 10) timeAndMaterialsGroup = 'TM';
  @Length(1, 10) fixedPriceGroup = 'FP';
}

/** What an operator says about one environment. */
export class Dynamics365Settings {
  /** e.g. https://contoso.operations.dynamics.com; with a slash at the end the token would be for somebody else. */
  @IsUrl({ require_tld: false, require_protocol: true }) baseUrl!: string;
  @IsUrl({ require_tld: false, require_protocol: true }) loginUrl = 'https://login.microsoftonline.com';
  /** Directory (tenant) id. */
  @IsString() tenantId!: string;
  /** Application (client) id, registered in Dynamics too. */
  @IsString() clientId!: string;
  @IsString() clientSecret!: string;
  @IsArray() @ArrayMinSize(1) @ValidateNested({ each: true }) @Type(() => Company) companies!: Company[];
  /** Financial dimension whose values are our cost centres. */
  @Length(1, 60) costCentreDimension = 'CostCenter';
  /** A record's dimensions in the order the environment wants them; `{costCentre}` is filled in. */
  @IsString() dimensions = '{costCentre}';
  /** The environment's own fields on projects; what has none here is not kept in Dynamics. */
  @IsOptional() @IsObject() projectFields: ProjectFields = {};
  /** Project categories by role, where they are not the role code itself. */
  @IsOptional() @IsObject() categories: Record<string, string> = {};
  @Length(1, 10) lineProperty = 'Billable';
  /** First day of every employment: the contract knows no day of hire. */
  @Length(10, 10) employeesSince = '2000-01-01';
}

export const settingsOf = (vendor: Vendor): Dynamics365Settings => vendor.settings as Dynamics365Settings;

export const companyOf = (vendor: Vendor, legalEntity: string): Company => companyFor<Company>(vendor, legalEntity);

/** The company a record belongs to; undefined where it is none of ours. */
export const companyByArea = (vendor: Vendor, dataArea: unknown): Company | undefined =>
  settingsOf(vendor).companies.find((company) => company.dataArea.toLowerCase() === String(dataArea).toLowerCase());

/** How long Dynamics works on a request at most is not published: ten minutes, and some margin for the clocks. */
export const quarantineMs = 660_000;

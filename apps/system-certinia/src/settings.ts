import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  ValidateNested,
} from 'class-validator';
import { OrgSettings, type Vendor } from '#connector';

/** A field's API name; it becomes part of queries and paths. */
const FieldName = (): PropertyDecorator =>
  Matches(/^[A-Za-z]\w{0,79}$/, { message: 'must be the API name of a field' });

/** The org's own fields by what they mean to us. `client` and `project` must be unique External Ids. */
export class FieldNames {
  @IsOptional() @FieldName() client: string = 'External_Id__c';
  @IsOptional() @FieldName() project: string = 'External_Id__c';
  @IsOptional() @FieldName() legalEntity: string = 'Legal_Entity__c';
  @IsOptional() @FieldName() erpProject: string = 'ERP_Project__c';
  @IsOptional() @FieldName() costCentre: string = 'Cost_Centre__c';
  @IsOptional() @FieldName() contractNumber: string = 'Contract_Number__c';
  @IsOptional() @FieldName() deliveryModel: string = 'Delivery_Model__c';
  /** On contacts; not written unless it is named, since a resource's region usually says it. */
  @IsOptional() @FieldName() workerLegalEntity?: string;
  @IsOptional() @FieldName() workerCostCentre: string = 'Cost_Centre__c';
}

/** Stages of a project; picklists are the org's own, these are what the package brings. */
export class Stages {
  @IsOptional() @IsString() inSetup: string = 'Planned';
  @IsOptional() @IsString() open: string = 'In Progress';
  @IsOptional() @IsString() closed: string = 'Completed';
}

export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export type Weekday = (typeof weekdays)[number];

/** What an operator says about one org with Certinia in it. */
export class CertiniaSettings extends OrgSettings {
  /** The org's currency, where it has one only. */
  @IsOptional() @Matches(/^[A-Z]{3}$/, { message: 'must be an ISO 4217 code such as USD' }) currency?: string;
  /** Days that booked time is spread over. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(weekdays, { each: true })
  workDays: Weekday[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
  @IsOptional() @ValidateNested() @Type(() => FieldNames) fields: FieldNames = new FieldNames();
  @IsOptional() @ValidateNested() @Type(() => Stages) stages: Stages = new Stages();
}

export const settingsOf = (vendor: Vendor): CertiniaSettings => vendor.settings as CertiniaSettings;

/** The settings with every default, for specs. */
export const defaults = (): CertiniaSettings => plainToInstance(CertiniaSettings, {});

/** A request waits for half a minute; the platform ends what runs for ten, which nothing of ours comes near. */
export const quarantineMs = 120_000;

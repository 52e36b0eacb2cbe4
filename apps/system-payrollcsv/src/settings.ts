import { Type } from 'class-transformer';
import { IsIn, Length, Matches, ValidateNested } from 'class-validator';
import type { Vendor } from '#connector';

/** The payroll office's own codes of what is paid for an hour. */
export class EarningCodes {
  @Length(1, 20) regular!: string;
  @Length(1, 20) overtime!: string;
  @Length(1, 20) leave!: string;
}

export const encodings = ['utf-8', 'utf-8-bom', 'latin1'] as const;
export type Encoding = (typeof encodings)[number];

/** What an operator says about one folder. */
export class PayrollCsvSettings {
  /** Full path of the folder; it exists, and this app may write to it. */
  @Matches(/^\//, { message: 'folder must be a full path such as /srv/payroll' }) folder!: string;
  @IsIn([',', ';', '\t']) separator: ',' | ';' | '\t' = ';';
  /** With `utf-8-bom`, a spreadsheet sees that it is UTF-8. */
  @IsIn(encodings) encoding: Encoding = 'utf-8';
  @ValidateNested() @Type(() => EarningCodes) earnings!: EarningCodes;
}

export const settingsOf = (vendor: Vendor): PayrollCsvSettings => vendor.settings as PayrollCsvSettings;

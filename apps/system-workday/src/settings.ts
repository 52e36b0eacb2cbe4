import { IsIn, IsObject, IsOptional, IsString, IsUrl, Matches } from 'class-validator';
import type { Vendor } from '#connector';

export const gradeSources = ['management-level', 'job-profile'] as const;

/** What an operator says about one tenant. */
export class WorkdaySettings {
  /** e.g. https://wd2-impl-services1.workday.com */
  @IsUrl({ require_tld: false, require_protocol: true }) baseUrl!: string;
  @IsString() tenant!: string;
  /** Version of the web services; `v44.0` unless said. */
  @IsOptional() @Matches(/^v\d{2}\.\d$/) version?: string;
  /** Integration system user, without `@tenant`. */
  @IsString() user!: string;
  @IsString() password!: string;
  /** API client for integrations, with a refresh token made for the same user. */
  @IsString() clientId!: string;
  @IsString() clientSecret!: string;
  @IsString() refreshToken!: string;
  /** Which of Workday's codes is the firm's grade; `management-level` unless said. */
  @IsOptional() @IsIn(gradeSources) grade?: (typeof gradeSources)[number];
  /** Place of each holiday calendar by its name, where the calendar is not named after the place. */
  @IsOptional() @IsObject() calendarPlaces?: Record<string, string>;
}

export const settingsOf = (vendor: Vendor): WorkdaySettings => vendor.settings as WorkdaySettings;

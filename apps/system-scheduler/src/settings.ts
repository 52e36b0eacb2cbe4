import { IsArray, IsOptional, IsString, IsUrl } from 'class-validator';

/** What an operator says about one tool. */
export class SchedulerSettings {
  /** Up to where `/v1` begins. */
  @IsUrl({ require_tld: false, require_protocol: true }) baseUrl!: string;
  @IsString() token!: string;
  /** Keys that webhooks are signed with, two while one replaces the other; none where the tool pushes nothing. */
  @IsOptional() @IsArray() @IsString({ each: true }) webhookKeys: string[] = [];
}

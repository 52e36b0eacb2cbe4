import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const role = /^[a-z][a-z0-9-]*$/;
const roleRule = { message: 'must be a role such as finance-operations' };
const duration = /^\d+(s|m|h)$/;
const durationRule = { message: 'must be a duration such as 30s, 15m or 4h' };
const secret = /^secret:[\w.-]+$/;
const secretRule = { message: 'must name a file of the secrets folder, such as secret:alerts.webhook' };
const address = /^https?:\/\/[^\s@]+$/;
const addressRule = { message: 'must be an http or https address without a user name' };
const emailRule = { message: 'must be e-mail addresses' };

/** Who is posted an alert, signed as Standard Webhooks say. */
export class AlertWebhook {
  @Matches(address, addressRule) url!: string;
  /** Holds `whsec_…`; during a rotation the new one and the old one, a line each. */
  @Matches(secret, secretRule) secret!: string;
}

/** Where the alerts of one owner go besides the portal, and who hears of those nobody takes. */
export class AlertRoute {
  @Matches(role, roleRule) owner!: string;
  @IsOptional() @ValidateNested() @Type(() => AlertWebhook) webhook?: AlertWebhook;
  @IsOptional() @IsArray() @ArrayMinSize(1) @IsEmail({}, { each: true, ...emailRule }) email?: string[];
  /** Amounts are confidential: they leave the gateway on this route only where this is said. */
  @IsOptional() @IsBoolean() withAmounts?: boolean;
  /** How long it may be open before it is escalated. */
  @IsOptional() @Matches(duration, durationRule) acknowledgeWithin?: string;
  @IsOptional() @Matches(role, roleRule) escalatesTo?: string;
}

/** The server that takes e-mail. */
export class MailServer {
  @IsString() @MaxLength(200) host!: string;
  @IsInt() @Min(1) @Max(65_535) port = 587;
  /** `none` only where the server is this machine or the network is the firm's own. */
  @IsIn(['implicit', 'starttls', 'none'], { message: 'must be implicit, starttls or none' })
  tls: 'implicit' | 'starttls' | 'none' = 'starttls';
  @IsEmail({}, { message: 'must be an e-mail address' }) from!: string;
  @IsOptional() @IsString() @MaxLength(200) user?: string;
  @IsOptional() @Matches(secret, secretRule) password?: string;
}

/** Money at risk for each hour that is left, from which on an alert has a priority. */
export class AlertPriorities {
  @IsInt({ message: 'must be whole money an hour' }) @Min(1) critical = 5_000;
  @IsInt({ message: 'must be whole money an hour' }) @Min(1) high = 500;
}

/** Who is told that something needs a person, and how. */
export class AlertsConfig {
  /** What one cause stops within this time is one message. */
  @Matches(duration, durationRule) gather = '30s';
  @ValidateNested() @Type(() => AlertPriorities) priorities: AlertPriorities = new AlertPriorities();
  /** Where people open the portal; the address of the experience API unless said. */
  @IsOptional() @Matches(address, addressRule) portalUrl?: string;
  @IsOptional() @ValidateNested() @Type(() => MailServer) mail?: MailServer;
  @IsArray() @ValidateNested({ each: true }) @Type(() => AlertRoute) routes: AlertRoute[] = [];
}

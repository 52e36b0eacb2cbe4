import { IsOptional, IsString, IsUrl } from 'class-validator';

/** What an operator says about one tenant and its provisioning job. */
export class EntraSettings {
  /** Microsoft Graph, with its version, e.g. https://graph.microsoft.com/v1.0 */
  @IsUrl({ require_tld: false, require_protocol: true }) baseUrl!: string;
  /** e.g. https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token */
  @IsUrl({ require_tld: false, require_protocol: true }) tokenUrl!: string;
  @IsString() clientId!: string;
  @IsString() clientSecret!: string;
  /** Object id of the API-driven provisioning app's service principal. */
  @IsString() servicePrincipalId!: string;
  /** e.g. API2AAD.b16687d38faf42adb29892cdcaf01c6e.1a03de52-… */
  @IsString() jobId!: string;
  /** Another one in national clouds. */
  @IsOptional() @IsString() scope?: string;
}

import { IsString, IsUrl } from 'class-validator';
import { importPKCS8, SignJWT } from 'jose';
import type { Session, TokenRequest } from '../http/session.js';

/** How a program is let into an org, whichever product of the platform runs there. */
export class OrgSettings {
  /** Where the org signs programs in, e.g. https://login.salesforce.com. */
  @IsUrl({ require_tld: false, require_protocol: true }) loginUrl!: string;
  /** Consumer key of the connected app. */
  @IsString() clientId!: string;
  @IsString() username!: string;
  /** Private key (PKCS 8, RSA) whose certificate the connected app holds. */
  @IsString() privateKey!: string;
}

/** Under this name change events say that we made the change. */
export const orgClient = 'throughline';
/** What every request to an org carries. */
export const orgHeaders = { 'sforce-call-options': `client=${orgClient}` };

/** JWT bearer: no secret travels, and replies name no lifetime; a 401 is what ends a session. */
export async function signInToOrg(settings: OrgSettings, request: TokenRequest): Promise<Session> {
  const key = await importPKCS8(settings.privateKey, 'RS256');
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(settings.clientId)
    .setSubject(settings.username)
    .setAudience(settings.loginUrl)
    .setExpirationTime('3m')
    .sign(key);
  const reply = await request(`${settings.loginUrl}/services/oauth2/token`, {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion,
  });
  return { headers: { authorization: `Bearer ${String(reply.access_token)}` }, origin: String(reply.instance_url) };
}

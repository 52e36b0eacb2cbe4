import { Failure } from '#kernel';
import type { AppConfig } from '../config.js';
import { readSecret } from '../secrets.js';
import { audienceUrn, type Audience } from './endpoint.js';

/** The scopes an app asks for in each layer below it: no more than its workflows use. */
export type Needs = Partial<Record<Audience, readonly string[]>>;

interface Held {
  token: string;
  /** Milliseconds since the epoch, a minute before it really expires. */
  usableUntil: number;
}

/** Gets this app its own tokens for the layers below (client credentials), and keeps them while they last. */
export class ServiceTokens {
  private readonly held = new Map<Audience, Promise<Held>>();

  constructor(
    private readonly config: Pick<AppConfig, 'issuer' | 'clientId' | 'clientSecretFile' | 'secretsDir'>,
    private readonly scopes: Needs,
  ) {}

  async tokenFor(audience: Audience): Promise<string> {
    const held = await this.held.get(audience)?.catch(() => undefined);
    if (held && held.usableUntil > Date.now()) return held.token;
    const fresh = this.request(audience);
    this.held.set(audience, fresh);
    return (await fresh).token;
  }

  forget(audience: Audience): void {
    this.held.delete(audience);
  }

  private async request(audience: Audience): Promise<Held> {
    const secret = readSecret(this.config.secretsDir, this.config.clientSecretFile);
    const reply = await fetch(`${this.config.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${this.config.clientId}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        resource: audienceUrn(audience),
        scope: (this.scopes[audience] ?? []).join(' '),
      }),
      signal: AbortSignal.timeout(10_000),
    }).catch((error: unknown) => {
      throw new Failure('unavailable', `the token issuer ${this.config.issuer} cannot be reached`, {
        remedy: 'start the issuer, or check ISSUER_URL; with `npm start` it runs beside the apps',
        cause: error,
      });
    });
    if (!reply.ok) {
      throw new Failure('forbidden', `the issuer refused client "${this.config.clientId}" (${reply.status})`, {
        remedy: `register the client with the issuer and put its secret into ${this.config.clientSecretFile}`,
      });
    }
    const { access_token, expires_in } = (await reply.json()) as { access_token: string; expires_in: number };
    return { token: access_token, usableUntil: Date.now() + (expires_in - 60) * 1000 };
  }
}

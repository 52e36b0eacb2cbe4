import { Failure } from '#kernel';
import type { Wire } from './wire.js';

/** What proves to the vendor who we are. */
export interface Session {
  headers: Record<string, string>;
  /** Where to send requests from now on, for vendors that say so when signing in. */
  origin?: string;
  /** How long the session is good for; absent: until the vendor refuses it. */
  lifetimeMs?: number;
}

/** Name and password, with each request. */
export const basic = (name: string, password: string): { authorization: string } => ({
  authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
});

/** The session that a token endpoint's answer opens. Where it does not say how long it is good for, a 401 tells. */
export function bearer({ access_token: token, expires_in: seconds }: Record<string, unknown>): Session {
  const lifetime = Number(seconds) > 0 ? { lifetimeMs: Number(seconds) * 1000 } : {};
  return { headers: { authorization: `Bearer ${String(token)}` }, ...lifetime };
}

export const checkCredentials = 'check the instance settings and secrets in estate.yaml against the vendor console';

/** Posts a form to a token endpoint and answers its JSON, which has a token in it; failures are classified. */
export type TokenRequest = (
  url: string,
  form: Record<string, string>,
  headers?: Record<string, string>,
) => Promise<Record<string, unknown>>;

export interface TokenQuestion {
  url: string;
  form: Record<string, string>;
  headers?: Record<string, string>;
}

export async function requestToken(
  wire: Wire,
  { url, form, headers }: TokenQuestion,
): Promise<Record<string, unknown>> {
  const { host } = new URL(url);
  const reply = await wire(url, {
    method: 'POST',
    body: new URLSearchParams(form).toString(),
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    timeoutMs: 30_000,
  }).catch((error: unknown) => {
    throw new Failure('unavailable', `${host} cannot be reached to sign in`, { cause: error });
  });
  const ok = reply.status >= 200 && reply.status < 300;
  const body = jsonOf(reply.text);
  if (ok && body.access_token) return body;
  // A proxy's page or half a reply: kept as a session it would be refused by nobody and renewed by nobody.
  if (ok) throw new Failure('unavailable', `${host} answered the sign-in without a token`);
  const reason = [body.error, body.error_description].filter(Boolean).join(': ') || `HTTP ${reply.status}`;
  if (reply.status === 429)
    throw new Failure('throttled', `${host} throttles the sign-in: ${reason}`, { retryAfterMs: 5_000 });
  if (reply.status >= 500) throw new Failure('unavailable', `${host} could not sign us in: ${reason}`);
  throw new Failure('forbidden', `the vendor refused our credentials: ${reason}`, {
    code: 'credentials-refused',
    remedy: checkCredentials,
  });
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Keeps one session of an instance, renewing it shortly before it ends; concurrent callers share one sign-in. */
export class SessionKeeper {
  private current: Promise<{ session: Session; until: number }> | null = null;

  constructor(private readonly signIn: () => Promise<Session>) {}

  async get(): Promise<Session> {
    const asked = this.current;
    const held = await asked?.catch(() => null);
    if (held && held.until > Date.now()) return held.session;
    // Whoever comes first signs in; the others find that under way.
    if (!this.current || this.current === asked) {
      this.current = this.signIn().then((session) => ({ session, until: endOf(session) }));
    }
    return (await this.current).session;
  }

  /** The vendor no longer accepts `session`; a newer one stays. */
  async forget(session: Session): Promise<void> {
    const asked = this.current;
    const held = await asked?.catch(() => null);
    if (this.current === asked && (!held || held.session === session)) this.current = null;
  }
}

const endOf = ({ lifetimeMs }: Session): number =>
  lifetimeMs === undefined ? Number.POSITIVE_INFINITY : Date.now() + lifetimeMs - Math.min(60_000, lifetimeMs / 10);

import { Failure } from '#kernel';

/** What proves to the vendor who we are. */
export interface Session {
  headers: Record<string, string>;
  /** Where to send requests from now on, for vendors that say so when signing in. */
  origin?: string;
  /** How long the session is good for; absent: until the vendor refuses it. */
  lifetimeMs?: number;
}

/** Posts a form to a token endpoint and answers its JSON; failures are classified. */
export type TokenRequest = (url: string, form: Record<string, string>) => Promise<Record<string, unknown>>;

export const requestToken: TokenRequest = async (url, form) => {
  const reply = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { accept: 'application/json' },
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
  }).catch((error: unknown) => {
    throw new Failure('unavailable', `${new URL(url).host} cannot be reached to sign in`, { cause: error });
  });
  const body = (await reply.json().catch(() => ({}))) as Record<string, unknown>;
  if (reply.ok) return body;
  const reason = [body.error, body.error_description].filter(Boolean).join(': ') || `HTTP ${reply.status}`;
  if (reply.status === 429) throw new Failure('throttled', `sign-in is throttled: ${reason}`, { retryAfterMs: 5_000 });
  if (reply.status >= 500) throw new Failure('unavailable', `sign-in failed: ${reason}`);
  throw new Failure('forbidden', `the vendor refused our credentials: ${reason}`, {
    code: 'credentials-refused',
    remedy: 'check the instance settings and secrets in estate.yaml against the vendor console',
  });
};

/** Keeps one session of an instance, renewing it shortly before it ends; concurrent callers share one sign-in. */
export class SessionKeeper {
  private current: Promise<{ session: Session; until: number }> | null = null;

  constructor(private readonly signIn: () => Promise<Session>) {}

  async get(): Promise<Session> {
    const held = await this.current?.catch(() => null);
    if (held && held.until > Date.now()) return held.session;
    const fresh = this.signIn().then((session) => ({ session, until: endOf(session) }));
    this.current = fresh;
    return (await fresh).session;
  }

  /** The vendor no longer accepts `session`; a newer one stays. */
  async forget(session: Session): Promise<void> {
    const held = await this.current?.catch(() => null);
    if (!held || held.session === session) this.current = null;
  }
}

const endOf = ({ lifetimeMs }: Session): number =>
  lifetimeMs === undefined ? Number.POSITIVE_INFINITY : Date.now() + lifetimeMs - Math.min(60_000, lifetimeMs / 10);

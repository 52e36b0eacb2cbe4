import { createHmac } from 'node:crypto';
import { Failure } from '#kernel';

const timeoutMs = 15_000;
/** Standard Webhooks ask for 24 to 64 bytes. */
const [shortest, longest] = [24, 64];

/** The keys a secret stands for: `whsec_` and base64, several of them while one replaces the other. */
export function signingKeys(secret: string): Buffer[] {
  const keys = secret.split(/\s+/).map((one) => {
    const [, text] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(one) ?? [];
    return Buffer.from(text ?? '', 'base64');
  });
  if (keys.every(({ length }) => length >= shortest && length <= longest)) return keys;
  throw new Failure('rejected', `must be whsec_ and ${shortest} to ${longest} bytes in base64`);
}

/** The headers of Standard Webhooks, https://www.standardwebhooks.com: a signature for each key. */
export function signed(id: string, body: string, keys: Buffer[], at: Date): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signatures = keys.map(
    (key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

/** Posts a message. Failures: `not-found` where the receiver says it wants no more (410), else `unavailable`. */
export async function post(
  { url, keys }: { url: string; keys: Buffer[] },
  { id, body }: { id: string; body: string },
): Promise<void> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed(id, body, keys, new Date()) },
    body,
    // A receiver that moved is to be told in estate.yaml: what is signed goes nowhere else.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((cause: unknown) => {
    throw new Failure('unavailable', `the receiver cannot be reached (${reasonOf(cause)})`, { cause });
  });
  await reply.body?.cancel();
  if (reply.ok) return;
  if (reply.status === 410) throw new Failure('not-found', 'the receiver wants no more messages (410)');
  throw new Failure('unavailable', `the receiver answered ${reply.status}`, retryAfter(reply));
}

const reasonOf = (error: unknown): string =>
  (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name;

function retryAfter({ headers }: Response): { retryAfterMs?: number } {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: seconds * 1_000 } : {};
}

import { Failure, type FailureKind } from '#kernel';
import type { Vendor, VendorReply } from '../http/vendor.js';
import { orgStream } from './soql.js';

/** A message of the Bayeux protocol, as the streaming endpoint answers it. */
interface Message {
  channel: string;
  successful?: boolean;
  clientId?: string;
  /** `<code>:<arguments>:<text>` */
  error?: string;
  ext?: { sfdc?: { failureReason?: string } };
  data?: { payload?: unknown; event?: { replayId?: unknown } };
}

/** Something told on a channel. */
export interface Told {
  channel: string;
  replayId: number;
  payload: unknown;
}

/** Every event that is still retained. */
export const allRetained = -2;

/** The endpoint answers after 110 seconds when nothing happens. */
const atMostMs = 130_000;

/** A session on an org's streaming endpoint, by long polling; events are told by `connect` alone. */
export class Listener {
  private clientId = '';
  private readonly cookies = new Map<string, string>();

  private constructor(private readonly vendor: Vendor) {}

  /** Shakes hands; a Failure where the org does not want to. */
  static async open(vendor: Vendor): Promise<Listener> {
    const listener = new Listener(vendor);
    const request = { channel: '/meta/handshake', version: '1.0', supportedConnectionTypes: ['long-polling'] };
    const { clientId } = granted(await listener.send(request), '/meta/handshake');
    listener.clientId = clientId ?? '';
    return listener;
  }

  /** Listens on a channel after the event with a replay id; false where that id is not retained any more. */
  async subscribe(channel: string, replayId: number): Promise<boolean> {
    const request = { channel: '/meta/subscribe', subscription: channel, ext: { replay: { [channel]: replayId } } };
    const replies = await this.send(request);
    const refusal = replies.find((reply) => reply.channel === '/meta/subscribe')?.error ?? '';
    // Only the words tell it from a channel that is not there: both are 400.
    if (refusal.startsWith('400:') && /replay\s?id/i.test(refusal)) return false;
    granted(replies, '/meta/subscribe');
    return true;
  }

  /** Waits until something is told, at most two minutes; `unavailable` where the connection or the session is lost. */
  async connect(leave: AbortSignal): Promise<Told[]> {
    const replies = await this.send({ channel: '/meta/connect', connectionType: 'long-polling' }, { atMostMs, leave });
    const answer = replies.find(({ channel }) => channel === '/meta/connect');
    if (answer?.successful !== true) throw lost(answer?.error ?? 'no answer to /meta/connect');
    return replies.flatMap(({ channel, data }) => {
      if (!data) return [];
      const replayId = data.event?.replayId;
      if (typeof replayId !== 'number') throw new Failure('rejected', `an event on ${channel} has no replay id`);
      return [{ channel, replayId, payload: data.payload }];
    });
  }

  private async send(message: object, keptOpen?: { atMostMs: number; leave: AbortSignal }): Promise<Message[]> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await this.vendor.send({
      method: 'POST',
      path: orgStream,
      body: [{ ...message, ...(this.clientId && { clientId: this.clientId }) }],
      asks: true,
      ...(cookie && { headers: { cookie } }),
      ...(keptOpen ? { keptOpen } : { refusesSession }),
    });
    this.keepCookies(reply);
    return messagesIn(reply.body);
  }

  /** The endpoint knows a session by its cookies as well. */
  private keepCookies({ headers }: VendorReply): void {
    for (const cookie of headers.getSetCookie()) {
      const [name = '', ...value] = cookie.split(';')[0]!.split('=');
      this.cookies.set(name.trim(), value.join('='));
    }
  }
}

function messagesIn(body: unknown): Message[] {
  const isMessage = (one: unknown): one is Message => typeof (one as Message | null)?.channel === 'string';
  if (Array.isArray(body) && body.every(isMessage)) return body;
  throw lost('a reply that is no list of messages');
}

/** A signed-out session is refused in a reply of 200: directly, or within a refused handshake. */
const refusesSession = (body: unknown): boolean =>
  Array.isArray(body) &&
  (body as (Message | null)[]).some((message) =>
    [message?.error, message?.ext?.sfdc?.failureReason].some((reason) => reason?.startsWith('401:')),
  );

const kinds: Record<string, FailureKind> = { '400': 'rejected', '401': 'forbidden', '403': 'forbidden' };

function granted(replies: Message[], channel: string): Message {
  const reply = replies.find((one) => one.channel === channel);
  if (reply?.successful === true) return reply;
  const { error = 'no answer', ext } = reply ?? {};
  const reason = [error, ext?.sfdc?.failureReason].filter(Boolean).join(', ');
  if (error.startsWith('403::Unknown client')) throw lost(reason);
  throw new Failure(kinds[error.slice(0, 3)] ?? 'unavailable', `Salesforce refused ${channel}: ${reason}`, {
    code: 'stream-refused',
    remedy: 'check that Change Data Capture is on for the objects and that the user may read all their records',
  });
}

const lost = (reason: string): Failure =>
  new Failure('unavailable', `the stream of change events was lost: ${reason}`, { code: 'stream-lost' });

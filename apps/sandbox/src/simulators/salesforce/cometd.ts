import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasSession } from './auth.js';
import { type ChangeEvent, headerOf, retained } from './capture.js';
import { objectNamed, type Org } from './org.js';
import { expectBack, type Subscriber, subscribersOf, subscriberWith, welcome } from './subscribers.js';

/** A message of the Bayeux protocol. */
interface Message {
  channel?: string;
  clientId?: string;
  id?: string | number;
  subscription?: string;
  ext?: { replay?: Record<string, unknown> };
}
type Reply = Record<string, unknown>;

/** How long the org keeps a request open when nothing happens. */
const keptMs = 110_000;
const cookieName = 'BAYEUX_BROWSER';
const advice = { interval: 0, timeout: keptMs, reconnect: 'retry' };

/**
 * The streaming endpoint: handshake, subscribe with a replay id, and connect by long polling. Refusals are messages,
 * answered 200; that the HTTP status stays 200 is an assumption, unconfirmed by the vendor.
 */
export function cometd(app: FastifyInstance, org: Org): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const messages = [request.body ?? []].flat() as Message[];
    const replies: Reply[] = [];
    for (const message of messages) replies.push(...(await answer(org, request, reply, message)));
    // Nobody is there any more where the connection was cut.
    return request.raw.socket.destroyed ? reply.hijack() : reply.send(replies);
  };
  // Clients add what they do to the address; the message alone decides.
  for (const path of ['/cometd/:version', '/cometd/:version/:operation']) app.post(path, handler);
}

async function answer(org: Org, request: FastifyRequest, reply: FastifyReply, message: Message): Promise<Reply[]> {
  const { channel } = message;
  if (channel === '/meta/handshake') return [handshake(org, request, reply, message)];
  if (!hasSession(org, request)) return [refused(message, '401::Authentication invalid', { reconnect: 'none' })];
  const subscriber = subscriberWith(org, message.clientId ?? '');
  if (!subscriber) return [refused(message, '403::Unknown client', { reconnect: 'handshake', interval: 0 })];
  if (!request.headers.cookie?.includes(`${cookieName}=${subscriber.cookie}`)) {
    const text = `400::Client ${subscriber.clientId} has established a session, but no ${cookieName} cookie present`;
    return [refused(message, text)];
  }
  expectBack(org, subscriber);
  if (channel === '/meta/connect') return connect(org, request, subscriber, message);
  if (channel === '/meta/subscribe') return [subscribe(org, subscriber, message)];
  if (channel === '/meta/disconnect') subscribersOf(org).delete(subscriber.clientId);
  return [granted(message)];
}

const granted = ({ channel, clientId, id }: Message, more: Reply = {}): Reply => ({
  ...(clientId !== undefined && { clientId }),
  channel,
  ...(id !== undefined && { id }),
  successful: true,
  ...more,
});

const refused = (message: Message, error: string, told?: Reply): Reply => ({
  ...granted(message),
  error,
  successful: false,
  ...(told && { advice: { interval: 0, ...told } }),
});

function handshake(org: Org, request: FastifyRequest, reply: FastifyReply, message: Message): Reply {
  if (!hasSession(org, request)) {
    const ext = { sfdc: { failureReason: '401::Authentication invalid' } };
    return { ...refused(message, '403::Handshake denied', { reconnect: 'none' }), ext };
  }
  const { clientId, cookie } = welcome(org);
  void reply.header('set-cookie', `${cookieName}=${cookie}; Path=/; Secure; HttpOnly`);
  return granted(message, {
    clientId,
    ext: { replay: true, 'payload.format': true },
    version: '1.0',
    minimumVersion: '1.0',
    supportedConnectionTypes: ['long-polling'],
  });
}

/** -1 is new events only, -2 all that are retained; another number must be of an event that is. */
function subscribe(org: Org, subscriber: Subscriber, message: Message): Reply {
  const { subscription = '' } = message;
  if (!isChannel(org, subscription)) {
    const error = `400::The channel you requested to subscribe to does not exist {${subscription}}`;
    return { ...refused(message, error), subscription };
  }
  const from = Number(message.ext?.replay?.[subscription] ?? -1);
  const kept = retained(org);
  if (from !== -1 && from !== -2 && !kept.some(({ replayId }) => replayId === from)) {
    const error =
      `400::The replayId {${from}} you provided was invalid. ` +
      'Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.';
    return { ...refused(message, error), subscription };
  }
  subscriber.channels.set(subscription, from === -1 ? (kept.at(-1)?.replayId ?? 0) : from);
  return granted(message, { subscription });
}

function isChannel(org: Org, channel: string): boolean {
  const name = /^\/data\/(\w+)$/.exec(channel)?.[1];
  if (name === 'ChangeEvents') return true;
  const object = name?.replace(/__ChangeEvent$/, '__c').replace(/ChangeEvent$/, '');
  return object !== undefined && object !== name && objectNamed(org, object) !== undefined;
}

/** Answers at once where there is something to send; otherwise when there is, or after 110 seconds. */
async function connect(org: Org, request: FastifyRequest, subscriber: Subscriber, message: Message): Promise<Reply[]> {
  if (!subscriber.hasConnected) {
    subscriber.hasConnected = true;
    return [...due(org, subscriber), granted(message, { advice })];
  }
  const until = Date.now() + keptMs;
  for (;;) {
    const events = due(org, subscriber);
    if (events.length > 0 || Date.now() >= until) {
      expectBack(org, subscriber);
      return [...events, granted(message)];
    }
    await somethingHappens(request, subscriber, until - Date.now());
    if (request.raw.socket.destroyed) return [];
    if (!hasSession(org, request)) return [refused(message, '401::Authentication invalid', { reconnect: 'none' })];
  }
}

function somethingHappens(request: FastifyRequest, subscriber: Subscriber, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      request.raw.socket.off('close', wake);
      if (subscriber.kept?.wake === wake) subscriber.kept = null;
      resolve();
    };
    const timer = setTimeout(wake, ms).unref();
    request.raw.socket.once('close', wake);
    subscriber.kept = { wake, cut: () => request.raw.socket.destroy() };
  });
}

/** What is to be sent to a subscriber now, each event on every channel it listens on. */
function due(org: Org, subscriber: Subscriber): Reply[] {
  const replies: Reply[] = [];
  const kept = retained(org);
  for (const event of subscriber.again.splice(0).flatMap((id) => kept.find(({ replayId }) => replayId === id) ?? [])) {
    for (const channel of subscriber.channels.keys()) if (belongs(event, channel)) replies.push(sent(event, channel));
  }
  for (const event of kept) {
    for (const [channel, last] of subscriber.channels) {
      if (event.replayId <= last || !belongs(event, channel)) continue;
      subscriber.channels.set(channel, event.replayId);
      replies.push(sent(event, channel));
    }
  }
  return replies;
}

function belongs(event: ChangeEvent, channel: string): boolean {
  const name = headerOf(event).entityName;
  const own = name.endsWith('__c') ? `${name.slice(0, -3)}__ChangeEvent` : `${name}ChangeEvent`;
  return channel === '/data/ChangeEvents' || channel === `/data/${own}`;
}

const sent = ({ payload, replayId }: ChangeEvent, channel: string): Reply => ({
  data: { schema: 'a01VpgrsZNJdn-7KStJcxQ', payload, event: { replayId } },
  channel,
});

import { randomBytes } from 'node:crypto';
import type { Org } from './org.js';

/** A program that listens on the streaming endpoint. */
export interface Subscriber {
  clientId: string;
  /** What its `BAYEUX_BROWSER` cookie must say. */
  cookie: string;
  /** Channel → replay id of the last event sent. */
  channels: Map<string, number>;
  /** Events to be sent although they were sent before, in this order. */
  again: number[];
  /** Whether it has connected since its handshake. */
  hasConnected: boolean;
  /** Until when it must be back, in ms since 1970. */
  backBy: number;
  /** Set while a request of it is kept open. */
  kept: { wake: () => void; cut: () => void } | null;
}

/** A program that answers no reply within this time is forgotten. */
const patienceMs = 40_000;

/** Listeners are kept in memory: a restart of the product forgets them, and they begin anew. */
const everybody = new WeakMap<Org['store'], Map<string, Subscriber>>();

export function subscribersOf({ store }: Org): Map<string, Subscriber> {
  let found = everybody.get(store);
  if (!found) everybody.set(store, (found = new Map()));
  return found;
}

export function welcome(org: Org): Subscriber {
  const subscriber: Subscriber = {
    clientId: randomBytes(14).toString('hex'),
    cookie: randomBytes(12).toString('base64url'),
    channels: new Map(),
    again: [],
    hasConnected: false,
    backBy: 0,
    kept: null,
  };
  subscribersOf(org).set(subscriber.clientId, subscriber);
  expectBack(org, subscriber);
  return subscriber;
}

export function subscriberWith(org: Org, clientId: string): Subscriber | undefined {
  const found = subscribersOf(org).get(clientId);
  if (!found || found.kept || found.backBy >= org.now().getTime()) return found;
  subscribersOf(org).delete(clientId);
  return undefined;
}

export function expectBack(org: Org, subscriber: Subscriber): void {
  subscriber.backBy = org.now().getTime() + patienceMs;
}

/** Once what is under way is done, those who wait look whether there is something for them. */
export function wakeSubscribers(org: Org): void {
  setImmediate(() => {
    for (const { kept } of subscribersOf(org).values()) kept?.wake();
  });
}

/** Cuts every request that is kept open; the org may forget its listeners as well. */
export function cutSubscribers(org: Org, forget: boolean): void {
  const all = [...subscribersOf(org).values()];
  if (forget) subscribersOf(org).clear();
  for (const { kept } of all) kept?.cut();
}

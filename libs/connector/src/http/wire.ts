import { Agent, request } from 'undici';

/** Proves to a vendor by mutual TLS who we are; all in PEM. */
export interface ClientCertificate {
  cert: string;
  key: string;
  /** Whose certificates the vendor itself shows, where that is none of the usual authorities. */
  ca?: string;
}

export interface WireRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers: Record<string, string>;
  body?: string;
  timeoutMs: number;
  /** Gives up waiting before the time is over. */
  leave?: AbortSignal;
}

export interface WireReply {
  status: number;
  headers: Headers;
  /** The whole body; empty where there was none. */
  text: string;
}

/** Sends a request and reads the whole answer. Follows no redirect; throws what the network throws. */
export type Wire = (url: URL | string, request: WireRequest) => Promise<WireReply>;

/** Connections of one vendor instance, kept open between requests. */
export function openWire(certificate?: ClientCertificate): Wire {
  const dispatcher = new Agent(certificate ? { connect: { ...certificate } } : {});
  return async (url, { timeoutMs, leave, ...rest }) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = leave ? AbortSignal.any([timeout, leave]) : timeout;
    const reply = await request(url, { ...rest, dispatcher, signal });
    const headers = new Headers();
    for (const [name, value] of Object.entries(reply.headers)) {
      for (const one of [value ?? []].flat()) headers.append(name, one);
    }
    return { status: reply.statusCode, headers, text: await reply.body.text() };
  };
}

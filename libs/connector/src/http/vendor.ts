import type { RecordRef } from '#contracts';
import type { EstateView, InstanceConfig } from '#platform';
import { currentContext } from '#platform';
import { Failure } from '#kernel';
import type { Connector } from '../connector.js';
import { Breaker, breakerOpen, meansOutage } from './breaker.js';
import { Bulkhead } from './bulkhead.js';
import { asks, defaultFailure, networkFailure, unreadable } from './classify.js';
import type { Gate } from './gate.js';
import type { Priority } from './limits.js';
import { requestToken, type Session, SessionKeeper, type TokenRequest } from './session.js';
import { openWire, type Wire, type WireReply } from './wire.js';

/** A vendor's answer. `body` is parsed JSON, or text where the vendor sent something else. */
export interface VendorReply<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
}

export interface VendorRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A path below the vendor's address, or a full address on the same host. */
  path: string;
  query?: Record<string, string | number | boolean | null | undefined>;
  /** Sent as JSON; text is sent as it is, under the content type in `headers`. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Set where a request other than GET only asks: its lost reply is then no unknown outcome. */
  asks?: boolean;
  /** Set where the body proves by itself who we are, e.g. by WS-Security: it goes without the session. */
  signed?: boolean;
  /** Set where the vendor keeps the request open until something happens: how long at most, and when to leave it. */
  keptOpen?: { atMostMs: number; leave: AbortSignal };
  /** For vendors that refuse a session in the body of a reply: whether this one does. */
  refusesSession?: (body: unknown) => boolean;
}

const throttleRetries = 4;

/** The change that requests are sent for. */
export interface EffectInHand {
  id: string;
  /** Called right before the first byte leaves; throws where the effect is not ours any more. */
  leaving: () => void;
}

/** What a request is sent for. */
interface Purpose {
  /** Set while a write is under way; its id is sent along so that both sides can be matched. */
  effect: EffectInHand | null;
  priority: Priority;
}

/** One instance of a platform as its connector sees it: settings, and requests that end in a reply or a Failure. */
export class Vendor {
  constructor(
    /** The instance as estate.yaml has it. */
    readonly config: InstanceConfig,
    /** Its settings as the connector wants them, secrets resolved. */
    readonly settings: object,
    readonly estate: EstateView,
    readonly line: VendorLine,
    private readonly purpose: Purpose = { effect: null, priority: 'interactive' },
  ) {}

  get instance(): string {
    return this.config.name;
  }

  /** Where a person opens a record; null where neither the instance nor the product says. */
  recordUrl(type: string, id: string, usual: string | null = null): string | null {
    const template = this.config.recordUrl ?? usual;
    return template && template.replace('{type}', type).replace('{id}', encodeURIComponent(id));
  }

  /** A record by its id, and where a person opens it. */
  recordRef(type: string, id: string, usual: string | null = null): RecordRef {
    return { id, url: this.recordUrl(type, id, usual) };
  }

  /** The same instance on behalf of one effect. */
  forEffect(effect: EffectInHand): Vendor {
    return this.with({ effect });
  }

  /** The same instance for work nobody waits for. */
  inBackground(): Vendor {
    return this.with({ priority: 'background' });
  }

  send<T = unknown>(request: VendorRequest): Promise<VendorReply<T>> {
    return this.line.send<T>(request, this.purpose);
  }

  async get<T>(path: string, query: VendorRequest['query'] = {}, headers: Record<string, string> = {}): Promise<T> {
    return (await this.send<T>({ method: 'GET', path, query, headers })).body;
  }

  private with(purpose: Partial<Purpose>): Vendor {
    return new Vendor(this.config, this.settings, this.estate, this.line, { ...this.purpose, ...purpose });
  }
}

/** The wire to one instance: signs in, keeps the vendor's limits, classifies every answer. */
export class VendorLine {
  readonly breaker: Breaker;
  /** What operations pass, each with all of its requests. */
  readonly bulkhead: Bulkhead;
  private readonly sessions: SessionKeeper;
  private readonly wire: Wire;

  constructor(
    private readonly instance: string,
    private readonly connector: Connector,
    private readonly settings: object,
    readonly gate: Gate,
  ) {
    this.breaker = new Breaker(instance);
    this.bulkhead = new Bulkhead(instance, gate.concurrency);
    this.wire = openWire(connector.certificate?.(settings));
    const request: TokenRequest = (url, form, headers) =>
      this.breaker.guard(
        () => requestToken(this.wire, { url, form, ...(headers && { headers }) }),
        () => false,
      );
    this.sessions = new SessionKeeper(() => connector.signIn(settings, request));
  }

  async send<T>(request: VendorRequest, { effect, priority }: Purpose): Promise<VendorReply<T>> {
    for (let attempt = 0; ; attempt += 1) {
      this.breaker.check();
      const send = () => this.attempt<T>(request, effect);
      const outcome = await (request.keptOpen ? this.gate.passBy(send) : this.gate.pass(priority, send));
      if (!(outcome instanceof Failure)) return outcome;
      const throttled = outcome.kind === 'throttled';
      const retryAfterMs = outcome.detail.retryAfterMs ?? (throttled ? backoffMs(attempt) : undefined);
      if (retryAfterMs === undefined || outcome.detail.code === breakerOpen) throw outcome;
      await this.gate.close(retryAfterMs);
      if (throttled && attempt < throttleRetries) continue;
      throw new Failure(outcome.kind, outcome.message, { ...outcome.detail, retryAfterMs });
    }
  }

  private attempt<T>(request: VendorRequest, effect: EffectInHand | null): Promise<VendorReply<T> | Failure> {
    return this.signedIn<T>(request, effect).catch((error: unknown) => Failure.from(error));
  }

  /** A refused session is renewed once: the vendor did nothing with the request. */
  private async signedIn<T>(request: VendorRequest, effect: EffectInHand | null): Promise<VendorReply<T>> {
    if (request.signed) return this.accepted(request, await this.guarded<T>(request, noSession, effect));
    const session = await this.sessions.get();
    const reply = await this.guarded<T>(request, session, effect);
    if (reply.status !== 401 && !request.refusesSession?.(reply.body)) return this.accepted(request, reply);
    await this.sessions.forget(session);
    return this.accepted(request, await this.guarded<T>(request, await this.sessions.get(), effect));
  }

  /** Whatever a vendor says below 500, it is there. */
  private guarded<T>(request: VendorRequest, session: Session, effect: EffectInHand | null): Promise<VendorReply<T>> {
    // That such a connection is lost now and then says nothing about the vendor, and it would be no quick trial.
    if (request.keptOpen) return this.exchange<T>(request, session, effect);
    return this.breaker.guard(
      () => this.exchange<T>(request, session, effect),
      (reply) => reply.status >= 500 && meansOutage(this.failureOf(request, reply)),
    );
  }

  private accepted<T>(request: VendorRequest, reply: VendorReply<T>): VendorReply<T> {
    if (succeeded(reply.status)) return reply;
    throw this.failureOf(request, reply);
  }

  private failureOf(request: VendorRequest, reply: VendorReply): Failure {
    return this.connector.classify(reply) ?? defaultFailure(this.instance, request, reply);
  }

  private async exchange<T>(
    request: VendorRequest,
    session: Session,
    effect: EffectInHand | null,
  ): Promise<VendorReply<T>> {
    const url = this.urlOf(request, session);
    if (!asks(request)) effect?.leaving();
    const reply = await this.wire(url, {
      method: request.method,
      headers: this.headersOf(request, session, effect),
      timeoutMs: request.keptOpen?.atMostMs ?? this.connector.limits.timeoutMs,
      ...(request.keptOpen && { leave: request.keptOpen.leave }),
      ...(request.body !== undefined && { body: textOf(request.body) }),
    }).catch((error: unknown) => {
      throw networkFailure(this.instance, request, error);
    });
    return { status: reply.status, headers: reply.headers, body: this.parse(request, reply) as T };
  }

  private parse(request: VendorRequest, { status, headers, text }: WireReply): unknown {
    if (text === '') return null;
    const type = headers.get('content-type') ?? '';
    const json = type.includes('json');
    if (!json && succeeded(status) && type.includes('html')) throw unreadable(this.instance, request, 'HTML');
    if (!json) return text;
    try {
      return JSON.parse(text);
    } catch {
      throw unreadable(this.instance, request, 'broken JSON');
    }
  }

  private headersOf(request: VendorRequest, session: Session, effect: EffectInHand | null): Record<string, string> {
    return {
      accept: 'application/json',
      'x-correlation-id': currentContext().correlationId,
      ...(effect && { 'x-effect-id': effect.id }),
      ...(request.body !== undefined && { 'content-type': 'application/json' }),
      ...this.connector.headers,
      ...request.headers,
      ...session.headers,
    };
  }

  /** Never leaves the vendor's host, whatever address a reply suggested. */
  private urlOf(request: VendorRequest, session: Session): URL {
    const base = session.origin ?? this.connector.address?.(this.settings);
    if (base === undefined) throw new Failure('defect', `${this.instance} is not reached by HTTP`);
    const url = /^https?:/.test(request.path) ? new URL(request.path) : new URL(base + request.path);
    if (url.origin !== new URL(base).origin) {
      throw new Failure('defect', `${this.instance} pointed us to another host, ${url.host}`, { code: 'foreign-host' });
    }
    for (const [name, value] of Object.entries(request.query ?? {})) {
      if (value !== null && value !== undefined) url.searchParams.set(name, String(value));
    }
    return url;
  }
}

const noSession: Session = { headers: {} };

const succeeded = (status: number): boolean => status >= 200 && status < 300;

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

/** Exponential with jitter, in whole milliseconds. */
const backoffMs = (attempt: number): number => Math.round(200 * 2 ** attempt * (0.5 + Math.random()));

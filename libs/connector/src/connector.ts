import type { Failure } from '#kernel';
import type { EventType } from '#contracts';
import type { Operations } from './operations.js';
import type { CrmDomain } from './domains/crm.js';
import type { ErpDomain } from './domains/erp.js';
import type { HrDomain } from './domains/hr.js';
import type { IdentityDomain } from './domains/identity.js';
import type { PayrollDomain } from './domains/payroll.js';
import type { PsaDomain } from './domains/psa.js';
import type { SchedulingDomain } from './domains/scheduling.js';
import type { Limits } from './http/limits.js';
import type { TokenRequest, Session } from './http/session.js';
import type { ClientCertificate } from './http/wire.js';
import type { Vendor, VendorReply } from './http/vendor.js';

/** The operations of every domain contract. */
export interface DomainOperations {
  crm: Operations<CrmDomain>;
  hr: Operations<HrDomain>;
  identity: Operations<IdentityDomain>;
  erp: Operations<ErpDomain>;
  psa: Operations<PsaDomain>;
  scheduling: Operations<SchedulingDomain>;
  payroll: Operations<PayrollDomain>;
}

/** A change seen at the vendor, told in canonical words. */
export interface Change {
  type: EventType;
  /** What it is about, e.g. `opportunity/0061x`; events of one subject keep their order. */
  subject: string;
  /** Two reports with the same key are the same event, whether they came by webhook or by polling. */
  key: string;
  /** When it happened, RFC 3339. */
  time: string;
  data: object;
}

/** A list of changes that is asked for again and again. */
export interface Feed {
  name: string;
  /** Pause between two polls that found nothing new, unless the instance says otherwise. */
  everyMs: number;
  /** The cursor to begin with: changes since a moment (RFC 3339). */
  since: (moment: string) => string;
  /** Reads on from a cursor; the cursor returned is kept with the changes, in one commit. */
  poll: (vendor: Vendor, cursor: string, stopping: AbortSignal) => Promise<FeedPage>;
}

/** What one poll found. */
export interface FeedPage {
  changes: Change[];
  cursor: string;
  /** Whether to ask again at once. */
  more: boolean;
}

export interface WebhookRequest {
  headers: Record<string, string | undefined>;
  /** The bytes as they came: signatures cover these, not a re-serialised body. */
  body: Buffer;
  now: Date;
}

/** What the vendor pushes. A webhook is a hint: `read` may ask the vendor for the record. */
export interface Webhook {
  /** Throws a Failure (`forbidden`) when the signature or the age is wrong; returns the delivery's own id. */
  verify: (settings: never, request: WebhookRequest) => string;
  /** Throws a Failure (`rejected`) when the body is not what the vendor documents. */
  parse: (body: Buffer) => unknown;
  changes: (vendor: Vendor, delivery: never) => Promise<Change[]>;
}

/** Everything that is particular to one vendor's product. */
export interface Connector<S extends object = object> {
  platform: string;
  title: string;
  /** Checked by class-validator when the estate is loaded; `secret:<file>` values arrive resolved. */
  settings: new () => S;
  /** Where the vendor's API answers, without a trailing slash; null where it is reached without HTTP. */
  address: ((settings: S) => string) | null;
  /** Gets what every request must carry; asked again when it expires or the vendor answers 401. */
  signIn: (settings: S, request: TokenRequest) => Promise<Session>;
  headers?: Record<string, string>;
  /** For vendors that want mutual TLS; undefined where this account does not. */
  certificate?: (settings: S) => ClientCertificate | undefined;
  /** The vendor's own error vocabulary; null leaves the reply to the common table. */
  classify: (reply: VendorReply) => Failure | null;
  /** What the vendor allows; `limits` of an instance in estate.yaml come first. */
  limits: Limits;
  domains: Partial<DomainOperations>;
  feeds: Feed[];
  /**
   * What the vendor tells as it happens, for instances that say `changes: capture`; its `poll` waits for it, and leaves
   * when `stopping` is aborted. The feeds go on as a safety net, and both must name a change by the same key.
   */
  capture?: Feed;
  webhook?: Webhook;
}

export const defineConnector = <S extends object>(connector: Connector<S>): Connector<S> => connector;

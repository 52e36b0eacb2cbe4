/** What a proxy can do to a call. */
export const vendorFaultKinds = [
  'throttle',
  'throttle-bare',
  'error-500',
  'reset',
  'lost-reply',
  'late-commit',
  'html',
  'truncated',
  'partial-bulk',
] as const;
export type VendorFaultKind = (typeof vendorFaultKinds)[number];

/** What can be done to a webhook on its way. */
export const webhookFaultKinds = [
  'webhook-duplicate',
  'webhook-late',
  'webhook-out-of-order',
  'webhook-badly-signed',
] as const;
export type WebhookFaultKind = (typeof webhookFaultKinds)[number];

export interface VendorFault {
  kind: VendorFaultKind | 'vendor-down';
  /** Only this vendor; absent: whichever is called first. */
  vendor?: string;
  writesOnly: boolean;
  /** How long: of a Retry-After, of a commit that comes late. */
  seconds: number;
}

/** What of a call decides which faults fit it. */
export interface Passing {
  writes: boolean;
  /** Another write of the same effect is under way: together they are several rows of one change. */
  isOneOfSeveral: boolean;
}

/** Faults that wait for their call, and how many of each kind have happened. */
export class ArmedFaults {
  readonly happened: Record<string, number> = {};
  private vendors: VendorFault[] = [];
  private webhooks: WebhookFaultKind[] = [];
  /** Vendors that ended our sessions and have not yet told us. */
  private revoked = new Set<string>();

  private readonly down = new Set<string>();

  /** Nobody answers at this vendor until it is brought back. */
  takeDown(vendor: string): void {
    this.down.add(vendor);
  }

  bringBack(vendor: string): void {
    this.down.delete(vendor);
  }

  isDown(vendor: string): boolean {
    return this.down.has(vendor);
  }

  arm(fault: VendorFault): void {
    this.vendors.push(fault);
  }

  armWebhook(kind: WebhookFaultKind): void {
    this.webhooks.push(kind);
  }

  /** False where the last one at this vendor has not been noticed yet. */
  armRevocation(vendor: string): boolean {
    if (this.revoked.has(vendor)) return false;
    this.revoked.add(vendor);
    return true;
  }

  /** A vendor refused our credentials. */
  refused(vendor: string): void {
    if (this.revoked.delete(vendor)) this.count('revoke-token');
  }

  get left(): number {
    return this.vendors.length + this.webhooks.length + this.revoked.size;
  }

  get webhooksLeft(): number {
    return this.webhooks.length;
  }

  get revocationsLeft(): string[] {
    return [...this.revoked];
  }

  /** What still waits, for a person to read. */
  get kindsLeft(): string[] {
    return [
      ...this.vendors.map(({ kind }) => kind),
      ...this.webhooks,
      ...this.revocationsLeft.map(() => 'revoke-token'),
    ];
  }

  /** From now on nothing is spoiled. */
  disarm(): void {
    this.vendors = [];
    this.webhooks = [];
    this.revoked.clear();
  }

  take(vendor: string, call: Passing): VendorFault | undefined {
    const at = this.vendors.findIndex((fault) => (!fault.vendor || fault.vendor === vendor) && fits(fault, call));
    if (at < 0) return undefined;
    const [fault] = this.vendors.splice(at, 1);
    this.count(fault!.kind);
    return fault;
  }

  takeWebhook(): WebhookFaultKind | undefined {
    const kind = this.webhooks.shift();
    if (kind) this.count(kind);
    return kind;
  }

  count(kind: string): void {
    this.happened[kind] = (this.happened[kind] ?? 0) + 1;
  }
}

const fits = ({ kind, writesOnly }: VendorFault, { writes, isOneOfSeveral }: Passing): boolean =>
  (writes || !writesOnly) && (isOneOfSeveral || kind !== 'partial-bulk');

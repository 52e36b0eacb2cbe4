import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** What one vendor was asked. */
export interface VendorCalls {
  vendor: string;
  calls: number;
  /** Calls in flight at once, at most. */
  atOnce: number;
  /** Calls in flight on average. */
  inFlight: number;
  /** Calls begun in one minute of the clock, at most. */
  perMinute: number;
}

const minuteMs = 60_000;

/** Counts the calls this process makes to some origins, by the HTTP client's own account. */
export class CallCount {
  private readonly minutes = new Map<string, Map<number, number>>();
  private readonly open = new Map<string, Map<object, number>>();
  private readonly busyMs = new Map<string, number>();
  private readonly since = performance.now();
  private readonly peaks = new Map<string, number>();
  private readonly begun = (message: unknown): void => this.begin((message as { request: Call }).request);
  private readonly ended = (message: unknown): void => this.end((message as { request: Call }).request);

  constructor(private readonly origins: Record<string, string>) {
    subscribe('undici:request:create', this.begun);
    for (const channel of endings) subscribe(channel, this.ended);
  }

  /** What was counted; counts no more. */
  stop(): VendorCalls[] {
    unsubscribe('undici:request:create', this.begun);
    for (const channel of endings) unsubscribe(channel, this.ended);
    return [...this.minutes].map(([vendor, minutes]) => ({
      vendor,
      calls: [...minutes.values()].reduce((sum, calls) => sum + calls, 0),
      atOnce: this.peaks.get(vendor)!,
      inFlight: (this.busyMs.get(vendor) ?? 0) / (performance.now() - this.since),
      perMinute: Math.max(...minutes.values()),
    }));
  }

  /** Calls in flight to a vendor at this moment. */
  inFlight(vendor: string): number {
    return this.open.get(vendor)?.size ?? 0;
  }

  private begin(request: Call): void {
    const vendor = this.vendorOf(request);
    if (!vendor) return;
    const minute = Math.floor(Date.now() / minuteMs);
    const minutes = this.minutes.get(vendor) ?? new Map<number, number>();
    this.minutes.set(vendor, minutes.set(minute, (minutes.get(minute) ?? 0) + 1));
    const open = this.open.get(vendor) ?? new Map<object, number>();
    this.open.set(vendor, open.set(request, performance.now()));
    this.peaks.set(vendor, Math.max(this.peaks.get(vendor) ?? 0, open.size));
  }

  private end(request: Call): void {
    const vendor = this.vendorOf(request) ?? '';
    const begun = this.open.get(vendor)?.get(request);
    if (begun === undefined) return;
    this.open.get(vendor)!.delete(request);
    this.busyMs.set(vendor, (this.busyMs.get(vendor) ?? 0) + performance.now() - begun);
  }

  private vendorOf({ origin }: Call): string | undefined {
    return Object.keys(this.origins).find((vendor) => this.origins[vendor] === String(origin));
  }
}

interface Call {
  origin: string | URL;
}

const endings = ['undici:request:trailers', 'undici:request:error'];

/** Says which process a call came from; the vendor never sees it. */
export const processHeader = 'x-chaos-process';

/** One call of ours to a vendor, as the wire saw it. */
export interface Call {
  /** Milliseconds since the epoch. */
  at: number;
  endedAt: number;
  vendor: string;
  /** Id of the process that called: each has its own memory of what vendors asked for. */
  process: string;
  method: string;
  path: string;
  correlationId: string | null;
  effectId: string | null;
  /** What was answered; null where the line was cut. */
  status: number | null;
  /** What the proxy did to it. */
  fault: string | null;
  /** Milliseconds the caller was asked to stay away. */
  retryAfterMs: number | null;
}

/** Whether a call changes something at the vendor; signing in and asking do not. */
export const isWrite = ({ method, path }: Pick<Call, 'method' | 'path'>): boolean =>
  method !== 'GET' && !/\/(token|suiteql)(\?|$)/.test(path);

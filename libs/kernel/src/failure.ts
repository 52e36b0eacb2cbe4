/** What the caller can do next; every failure in the product is one of these. */
export const failureKinds = {
  rejected: { status: 422, retry: 'never', title: 'The request breaks a rule' },
  'not-found': { status: 404, retry: 'never', title: 'The record does not exist' },
  conflict: { status: 409, retry: 'never', title: 'The record is in another state than expected' },
  forbidden: { status: 403, retry: 'never', title: 'Not allowed' },
  unsupported: { status: 501, retry: 'never', title: 'This platform cannot do that' },
  throttled: { status: 429, retry: 'later-uncounted', title: 'Asked to slow down' },
  unavailable: { status: 503, retry: 'later', title: 'Not reachable right now; nothing was done' },
  'outcome-unknown': { status: 504, retry: 'reconcile', title: 'A write got no answer; it may have happened' },
  defect: { status: 500, retry: 'later', title: 'An error in this product' },
} as const;

export type FailureKind = keyof typeof failureKinds;

/** One thing that is wrong with one field; `field` is a JSON-path-like name the reader can find. */
export interface FieldProblem {
  field: string;
  message: string;
}

export interface FailureDetail {
  /** Stable machine name of the rule or vendor code, e.g. `missing-cost-centre`. */
  code?: string;
  /** What a person does about it. */
  remedy?: string;
  fields?: FieldProblem[];
  /** Earliest useful moment for another try, in milliseconds from now. */
  retryAfterMs?: number;
  /** The record concerned, e.g. `worker 1042`. */
  record?: string;
  /** The instance of a platform that it was met at. */
  system?: string;
  cause?: unknown;
}

/** The only error class. Classified once where a foreign thing is met; everyone else branches on `kind`. */
export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly detail: FailureDetail = {},
  ) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = 'Failure';
  }

  get status(): number {
    return failureKinds[this.kind].status;
  }

  /** The same, met at an instance of a platform. */
  at(system: string): Failure {
    const same = new Failure(this.kind, this.message, { ...this.detail, system });
    if (this.stack !== undefined) same.stack = this.stack;
    return same;
  }

  /** Whatever was thrown, as a Failure; anything unexpected is a defect. */
  static from(thrown: unknown): Failure {
    if (thrown instanceof Failure) return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new Failure('defect', message, { cause: thrown });
  }
}

/** A failure whose effect certainly did not happen and that a person has to look at; one that says when to come back does not. */
export function needsPerson(failure: Failure): boolean {
  return failureKinds[failure.kind].retry === 'never' && failure.detail.retryAfterMs === undefined;
}

/** For `.catch`: what is not there is an answer, null; everything else is thrown on. */
export function nothingThere(error: unknown): null {
  const failure = Failure.from(error);
  if (failure.kind === 'not-found') return null;
  throw failure;
}

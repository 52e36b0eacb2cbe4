import { randomUUID } from 'node:crypto';

/** A refusal in the words of Microsoft Graph; a program relies on the code. */
export class GraphError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }

  /** `clientRequestId` is the caller's own header, if it sent one. */
  body(now: Date, clientRequestId?: string): object {
    const id = randomUUID();
    const date = now.toISOString().slice(0, 19);
    const innerError = { date, 'request-id': id, 'client-request-id': clientRequestId ?? id };
    return { error: { code: this.code, message: this.message, innerError } };
  }
}

export const notFound = (what: string): GraphError =>
  new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`,
  );

export const forbidden = (): GraphError =>
  new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');

/** Assumption, unconfirmed by the vendor: the code of a query that is not understood. */
export const badQuery = (message: string): GraphError => new GraphError(400, 'Request_UnsupportedQuery', message);

/** The message is documented, the code an assumption. */
export const invalidData = (message: string): GraphError =>
  new GraphError(400, 'BadRequest', `Invalid Data Format: ${message}`);

/** A refusal in the vendor's words: an HTTP status and an array of errors. */
export class SalesforceError extends Error {
  constructor(
    readonly status: number,
    readonly errorCode: string,
    message: string,
    readonly fields?: string[],
    /** What else is wrong with the same row. */
    readonly others: SalesforceError[] = [],
  ) {
    super(message);
  }

  get all(): SalesforceError[] {
    return [this, ...this.others];
  }

  get body(): object[] {
    return this.all.map(({ message, errorCode, fields }) => ({ message, errorCode, ...(fields && { fields }) }));
  }
}

export const notFound = (message = 'The requested resource does not exist'): SalesforceError =>
  new SalesforceError(404, 'NOT_FOUND', message);

export const invalidField = (message: string): SalesforceError => new SalesforceError(400, 'INVALID_FIELD', message);

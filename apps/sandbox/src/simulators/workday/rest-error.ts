/** A refusal by REST. Assumption, unconfirmed by the vendor: where the code stands. */
export class RestError extends Error {
  constructor(
    readonly status: number,
    message: string,
    private readonly errors: { error: string; code?: string; field?: string }[] = [],
  ) {
    super(message);
  }

  get body(): object {
    return { error: this.message, ...(this.errors.length > 0 && { errors: this.errors }) };
  }
}

export const invalidParameter = (field: string, error: string): RestError =>
  new RestError(400, 'invalid request', [{ error, field }]);

export const permissionDenied = (): RestError =>
  new RestError(403, 'permission denied', [{ error: 'permission denied', code: 'S22' }]);

export const noSuchResource = (): RestError =>
  new RestError(404, 'resource not found', [{ error: 'resource not found', code: 'S21' }]);

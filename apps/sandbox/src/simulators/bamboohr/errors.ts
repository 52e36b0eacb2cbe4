/** A refusal: the reason travels in a header and the body is empty, except where an operation documents one. */
export class BambooError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly detail: { headers?: Record<string, string>; body?: object } = {},
  ) {
    super(message);
  }
}

/** What the newer list operations answer. */
export const listError = (code: 'BadRequest' | 'BadPage', message: string): BambooError =>
  new BambooError(400, message, { body: { error: { code, message } } });

/** What webhook operations answer. */
export const webhookError = (status: number, error: string, more: object = {}): BambooError =>
  new BambooError(status, error, { body: { errors: [{ error, ...more }] } });

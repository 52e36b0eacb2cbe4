/** One entry of `errors`; `field` is named for validations only. */
export interface KantataProblem {
  type: 'oauth' | 'system' | 'validation';
  message: string;
  field?: string;
}

/** A refusal in the vendor's words. */
export class KantataError extends Error {
  constructor(
    readonly status: number,
    readonly errors: KantataProblem[],
  ) {
    super(errors.map((error) => error.message).join('; '));
  }
}

export const invalid = (field: string, message: string): KantataError =>
  new KantataError(422, [{ type: 'validation', message, field }]);

export const badRequest = (message: string): KantataError => new KantataError(400, [{ type: 'system', message }]);

export const notFound = (): KantataError =>
  new KantataError(404, [{ type: 'system', message: 'The requested resource could not be found' }]);

/** What is wrong with one field. */
export interface Problem {
  field: string;
  message: string;
}

/** A refusal in the vendor's words. Bodies other than 422's are those of the vendor's framework: assumption, unconfirmed. */
export class FloatError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    message: string,
    readonly problems?: Problem[],
  ) {
    super(message);
  }

  get body(): object {
    return this.problems ?? { name: this.title, message: this.message, code: 0, status: this.status };
  }
}

/** 422 is documented; that its body lists fields is an assumption, unconfirmed by the vendor. */
export const invalid = (problems: Problem[]): FloatError =>
  new FloatError(422, 'Unprocessable Entity', problems.map(({ message }) => message).join('; '), problems);

export const notFound = (what = 'Page not found.'): FloatError => new FloatError(404, 'Not Found', what);

export const badRequest = (message: string): FloatError => new FloatError(400, 'Bad Request', message);

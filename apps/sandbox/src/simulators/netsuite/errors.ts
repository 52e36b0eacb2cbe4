/** The part of the request an error is about, by the vendor's word for it. */
type Place = Partial<Record<'Path' | 'Header' | 'QueryParam' | 'Url', string>>;

/** A refusal in the vendor's words. */
export class NetsuiteError extends Error {
  constructor(
    readonly status: number,
    readonly errorCode: string,
    detail: string,
    readonly place: Place = {},
    readonly extra: { title?: string; headers?: Record<string, string> } = {},
  ) {
    super(detail);
  }

  get headers(): Record<string, string> {
    return this.extra.headers ?? {};
  }

  get body(): object {
    const place = Object.entries(this.place).map(([kind, value]) => [`o:error${kind}`, value]);
    return {
      type: `https://www.rfc-editor.org/rfc/${sectionOf(this.status)}`,
      title: this.extra.title ?? titles[this.status] ?? 'Internal Server Error',
      status: this.status,
      'o:errorDetails': [{ detail: this.message, 'o:errorCode': this.errorCode, ...Object.fromEntries(place) }],
    };
  }
}

export const resourceMediaType = 'application/vnd.oracle.resource+json';
export const errorMediaType = `${resourceMediaType}; type=error`;

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
};

/** RFC 9110 numbers its sections after the status codes; 429 is defined elsewhere. */
function sectionOf(status: number): string {
  if (status === 429) return 'rfc6585.html#section-4';
  return status < 500 ? `rfc9110.html#section-15.5.${status - 399}` : `rfc9110.html#section-15.6.${status - 499}`;
}

export const userError = (detail: string, path?: string): NetsuiteError =>
  new NetsuiteError(400, 'USER_ERROR', `Error while accessing a resource. ${detail}`, path ? { Path: path } : {});

export const invalidField = (path: string, value: unknown): NetsuiteError =>
  userError(`Invalid Field Value ${JSON.stringify(value)} for the following field: ${path}`, path);

export const invalidParameter = (detail: string, name?: string): NetsuiteError =>
  new NetsuiteError(400, 'INVALID_PARAMETER', detail, name ? { QueryParam: name } : {});

// Assumption, unconfirmed by the vendor: the codes of a header, of a body and of things that are not there.
export const invalidHeader = (detail: string, name: string): NetsuiteError =>
  new NetsuiteError(400, 'INVALID_HEADER', detail, { Header: name });

export const invalidContent = (detail: string): NetsuiteError => new NetsuiteError(400, 'INVALID_CONTENT', detail);

export const notFound = (detail: string, url: string): NetsuiteError =>
  new NetsuiteError(404, 'NONEXISTENT_ID', detail, { Url: url });

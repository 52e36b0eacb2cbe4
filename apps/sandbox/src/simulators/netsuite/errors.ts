/** A refusal in the vendor's words. */
export class NetsuiteError extends Error {
  constructor(
    readonly status: number,
    readonly errorCode: string,
    detail: string,
    readonly errorPath?: string,
  ) {
    super(detail);
  }

  get body(): object {
    return {
      type: `https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.${this.status - 399}`,
      title: titles[this.status] ?? 'Error',
      status: this.status,
      'o:errorDetails': [
        {
          detail: this.message,
          'o:errorCode': this.errorCode,
          ...(this.errorPath && { 'o:errorPath': this.errorPath }),
        },
      ],
    };
  }
}

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
};

export const userError = (detail: string, path?: string): NetsuiteError =>
  new NetsuiteError(400, 'USER_ERROR', detail, path);

export const unknownRecord = (type: string, id: string): NetsuiteError =>
  new NetsuiteError(
    404,
    'NONEXISTENT_ID',
    `The record instance does not exist. Provide a valid record instance ID. (${type} ${id})`,
  );

/** Parts of an OData `$batch` as a client writes them. */
export const lines = (...parts: string[]): string => parts.join('\r\n');

interface Options {
  id?: number;
  /** Of the body, where a product's clients say more than `application/json`. */
  json?: string;
}

export const http = (request: string, body?: object, { id, json = 'application/json' }: Options = {}): string =>
  lines(
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(id ? [`Content-ID: ${id}`] : []),
    '',
    `${request} HTTP/1.1`,
    `Content-Type: ${json}`,
    '',
    body ? JSON.stringify(body) : '',
  );

export const changeset = (...requests: string[]): string =>
  lines(
    'Content-Type: multipart/mixed; boundary=inner',
    '',
    ...requests.flatMap((request) => ['--inner', request]),
    '--inner--',
    '',
  );

export const batchOf = (...parts: string[]): string =>
  lines(...parts.flatMap((part) => ['--outer', part]), '--outer--', '');

export const batchType = { 'content-type': 'multipart/mixed; boundary=outer' };

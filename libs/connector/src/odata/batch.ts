import type { Vendor, VendorReply } from '../http/vendor.js';

/** Sent as a request of its own; what stands in one change set is done as a whole or not at all. */
export type ChangeSet = object[];

const json = 'application/json';

/**
 * Creates records of a set, several change sets in one request; answers what was said, change set by change set. `url` is
 * the service's full address.
 */
export async function createInBatch(
  vendor: Vendor,
  url: string,
  set: string,
  changes: ChangeSet[],
): Promise<VendorReply[]> {
  const { body } = await vendor.send({
    method: 'POST',
    path: `${url}/$batch`,
    headers: {
      'content-type': 'multipart/mixed; boundary=batch',
      accept: 'multipart/mixed',
      prefer: 'odata.continue-on-error',
    },
    body: toBatch(`${url}/${set}`, changes),
  });
  return typeof body === 'string' ? repliesIn(body) : [];
}

export function toBatch(url: string, changes: ChangeSet[]): string {
  const sets = changes.map((bodies, at) => {
    const boundary = `changes-${at + 1}`;
    const requests = bodies.map((body, index) => [`--${boundary}`, ...requestOf(url, index + 1, body)]);
    return [
      '--batch',
      `Content-Type: multipart/mixed; boundary=${boundary}`,
      '',
      ...requests.flat(),
      `--${boundary}--`,
    ];
  });
  return [...sets.flat(), '--batch--', ''].join('\r\n');
}

const requestOf = (url: string, id: number, body: object): string[] => [
  'Content-Type: application/http',
  'Content-Transfer-Encoding: binary',
  `Content-ID: ${id}`,
  '',
  `POST ${url} HTTP/1.1`,
  `Content-Type: ${json}`,
  `Accept: ${json}`,
  '',
  JSON.stringify(body),
];

/** The answers in their order, whichever boundaries stand between them; an answer that breaks off is none. */
export const repliesIn = (text: string): VendorReply[] =>
  text.split(/^--.*$/m).flatMap((part) => {
    const [, status, rest = ''] = /HTTP\/1\.1 (\d{3})([\s\S]*)/.exec(part) ?? [];
    const body = bodyOf(rest);
    return status && body !== undefined ? [{ status: Number(status), headers: new Headers(), body }] : [];
  });

function bodyOf(rest: string): unknown {
  const begin = rest.indexOf('{');
  if (begin < 0) return null;
  try {
    return JSON.parse(rest.slice(begin));
  } catch {
    return undefined;
  }
}

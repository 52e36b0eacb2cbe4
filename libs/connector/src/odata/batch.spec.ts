import { repliesIn, toBatch } from './batch.js';

const url = 'https://contoso.operations.dynamics.com/data/JournalTrans';
const part = (status: string, body: object | null): string =>
  [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    'Content-ID: 1',
    '',
    `HTTP/1.1 ${status}`,
    'Content-Type: application/json; odata.metadata=minimal',
    '',
    body ? JSON.stringify(body) : '',
  ].join('\r\n');
const done = (body: object): string =>
  ['Content-Type: multipart/mixed; boundary=cs', '', '--cs', part('201 Created', body), '--cs--', ''].join('\r\n');
const reply = (...parts: string[]): string => [...parts.map((text) => `--b\r\n${text}`), '--b--', ''].join('\r\n');

describe('a batch', () => {
  it('has a change set for what belongs together, each request as HTTP writes it', () => {
    expect(toBatch(url, [[{ LineNumber: 1 }, { LineNumber: 2 }]]).split('\r\n')).toEqual([
      '--batch',
      'Content-Type: multipart/mixed; boundary=changes-1',
      '',
      '--changes-1',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      'Content-ID: 1',
      '',
      `POST ${url} HTTP/1.1`,
      'Content-Type: application/json',
      'Accept: application/json',
      '',
      '{"LineNumber":1}',
      '--changes-1',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      'Content-ID: 2',
      '',
      `POST ${url} HTTP/1.1`,
      'Content-Type: application/json',
      'Accept: application/json',
      '',
      '{"LineNumber":2}',
      '--changes-1--',
      '--batch--',
      '',
    ]);
  });

  it('is answered change set by change set; a refused one is a single answer, outside any', () => {
    const refusal = { error: { code: '', message: 'An error has occurred.' } };
    const text = reply(
      done({ LineNumber: 1, Description: 'a -- b' }),
      part('400 Bad Request', refusal),
      done({ LineNumber: 3 }),
    );
    expect(repliesIn(text).map(({ status, body }) => [status, body])).toEqual([
      [201, { LineNumber: 1, Description: 'a -- b' }],
      [400, refusal],
      [201, { LineNumber: 3 }],
    ]);
  });

  it('without bodies is answered by its statuses', () => {
    expect(repliesIn(reply(part('204 No Content', null)))).toMatchObject([{ status: 204, body: null }]);
  });

  it('whose answer breaks off is answered as far as it goes', () => {
    const text = reply(done({ LineNumber: 1 }), done({ LineNumber: 2 }));
    expect(repliesIn(text.slice(0, text.lastIndexOf('"LineNumber"') + 5))).toMatchObject([{ body: { LineNumber: 1 } }]);
    expect(repliesIn('')).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { multipart, multipartReader, type Part } from '../../core/multipart.js';
import type { World } from '../../core/simulator.js';
import { badBody, errorBody, ODataError } from './errors.js';
import { type Answer, answerTo, type Ask } from './gateway.js';
import { useUp } from './refusals.js';

const { partOf, partsOf } = multipartReader(badBody);

/** The most operations a batch may have. */
const most = 5000;

/** Answers several requests at once: those of a changeset are done all or none; 200 says nothing of what became of them. */
export function answerBatch(world: World, request: FastifyRequest): Answer {
  const parts = partsOf(request.headers['content-type'] ?? '', String(request.body));
  const asks = parts.map((part) => (isChangeset(part) ? changesOf(part, request) : askOf(part, request)));
  if (asks.flat().length > most) throw badBody(`A batch may have ${most} operations.`);
  const answers = asks.map((asked) =>
    Array.isArray(asked) ? changeset(world, asked) : messageOf(answerTo(world, asked.ask)),
  );
  const boundary = `batchresponse_${randomUUID()}`;
  return {
    status: 200,
    headers: { 'content-type': `multipart/mixed; boundary=${boundary}` },
    body: multipart(boundary, answers),
  };
}

/** A request of a changeset, and the id its answer is told by. */
interface Change {
  ask: Ask;
  contentId?: string;
}

const isChangeset = ({ headers }: Part): boolean => Boolean(headers['content-type']?.startsWith('multipart/mixed'));

const changesOf = ({ headers, body }: Part, request: FastifyRequest): Change[] =>
  partsOf(headers['content-type']!, body).map((part) => askOf(part, request));

/** Ends the work of a changeset with the answer to what failed. */
class Failed extends Error {
  constructor(
    readonly answer: Answer,
    readonly change: Change,
  ) {
    super('a change failed');
  }
}

/** As recorded: the answer to a changeset is the one failure, within the changeset's own boundary, and a 500. */
function changeset(world: World, changes: Change[]): string {
  const boundary = `changesetresponse_${randomUUID()}`;
  const wrap = (messages: string[]): string =>
    `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n${multipart(boundary, messages)}`;
  try {
    return wrap(world.store.atomically(() => changes.map((change) => messageOf(answered(world, change), change))));
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    const { answer, change } = error;
    if (answer.arranged) useUp(world, answer.arranged);
    return wrap([messageOf(answer.status === 400 ? { ...answer, status: 500 } : answer, change)]);
  }
}

function answered(world: World, change: Change): Answer {
  const answer = change.ask.method === 'GET' ? refused('A changeset holds changes only.') : answerTo(world, change.ask);
  if (answer.status >= 400) throw new Failed(answer, change);
  return answer;
}

const refused = (message: string): Answer => ({
  status: 400,
  headers: {},
  body: errorBody(new ODataError(400, message))!,
});

/** Addresses within a batch are whole, from the root, or relative to the data service. */
function askOf({ headers, body }: Part, request: FastifyRequest): Change {
  if (headers['content-type'] !== 'application/http') throw badBody('A part of a batch must be application/http.');
  const [, line = '', rest = ''] = /^([^\r]*)\r\n([\s\S]*)$/.exec(body) ?? [];
  const [, method = '', url = ''] = /^(GET|POST|PATCH|PUT|DELETE) (\S+) HTTP\/1\.1$/.exec(line) ?? [];
  if (method === '') throw badBody(`Invalid request line '${line}' in a batch.`);
  const message = partOf(rest);
  const ifMatch = message.headers['if-match'];
  const relative = url.replace(/^https?:\/\/[^/]*/, '').replace(/^\/?data\//, '');
  const ask = { method, url: relative, body: message.body.trim(), request, ...(ifMatch && { ifMatch }) };
  const contentId = headers['content-id'];
  return { ask, ...(contentId && { contentId }) };
}

function messageOf({ status, headers, body }: Answer, { contentId }: Partial<Change> = {}): string {
  const text = typeof body === 'object' ? JSON.stringify(body) : (body ?? '');
  const type = text && { 'Content-Type': 'application/json; odata.metadata=minimal; charset=utf-8' };
  const lines = Object.entries({ ...type, 'OData-Version': '4.0', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const id = contentId ? `Content-ID: ${contentId}\r\n` : '';
  const head = `Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n${id}`;
  return `${head}\r\nHTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${text}`;
}

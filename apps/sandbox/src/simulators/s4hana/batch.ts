import { STATUS_CODES } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { multipart, multipartReader, type Part } from '../../core/multipart.js';
import type { World } from '../../core/simulator.js';
import { errorBody, invalidSyntax } from './errors.js';
import { type Answer, answerTo, type Ask } from './gateway.js';
import { trialOf } from './undoable.js';

const { partOf, partsOf } = multipartReader(invalidSyntax);

/** Answers several calls at once: reads one by one, changes in changesets, each of which is done whole or not at all. */
export function answerBatch(world: World, service: string, contentType: string, request: FastifyRequest): Answer {
  const boundary = 'ejjeeffe0';
  const answers = partsOf(contentType, String(request.body)).map((part) => {
    const type = part.headers['content-type'] ?? '';
    if (type.startsWith('multipart/mixed')) return changeset(world, service, type, part, request);
    const ask = askOf(service, part, request);
    // Assumption, unconfirmed by the vendor: the code; changes outside of a changeset are refused.
    const answer = ask.method === 'GET' ? answerTo(world, ask) : refused(world, 'Changes must be within a changeset');
    return messageOf(answer);
  });
  return {
    status: 202,
    headers: { 'content-type': `multipart/mixed; boundary=${boundary}` },
    body: multipart(boundary, answers),
  };
}

/** One failure is the answer to the whole changeset. */
function changeset(world: World, service: string, type: string, { body }: Part, request: FastifyRequest): string {
  const asks = partsOf(type, body).map((part) => askOf(service, part, request));
  if (asks.some(({ method }) => method === 'GET')) return messageOf(refused(world, 'A changeset holds changes only'));
  const trial = trialOf(world);
  const answers: Answer[] = [];
  for (const ask of asks) {
    const answer = answerTo(trial.world, ask);
    if (answer.status >= 400) {
      trial.takeBack();
      return messageOf(answer);
    }
    answers.push(answer);
  }
  trial.keep();
  const boundary = 'ejjeeffe1';
  return `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n${multipart(boundary, answers.map(messageOf))}`;
}

const refused = (world: World, message: string): Answer => ({
  status: 400,
  headers: {},
  body: errorBody(invalidSyntax(message), { name: '', version: '0001' }, world.now()),
});

/** Addresses within a batch are relative to the service. */
function askOf(service: string, { headers, body }: Part, request: FastifyRequest): Ask {
  if (headers['content-type'] !== 'application/http') throw invalidSyntax('A part of a batch must be application/http');
  const [, line = '', rest = ''] = /^([^\r]*)\r\n([\s\S]*)$/.exec(body) ?? [];
  const [, method = '', url = ''] = /^(GET|POST|PATCH|MERGE|PUT|DELETE) (\S+) HTTP\/1\.1$/.exec(line) ?? [];
  if (method === '') throw invalidSyntax(`Invalid request line '${line}' in a batch`);
  const message = partOf(rest);
  const ifMatch = message.headers['if-match'];
  return { method, url: `${service}/${url}`, body: message.body.trim(), request, ...(ifMatch && { ifMatch }) };
}

function messageOf({ status, headers, body }: Answer): string {
  const text = typeof body === 'object' ? JSON.stringify(body) : (body ?? '');
  const lines = Object.entries({
    ...(text && { 'Content-Type': 'application/json' }),
    'Content-Length': String(Buffer.byteLength(text)),
    dataserviceversion: '2.0',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const message = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${text}`;
  const length = Buffer.byteLength(message);
  return `Content-Type: application/http\r\nContent-Length: ${length}\r\ncontent-transfer-encoding: binary\r\n\r\n${message}`;
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { splitAt } from '../../core/split-at.js';
import { asAtom } from './atom.js';
import { answerBatch } from './batch.js';
import { errorBody, GatewayError, notAcceptable } from './errors.js';
import { type Answer, answerTo, serviceNamed } from './gateway.js';
import { answer4 } from './odata4.js';
import { fetchToken, hasToken, isUser, refuseUser } from './sessions.js';
import { replicateWorkforce, workforcePath } from './workforce-soap.js';

const odata2 = '/sap/opu/odata/sap/';
const odata4 = '/sap/opu/odata4/sap/';
const methods = ['GET', 'HEAD', 'POST', 'PATCH', 'MERGE', 'PUT', 'DELETE'];
const safeMethods = ['GET', 'HEAD'];

export function s4hanaRoutes(app: FastifyInstance, world: World): void {
  app.addHttpMethod('MERGE', { hasBody: true });
  guard(app, world);
  app.route({
    method: methods,
    url: `${odata2}*`,
    exposeHeadRoute: false,
    handler: (request, reply) => send(request, reply, answer2(world, request)),
  });
  app.route({
    method: methods,
    url: `${odata4}*`,
    exposeHeadRoute: false,
    handler: (request, reply) => {
      const [path] = splitAt(request.url.slice(odata4.length), '?');
      return sendJson(reply, answer4(world, request.method, path, request));
    },
  });
  app.post(workforcePath, (request, reply) => sendJson(reply, replicateWorkforce(world, request)));
}

/** Who may call: nobody during maintenance, else the communication user; changes by OData need a token. */
function guard(app: FastifyInstance, world: World): void {
  app.addHook('onRequest', async (request, reply) => {
    if (world.store.get('setting', 'maintenance')) return reply.code(503).type('text/html').send(maintenancePage);
    if (!isUser(world, request)) return refuseUser(reply);
    if (!request.url.startsWith('/sap/opu/')) return undefined;
    if (safeMethods.includes(request.method)) {
      if (/^fetch$/i.test(String(request.headers['x-csrf-token']))) fetchToken(world, request, reply);
      return undefined;
    }
    if (hasToken(world, request)) return undefined;
    return reply.code(403).header('x-csrf-token', 'Required').type('text/plain').send('CSRF token validation failed');
  });
}

const maintenancePage =
  '<html><body><h1>503 Service Unavailable</h1><p>The system is being upgraded.</p></body></html>';

function answer2(world: World, request: FastifyRequest): Answer {
  const url = request.url.slice(odata2.length);
  const service = /^([^/?]*)\/\$batch(?:\?|$)/.exec(url)?.[1];
  if (service !== undefined && request.method === 'POST') return batch(world, decodeURIComponent(service), request);
  const ifMatch = request.headers['if-match'];
  const body = typeof request.body === 'string' ? request.body : '';
  return answerTo(world, { method: request.method, url, body, request, ...(ifMatch && { ifMatch }) });
}

function batch(world: World, service: string, request: FastifyRequest): Answer {
  const [name = '', version = '0001'] = service.split(';v=');
  try {
    serviceNamed(world, name, version);
    return answerBatch(world, service, request.headers['content-type'] ?? '', request);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return { status: error.status, headers: {}, body: errorBody(error, { name, version }, world.now()) };
  }
}

/** Without being asked for JSON the vendor answers in XML. */
function send(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  void reply.header('dataserviceversion', '2.0');
  if (typeof answer.body !== 'object') return sendJson(reply, answer);
  const [, query] = splitAt(request.url, '?');
  const format = new URLSearchParams(query).get('$format');
  const accept = request.headers.accept ?? '*/*';
  if (format === 'json' || (!format && accept.includes('application/json'))) return sendJson(reply, answer);
  if (format || !/xml|\*\/\*/.test(accept)) {
    const body = errorBody(notAcceptable(), { name: '', version: '0001' }, new Date());
    return sendJson(reply, { status: 406, headers: {}, body });
  }
  return reply.code(answer.status).headers(answer.headers).type('application/atom+xml').send(asAtom(answer.body));
}

const sendJson = (reply: FastifyReply, { status, headers, body }: Answer): FastifyReply =>
  reply
    .code(status)
    .type(typeof body === 'object' ? 'application/json' : 'text/plain')
    .headers(headers)
    .send(typeof body === 'object' ? JSON.stringify(body) : body);

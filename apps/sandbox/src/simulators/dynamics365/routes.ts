import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { splitAt } from '../../core/split-at.js';
import { answerBatch } from './batch.js';
import { isAdmitted, tokenRoutes } from './entra.js';
import { errorBody, ODataError } from './errors.js';
import { type Answer, answerTo } from './gateway.js';
import { turnAway } from './load.js';
import { metadata, serviceDocument } from './metadata.js';

const root = '/data/';

export function dynamicsRoutes(app: FastifyInstance, world: World): void {
  tokenRoutes(app, world);
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/data')) return undefined;
    if (world.store.get('setting', 'maintenance')) return reply.code(503).type('text/html').send(maintenancePage);
    if (!isAdmitted(world, request)) return refuseCaller(world, reply);
    return turnAway(world, reply);
  });
  app.get('/data', () => serviceDocument(world));
  app.route({
    method: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
    url: `${root}*`,
    exposeHeadRoute: false,
    handler: (request, reply) => send(reply, answerFor(world, request)),
  });
}

// Assumption, unconfirmed by the vendor: who is not let in is told so without a body.
const refuseCaller = (world: World, reply: FastifyReply): FastifyReply =>
  reply
    .code(401)
    .header('www-authenticate', `Bearer authorization_uri="${world.origin}/${world.credentials.dynamics365.tenant}"`)
    .send();

const maintenancePage =
  '<html><body><h1>503 Service Unavailable</h1><p>The environment is being serviced.</p></body></html>';

function answerFor(world: World, request: FastifyRequest): Answer {
  const url = request.url.slice(root.length);
  const [path] = splitAt(url, '?');
  if (path === '' && request.method === 'GET') return { status: 200, headers: {}, body: serviceDocument(world) };
  if (decodeURIComponent(path) === '$metadata' && request.method === 'GET') {
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: metadata() };
  }
  if (decodeURIComponent(path) === '$batch' && request.method === 'POST') return batch(world, request);
  const ifMatch = request.headers['if-match'];
  const body = typeof request.body === 'string' ? request.body : '';
  return answerTo(world, { method: request.method, url, body, request, ...(ifMatch && { ifMatch }) });
}

function batch(world: World, request: FastifyRequest): Answer {
  try {
    return answerBatch(world, request);
  } catch (error) {
    if (!(error instanceof ODataError)) throw error;
    return { status: error.status, headers: {}, body: errorBody(error)! };
  }
}

const json = 'application/json; odata.metadata=minimal; charset=utf-8';

const send = (reply: FastifyReply, { status, headers, body }: Answer): FastifyReply =>
  reply
    .code(status)
    .type(typeof body === 'object' ? json : 'text/plain')
    .headers({ 'odata-version': '4.0', ...headers })
    .send(typeof body === 'object' ? JSON.stringify(body) : body);

import type { FastifyInstance } from 'fastify';
import { arrangeRefusal, type Refusal } from '../../core/arranged-refusals.js';
import type { Simulator, World } from '../../core/simulator.js';
import { setThrottle } from '../../core/throttle.js';
import { admit, expireTokens, setPermissions, tokenRoute } from './access.js';
import { bulkUploadRoute } from './bulk-upload.js';
import { GraphError, invalidData, notFound } from './errors.js';
import { obeyThrottle } from './limits.js';
import { logRoutes } from './logs.js';
import { newUser, runJob } from './provisioning.js';
import { addDomain, seed, setDelays, setRunning } from './tenant.js';
import { userNamed } from './user.js';
import { userRoutes } from './users.js';

/**
 * Microsoft Entra ID with API-driven inbound provisioning: users are uploaded to a job, which provisions them a little
 * later, and what became of each is in the logs. The vendor's two hosts, for tokens and for Graph, are one here.
 */
export const entra: Simulator = {
  name: 'entra',
  routes(app, world) {
    readScimJson(app);
    app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      const known = error instanceof GraphError ? error : unforeseen(error);
      const { 'client-request-id': id } = request.headers;
      return reply
        .code(known.status)
        .headers(known.headers)
        .send(known.body(world.now(), typeof id === 'string' ? id : undefined));
    });
    app.setNotFoundHandler((request) => {
      throw notFound(request.url);
    });
    tokenRoute(app, world);
    for (const prefix of ['/v1.0', '/beta']) {
      app.register(
        (scope, _options, done) => {
          scope.addHook('onRequest', async (request) => {
            admit(world, request);
            obeyThrottle(world);
            runJob(world);
          });
          bulkUploadRoute(scope, world);
          logRoutes(scope, world);
          userRoutes(scope, world);
          done();
        },
        { prefix },
      );
    }
  },
  seed,
  actions: {
    addUser,
    disableUser,
    addDomain,
    setRunning,
    setDelays,
    setPermissions,
    failNext,
    setThrottle,
    expireTokens,
  },
  start(world) {
    const timer = setInterval(() => {
      runJob(world);
      // What cannot be written now is tried again with the next reply.
      world.store.settled().catch(() => undefined);
    }, 1000);
    return async () => clearInterval(timer);
  },
};

/** SCIM's kind of JSON is JSON; of any other kind only the type is looked at. */
function readScimJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<string>('application/scim+json', { parseAs: 'string' }, (request, text, done) =>
    text === '' ? done(null, undefined) : void parse(request, text, done),
  );
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text));
}

const unforeseen = ({ statusCode = 500, message }: Error & { statusCode?: number }): GraphError =>
  statusCode === 400 ? invalidData(message) : new GraphError(statusCode, 'generalException', message);

/** An administrator makes an account by hand, of which the source knows nothing. */
function addUser(world: World, { userPrincipalName }: { userPrincipalName: string }): { id: string } {
  if (userNamed(world, userPrincipalName)) throw new Error(`there already is ${userPrincipalName}`);
  const user = newUser(userPrincipalName, world.now());
  world.store.put('user', user.id, user);
  world.store.record({ operation: 'create', entity: 'user', id: user.id, by: 'person' });
  return { id: user.id };
}

/** An administrator shuts somebody out. */
function disableUser(world: World, { userPrincipalName }: { userPrincipalName: string }): void {
  const user = userNamed(world, userPrincipalName);
  if (!user) throw new Error(`there is no user ${userPrincipalName}`);
  world.store.put('user', user.id, { ...user, accountEnabled: false });
  world.store.record({ operation: 'disable', entity: 'user', id: user.id, by: 'person' });
}

/** The directory turns down the next users the job provisions. */
function failNext(world: World, refusal: Omit<Refusal, 'type'>): void {
  arrangeRefusal(world, { ...refusal, type: 'User' });
}

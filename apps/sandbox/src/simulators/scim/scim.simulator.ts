import type { FastifyInstance } from 'fastify';
import type { Simulator, World } from '../../core/simulator.js';
import { setThrottle } from '../../core/throttle.js';
import { admit } from './access.js';
import { discoveryRoutes } from './discovery.js';
import { badRequest, ScimError } from './errors.js';
import { send } from './reply.js';
import { save, userNamed } from './user.js';
import { userRoutes } from './users.js';

/** An identity platform as a SCIM 2.0 service provider (RFC 7643, RFC 7644) of users. */
export const scim: Simulator = {
  name: 'scim',
  routes(app, world) {
    readScimJson(app);
    app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      const { status, body, headers } = error instanceof ScimError ? error : unforeseen(error);
      return send(reply.headers(headers), status, body);
    });
    app.setNotFoundHandler((_request, reply) => send(reply, 404, new ScimError(404, 'No such endpoint').body));
    app.register(
      (scope, _options, done) => {
        scope.addHook('preHandler', (request, _reply, next) => {
          admit(world, request);
          next();
        });
        userRoutes(scope, world);
        discoveryRoutes(scope);
        done();
      },
      { prefix: '/scim/v2' },
    );
  },
  seed(firm, world) {
    world.store.put('setting', 'provider', { name: firm.name });
  },
  actions: { setThrottle, disableUser },
};

/** Both kinds of JSON are read and nothing else; a body may be missing whatever its type says. */
function readScimJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>(
    ['application/scim+json', 'application/json'],
    { parseAs: 'string' },
    (request, text, done) => (text === '' ? done(null, undefined) : void parse(request, text, done)),
  );
}

function unforeseen({ statusCode = 500, message }: Error & { statusCode?: number }): ScimError {
  return statusCode === 400 ? badRequest('invalidSyntax', message) : new ScimError(statusCode, message);
}

/** An administrator of the platform shuts somebody out. */
function disableUser(world: World, { userName }: { userName: string }): void {
  const user = userNamed(world, userName);
  if (!user) throw new Error(`there is no user ${userName}`);
  save(world, user.id, { ...user, active: false }, user);
  world.store.record({ operation: 'disable', entity: 'User', id: user.id, by: 'person' });
}

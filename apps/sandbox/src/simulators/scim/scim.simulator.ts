import type { Simulator, World } from '../../core/simulator.js';
import { ScimError } from './errors.js';
import { send, userRoutes } from './users.js';

/** An identity platform as a SCIM 2.0 service provider (RFC 7643, RFC 7644). */
export const scim: Simulator = {
  name: 'scim',
  routes(app, world) {
    app.addContentTypeParser(
      'application/scim+json',
      { parseAs: 'string' },
      app.getDefaultJsonParser('error', 'error'),
    );
    app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      const known =
        error instanceof ScimError ? error : new ScimError(error.statusCode ?? 500, error.message, 'invalidSyntax');
      return send(reply, known.status, known.body);
    });
    app.setNotFoundHandler((_request, reply) => send(reply, 404, new ScimError(404, 'No such endpoint').body));
    app.register(
      (scope, _options, done) => {
        scope.addHook('preHandler', (request, _reply, next) => {
          admit(world, request.headers.authorization);
          next();
        });
        userRoutes(scope, world);
        scope.get('/ServiceProviderConfig', (_request, reply) => send(reply, 200, serviceProviderConfig));
        done();
      },
      { prefix: '/scim/v2' },
    );
  },
  seed(firm, world) {
    world.store.put('setting', 'provider', { name: firm.name });
  },
  actions: {
    setThrottle: (world, { times }: { times: number }) => world.store.put('setting', 'throttle', { times }),
    disableUser: (world, { userName }: { userName: string }) => {
      const user = world.store.find<{ id: string; userName: string }>(
        'user',
        (candidate) => candidate.userName === userName,
      );
      if (!user) throw new Error(`there is no user ${userName}`);
      world.store.put('user', user.id, { ...user, active: false });
      world.store.record({ operation: 'disable', entity: 'User', id: user.id, by: 'person' });
    },
  },
};

const serviceProviderConfig = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 100 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [{ type: 'oauthbearertoken', name: 'OAuth Bearer Token', description: 'A bearer token' }],
};

function admit(world: World, authorization: string | undefined): void {
  if (authorization !== `Bearer ${world.credentials.scim.token}`) throw new ScimError(401, 'Authorization failure');
  const throttle = world.store.get<{ times: number }>('setting', 'throttle');
  if (!throttle || throttle.times <= 0) return;
  world.store.put('setting', 'throttle', { times: throttle.times - 1 });
  throw new ScimError(429, 'Too many requests');
}

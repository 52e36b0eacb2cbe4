import { RequestMethod, type Type } from '@nestjs/common';
import { accessKey, type Access, appNames, HealthController, writesKey } from '#platform';
import { apps } from '../../tools/estate/apps.js';

interface Route {
  name: string;
  method: RequestMethod;
  access: Access | undefined;
  writes: boolean;
}

function routesOf(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype)
    .filter((name) => name !== 'constructor' && Reflect.hasMetadata('path', prototype[name]!))
    .map((name) => ({
      name: `${controller.name}.${name}`,
      method: Reflect.getMetadata('method', prototype[name]!) as RequestMethod,
      access: Reflect.getMetadata(accessKey, prototype[name]!) as Access | undefined,
      writes: Reflect.getMetadata(writesKey, prototype[name]!) === true,
    }));
}

const routes = apps.flatMap(({ name, controllers }) =>
  [HealthController, ...controllers].flatMap(routesOf).map((route) => ({ ...route, app: name })),
);

describe('every route of every app', () => {
  it('is seen here', () => {
    expect(routes.length).toBeGreaterThan(80);
    expect(apps.map(({ name }) => name).sort()).toEqual([...appNames].sort());
  });

  it('says which scope it needs, or why it is public', () => {
    expect(routes.filter(({ access }) => !access).map(({ name }) => name)).toEqual([]);
  });

  it('is public for a known reason only', () => {
    const open = routes.filter(({ access }) => access && 'public' in access).map(({ name }) => name);
    expect([...new Set(open)].sort((a, b) => a.localeCompare(b))).toEqual([
      'CatalogueController.apiCatalog',
      'HealthController.live',
      'HealthController.ready',
      'ScimDiscoveryController.config',
      'ScimDiscoveryController.resourceTypes',
      'ScimDiscoveryController.schemas',
      'ScimUsersController.create',
      'ScimUsersController.get',
      'ScimUsersController.list',
      'ScimUsersController.patch',
      'ScimUsersController.remove',
      'ScimUsersController.replace',
      'WebhookController.receive',
    ]);
  });

  it('that changes something takes an idempotency key, but for webhooks and SCIM, whose repeats are recognised', () => {
    const asks = new Set([RequestMethod.GET, RequestMethod.HEAD]);
    const unsafe = routes.filter(({ method }) => !asks.has(method));
    expect(unsafe.length).toBeGreaterThan(20);
    const without = unsafe.filter(({ writes }) => !writes).map(({ name }) => name);
    expect([...new Set(without)]).toEqual([
      'WebhookController.receive',
      'ScimUsersController.create',
      'ScimUsersController.replace',
      'ScimUsersController.patch',
      'ScimUsersController.remove',
    ]);
  });
});

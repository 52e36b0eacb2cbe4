import { clients } from '#contracts';
import { endingsIn } from '#governance';
import { describeControllers } from '#platform';
import { publishedContract } from '../../libs/platform/src/contract/published-contract.js';
import { servedDifferences } from '../../libs/platform/src/contract/served-differences.js';
import { apps } from '../../tools/estate/apps.js';

describe('the contracts of every app', () => {
  it.each(apps.map((app) => [app.name, app] as const))('%s are what it serves', async (_name, app) => {
    // What speaks another protocol, such as SCIM, is in no contract of ours.
    const described = app.controllers.filter((one) => !Reflect.hasMetadata('swagger/apiExcludeController', one));
    const served = JSON.parse(JSON.stringify(await describeControllers(described, app.api)));
    const published = app.contracts.map((contract) => publishedContract('openapi', contract).document);
    expect(published.length).toBeGreaterThan(0);
    expect(servedDifferences(served, published)).toEqual([]);
  });
});

describe('our own clients', () => {
  const contracts = apps.flatMap((app) => app.contracts.map((contract) => publishedContract('openapi', contract)));
  const going = contracts.flatMap(({ contract, document }) =>
    endingsIn(document).flatMap(({ kind, subject }) => (kind === 'operation' ? [`${contract} ${subject}`] : [])),
  );
  const known = new Map<string, { routes: object }>(Object.entries(clients));
  const callable = contracts.flatMap(({ contract }) => {
    const [, api, major] = contract.split('/');
    const { routes } = known.get(`${api}${major!.toUpperCase()}`)!;
    return Object.values(routes).map(([method, path]: readonly [string, string]) => `${contract} ${method} ${path}`);
  });

  it('cannot call what is to go: version 1 of projects is there for others only', () => {
    expect(going).toContain('process/projects/v1 GET /v1/projects/{code}');
    expect(callable).toContain('process/projects/v2 GET /v2/projects/{code}');
    expect(callable.filter((one) => going.includes(one))).toEqual([]);
  });
});

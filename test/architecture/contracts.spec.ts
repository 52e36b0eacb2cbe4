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

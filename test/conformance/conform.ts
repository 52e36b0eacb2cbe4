import { systemApp } from '#connector';
import type { AppName } from '#platform';
import { SystemApp } from '../connectors/system-app.fixture.js';
import { capabilityPromises } from './capabilities.promises.js';
import { crmPromises } from './crm.promises.js';
import { erpPromises } from './erp.promises.js';
import { hrPromises } from './hr.promises.js';
import { identityPromises } from './identity.promises.js';
import type { Bench, Domain, Platform } from './platform.js';
import { psaPromises } from './psa.promises.js';
import { schedulingPromises } from './scheduling.promises.js';

const suites: { [D in Domain]?: (bench: Bench<D>) => void } = {
  crm: crmPromises,
  hr: hrPromises,
  identity: identityPromises,
  erp: erpPromises,
  psa: psaPromises,
  scheduling: schedulingPromises,
};

/** Holds a connector against every promise of its domains; a new promise reaches every vendor at once. */
export function conform(platform: Platform): void {
  const { connector } = platform;
  describe(connector.title, () => {
    describe('in what it can do', () => withSystem(platform, (open) => capabilityPromises(open, platform)));
    for (const domain of Object.keys(connector.domains) as Domain[]) {
      const suite = suites[domain] as ((bench: Bench<Domain>) => void) | undefined;
      describe(`behind the ${domain} contract`, () =>
        withSystem(platform, (open) => suite?.(benchOf(platform, domain, open))));
    }
  });
}

/** A product and a system app of their own: what one suite is told to wait for must not hold up the next. */
function withSystem({ connector, simulator, beside, limits }: Platform, suite: (open: () => SystemApp) => void): void {
  let system: SystemApp;
  beforeAll(async () => {
    const app = systemApp(`system-${connector.platform}` as AppName, connector);
    system = await SystemApp.open(app, simulator, limits ? { limits } : {});
    beside?.(system.product);
  });
  afterAll(() => system.close());
  suite(() => system);
}

function benchOf<D extends Domain>(platform: Platform, domain: D, open: () => SystemApp): Bench<D> {
  const operations = platform.connector.domains[domain] as unknown as Record<string, { kind: string }>;
  return {
    platform,
    open,
    path: (rest, instance = platform.instance) => `/v1/${domain}/${instance}/${rest}`,
    trace: (operation) => platform.traces[domain]?.[operation],
    has: (operation) => operations[operation]!.kind !== 'unsupported',
  };
}

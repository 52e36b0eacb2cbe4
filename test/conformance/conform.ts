import { systemApp } from '#connector';
import type { AppName } from '#platform';
import { SystemApp } from '../connectors/system-app.fixture.js';
import { capabilityPromises } from './capabilities.promises.js';
import { crmPromises } from './crm.promises.js';
import { erpPromises } from './erp.promises.js';
import { hrPromises } from './hr.promises.js';
import { identityPromises } from './identity.promises.js';
import type { Bench, Domain, Platform } from './platform.js';
import { payrollPromises } from './payroll.promises.js';
import { psaPromises } from './psa.promises.js';
import { schedulingPromises } from './scheduling.promises.js';

const suites: { [D in Domain]?: (bench: Bench<D>) => void } = {
  crm: crmPromises,
  hr: hrPromises,
  identity: identityPromises,
  erp: erpPromises,
  psa: psaPromises,
  scheduling: schedulingPromises,
  payroll: payrollPromises,
};

/** Domains whose suites wait for what feeds tell. */
const told: ReadonlySet<Domain> = new Set(['crm', 'hr']);

/** Holds a connector against every promise of its domains; a new promise reaches every vendor at once. */
export function conform(platform: Platform): void {
  const { connector } = platform;
  describe(connector.title, () => {
    itIsBuilt(platform);
    describe('in what it can do', () => withSystem(platform, (open) => capabilityPromises(open, platform)));
    for (const domain of Object.keys(connector.domains) as Domain[]) {
      const suite = suites[domain] as ((bench: Bench<Domain>) => void) | undefined;
      describe(`behind the ${domain} contract`, () =>
        withSystem(platform, (open) => suite?.(benchOf(platform, domain, open)), told.has(domain)));
    }
  });
}

/** A product and a system app of their own: what one suite is told to wait for must not hold up the next. */
function withSystem(platform: Platform, suite: (open: () => SystemApp) => void, isTold = false): void {
  const { connector, simulator, beside, limits, unlisted } = platform;
  let system: SystemApp | undefined;
  beforeAll(async () => {
    if (!simulator) return;
    const app = systemApp(`system-${connector.platform}` as AppName, connector);
    system = await SystemApp.open(app, simulator, {
      ...(isTold && { pollEvery: '1s' }),
      ...(limits && { limits }),
      ...(unlisted && { unlisted }),
    });
    beside?.(system.product);
  });
  afterAll(() => system?.close());
  suite(() => {
    if (system) return system;
    throw toDo(noSimulator);
  });
}

function benchOf<D extends Domain>(platform: Platform, domain: D, open: () => SystemApp): Bench<D> {
  const operations = operationsOf(platform, domain);
  return {
    platform,
    open,
    path: (rest, instance = platform.instance) => `/v1/${domain}/${instance}/${rest}`,
    trace: (operation) => platform.traces[domain]?.[operation],
    // What is still to be built is held against every promise: that is the list of what to do.
    has: (operation) => operations[operation]!.kind !== 'unsupported' || isToDo(operations[operation]!),
  };
}

type Operation = { kind: string; reason?: string };

const operationsOf = ({ connector }: Platform, domain: Domain): Record<string, Operation> =>
  connector.domains[domain] as unknown as Record<string, Operation>;

const isToDo = ({ reason }: Operation): boolean => reason?.startsWith('not built yet') === true;
const noSimulator = 'not built yet: see docs/integrator.md#write-its-simulator';

/** Where it came from says nothing about it. */
const toDo = (text: string): Error => Object.assign(new Error(text), { stack: text });

/** A connector that was only begun fails by what is missing, one by one. */
function itIsBuilt(platform: Platform): void {
  const domains = Object.keys(platform.connector.domains) as Domain[];
  const missing = domains.flatMap((domain) =>
    Object.entries(operationsOf(platform, domain))
      .filter(([, operation]) => isToDo(operation))
      .map(([name, { reason }]): [string, string] => [`${domain}.${name}`, reason!]),
  );
  if (!platform.simulator) missing.push(['a simulated product', noSimulator]);
  if (missing.length === 0) return;
  describe('has still to get', () => {
    it.each(missing)('%s', (_what, where) => {
      throw toDo(where);
    });
  });
}

import { control } from './control.js';
import { issueCredentials } from './core/credentials.js';
import { listenFailure } from './core/listen-failure.js';
import { host, type Hosted } from './core/host.js';
import { PostgresJournal } from './core/journal.repository.js';
import type { Simulator } from './core/simulator.js';
import { Store } from './core/store.js';
import { loadFirm } from './firm/load-firm.js';
import { People } from './firm/people.js';
import { type ProductName, type Routing, shareOf } from './firm/routing.js';
import { adp } from './simulators/adp/adp.simulator.js';
import { bamboohr } from './simulators/bamboohr/bamboohr.simulator.js';
import { certinia } from './simulators/certinia/certinia.simulator.js';
import { entra } from './simulators/entra/entra.simulator.js';
import { dynamics365 } from './simulators/dynamics365/dynamics365.simulator.js';
import { float } from './simulators/float/float.simulator.js';
import { kantata } from './simulators/kantata/kantata.simulator.js';
import { netsuite } from './simulators/netsuite/netsuite.simulator.js';
import { s4hana } from './simulators/s4hana/s4hana.simulator.js';
import { salesforce } from './simulators/salesforce/salesforce.simulator.js';
import { scim } from './simulators/scim/scim.simulator.js';
import { workday } from './simulators/workday/workday.simulator.js';

export const simulators: Simulator[] = [
  salesforce,
  bamboohr,
  kantata,
  netsuite,
  scim,
  s4hana,
  workday,
  float,
  certinia,
  adp,
  entra,
  dynamics365,
];

export interface SandboxOptions {
  databaseUrl: string;
  secretsDir: string;
  /** Folder of the example firm. */
  firmDir: string;
  /** A product without a port is not there. */
  ports: { control: number } & Partial<Record<ProductName, number>>;
  /** Which product the firm uses for what; without it everything is in each, and people use the first there is. */
  routing?: Routing;
  /** The name other machines reach the products by; without one they answer on the loopback only. */
  name?: string;
  /** Where the HR system pushes to. */
  bamboohrWebhookUrl: string;
}

export interface RunningSandbox {
  controlUrl: string;
  origins: Record<string, string>;
  close: () => Promise<void>;
}

/** Starts every simulated product and the sandbox's control API. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const firm = loadFirm(options.firmDir);
  const named = options.name ? { name: options.name } : {};
  const journal = new PostgresJournal(options.databaseUrl);
  const products = new Map<ProductName, Hosted>();
  const closing = [journal.close.bind(journal)];
  const close = async (): Promise<void> => {
    for (const end of closing.toReversed()) await end();
  };
  try {
    await journal.prepare();
    const credentials = issueCredentials(options.secretsDir, options.bamboohrWebhookUrl);
    for (const simulator of simulators) {
      const port = options.ports[simulator.name];
      if (port === undefined) continue;
      const share = options.routing ? shareOf(firm, simulator.name, options.routing) : firm;
      const product = await host(simulator, { journal, credentials, firm: share, port, ...named });
      simulator.hurry?.(product.world);
      products.set(simulator.name, product);
      closing.push(product.close);
    }
    const diary = new Store('people', journal);
    await diary.load();
    const people = new People(firm, products, options.routing ?? firstOf(products), diary);
    const app = control({ products, people, firm, journal });
    closing.push(() => app.close());
    const { control: port } = options.ports;
    const controlUrl = await app.listen({ host: '127.0.0.1', port }).catch((error: unknown) => {
      throw listenFailure(error, port);
    });
    const origins = Object.fromEntries([...products].map(([name, { world }]) => [name, world.origin]));
    return { controlUrl, origins, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** For each domain the first product that has its screens. */
const firstOf = (products: Map<ProductName, Hosted>): Routing =>
  Object.fromEntries(
    [...products]
      .toReversed()
      .flatMap(([name, { simulator }]) => (simulator.domains ?? []).map((domain) => [domain, name])),
  );

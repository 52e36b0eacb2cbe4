import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { control } from '../../../apps/sandbox/src/control.js';
import { noCredentials } from '../../../apps/sandbox/src/core/credentials.fixture.js';
import { host, type Hosted } from '../../../apps/sandbox/src/core/host.js';
import { MemoryJournal } from '../../../apps/sandbox/src/core/memory-journal.js';
import { Store } from '../../../apps/sandbox/src/core/store.js';
import { loadFirm } from '../../../apps/sandbox/src/firm/load-firm.js';
import { People } from '../../../apps/sandbox/src/firm/people.js';
import type { ProductName } from '../../../apps/sandbox/src/firm/routing.js';
import { bamboohr } from '../../../apps/sandbox/src/simulators/bamboohr/bamboohr.simulator.js';
import { kantata } from '../../../apps/sandbox/src/simulators/kantata/kantata.simulator.js';
import { salesforce } from '../../../apps/sandbox/src/simulators/salesforce/salesforce.simulator.js';
import { LivingFirm } from './living-firm.js';
import { plan } from './plan.js';

const firm = loadFirm(resolve('examples/meridian-consulting'));
const routing = { crm: 'salesforce', hr: 'bamboohr', scheduling: 'kantata', psa: 'kantata' } as const;
const credentials = {
  ...noCredentials,
  bamboohr: { apiKey: 'k', webhookKey: 'w', webhookUrl: 'http://127.0.0.1:9/nobody' },
};
const seed = 1675;
const most = 60;

/** Products without a gateway behind them: no deal becomes a project, so nobody can be put on one. */
describe('the firm at work', () => {
  let products: Map<ProductName, Hosted>;
  let journals: Map<string, MemoryJournal>;
  let people: People;
  let app: FastifyInstance;
  let told: string[];
  let controlUrl: string;

  beforeEach(async () => {
    [products, journals, told] = [new Map(), new Map(), []];
    for (const simulator of [salesforce, bamboohr, kantata]) {
      const journal = new MemoryJournal();
      journals.set(simulator.name, journal);
      products.set(simulator.name, await host(simulator, { journal, credentials, firm, port: 0 }));
    }
    people = new People(firm, products, routing, new Store('people', new MemoryJournal()));
    app = control({ products, people, firm, journal: { ledger: () => Promise.resolve([]) } });
    controlUrl = await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterEach(async () => {
    await app.close();
    for (const product of products.values()) await product.close();
  });

  const live = async (asked: number | null = seed): Promise<void> => {
    const tell = (line: string): void => void told.push(line);
    const options = { controlUrl, speed: 600, seed: asked, tell, most, patienceMs: 0 };
    await (await LivingFirm.open(options)).goOn(new AbortController().signal);
  };
  const planned = () => {
    const coming = plan(firm, seed);
    return Array.from({ length: most }, () => coming.next().value);
  };
  const byPerson = (): number =>
    [...journals.values()].flatMap(({ entries }) => entries).filter(({ by }) => by === 'person').length;

  test('does what can be done, gives up what no screen lets happen and says why, once for each deal', async () => {
    await live();
    const possible = planned().filter(({ domain }) => domain === 'crm' || domain === 'hr');
    expect(people.done('living ').map(({ what }) => what)).toEqual(
      possible.map(({ number, habit }) => `living ${seed} ${number} ${habit}`),
    );
    const stuck = new Set(
      planned().flatMap(({ domain, subject }) => (domain === 'crm' || domain === 'hr' ? [] : [subject])),
    );
    const givenUp = told.filter((line) => line.startsWith('the firm gave up: '));
    expect(givenUp).toHaveLength(stuck.size);
    expect(givenUp.join('\n')).toContain('there is no project P-OPP-201');
    expect(told.at(-1)).toBe(`the firm rests: it has done ${most} things; npm start -- --reset begins anew`);
  });

  test('opened again it repeats nothing, and goes on by its own seed', async () => {
    await live();
    const before = byPerson();
    expect(before).toBeGreaterThan(5);
    await live(null);
    expect(byPerson()).toBe(before);
    await expect(live(seed + 1)).rejects.toThrow(`the firm lives by seed ${seed} already`);
  });

  test('rests where it lived by other habits than it has now', async () => {
    await people.act({
      name: `living ${seed} 0 sing`,
      legalEntity: 'MER-US',
      domain: 'hr',
      action: 'editEmployee',
      input: { number: '1001', fields: { grade: 'Principal' } },
    });
    await live();
    expect(told).toEqual(['the firm rests: it lived by other habits than now; npm start -- --reset begins anew']);
    expect(byPerson()).toBe(1);
  });
});

import { Failure } from '#kernel';
import { AppLogger, type DataSource, type Domain, EstateView, loadEstate, openDatabase, type Systems } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { type Probe, probesOf } from './probes.js';
import { SyntheticCheckRepository } from './synthetic-check.repository.js';
import { SyntheticChecks } from './synthetic-checks.js';
import { CreateSyntheticChecks1700000000152 } from './synthetic-schema.js';

let testDatabase: TestDatabase;
let database: DataSource;
let checks: SyntheticCheckRepository;
let asked: string[];
let answers: Map<string, Failure>;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await openDatabase({
    url: testDatabase.url,
    schema: 'process_operations',
    migrations: [CreateSyntheticChecks1700000000152],
  });
  checks = new SyntheticCheckRepository(database);
});
beforeEach(async () => {
  [asked, answers] = [[], new Map()];
  await database.query('delete from synthetic_check');
});
afterAll(async () => {
  await database.destroy();
  await testDatabase.drop();
});

/** System APIs that answer unless they are said to fail. */
const systems = {
  named: (domain: Domain, instance: string) =>
    new Proxy(
      {},
      {
        get: (_target, operation: string) => () => {
          asked.push(`${domain} ${instance} ${operation}`);
          const failure = answers.get(instance);
          return failure ? Promise.reject(failure) : Promise.resolve({ items: [] });
        },
      },
    ),
} as unknown as Pick<Systems, 'named'>;

const { estate } = new EstateView(loadEstate('examples/meridian-consulting/estate.yaml', {}));
const probes = probesOf(estate);
const synthetic = () =>
  new SyntheticChecks({ probes, checks, systems, logger: new AppLogger('process-operations', 'silent') });
const round = async (): Promise<void> => {
  for (const probe of probes) await synthetic().check(probe);
};
const earlier = (minutes: number) =>
  database.query(`update synthetic_check set checked_at = checked_at - $1 * interval '1 minute'`, [minutes]);
const of = ({ instance, domain }: Pick<Probe, 'instance' | 'domain'>): string => `${domain} ${instance}`;

describe('synthetic checks', () => {
  it('ask each instance in each domain it serves one thing, and only read', async () => {
    expect(probes.map(of)).toEqual([
      'crm salesforce',
      'hr bamboohr',
      'identity directory',
      'erp netsuite',
      'psa kantata',
      'scheduling kantata',
    ]);
    await round();
    expect(asked).toHaveLength(probes.length);
    expect(asked.filter((one) => !/ (list|find|get)/.test(one))).toEqual([]);
    const latest = await checks.latest();
    expect(latest.map(({ succeeded, checks: count, failed }) => [succeeded, count, failed])).toEqual(
      probes.map(() => [true, 1, 0]),
    );
  });

  it('take that there is no such record as an answer, and anything else as a failure that is shown first', async () => {
    answers.set('directory', new Failure('not-found', 'no such account'));
    answers.set('netsuite', new Failure('unavailable', 'netsuite does not answer'));
    await round();
    const latest = await checks.latest();
    expect(latest[0]).toMatchObject({ instance: 'netsuite', succeeded: false, failure: 'netsuite does not answer' });
    expect(latest.filter(({ succeeded }) => !succeeded)).toHaveLength(1);
  });

  it('are made again after five minutes, and after one where they failed, by whichever process comes first', async () => {
    answers.set('salesforce', new Failure('unavailable', 'away'));
    await round();
    await round();
    expect(asked).toHaveLength(probes.length);
    await earlier(2);
    await round();
    expect(asked.slice(probes.length)).toEqual(['crm salesforce listWonOpportunities']);
    await earlier(4);
    asked = [];
    await round();
    expect(asked).toHaveLength(probes.length);
  });

  it('count those of a day, and forget what is older', async () => {
    answers.set('netsuite', new Failure('unavailable', 'away'));
    await round();
    await earlier(10);
    answers.clear();
    await round();
    const erp = async () => (await checks.latest()).find(({ domain }) => domain === 'erp');
    expect(await erp()).toMatchObject({ succeeded: true, failure: null, checks: 2, failed: 1 });
    await earlier(24 * 60 - 5);
    await round();
    expect(await erp()).toMatchObject({ checks: 2, failed: 0 });
  });
});

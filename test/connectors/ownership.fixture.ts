import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Change, type Connector, defineConnector, type Vendor, write } from '#connector';
import { events, psa, scheduling } from '#contracts';
import {
  AddDeliveries1700000000032,
  CreateEvents1700000000000,
  deliverOnce,
  relayOnce,
  type Subscription,
} from '#events';
import { AppLogger, type DataSource, EstateView, loadEstate, openDatabase, rows, withContext } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ExceptionRepository } from '#workflow';
import { refusedChanges } from '../../apps/process-operations/src/refused-changes.js';
import { ChangeRepository, CreateChanges1700000000002 } from '../../libs/connector/src/changes/change.repository.js';
import { pollOnce } from '../../libs/connector/src/changes/feed-poller.js';
import { EffectLedger } from '../../libs/connector/src/effects/effect-ledger.js';
import { EffectRepository } from '../../libs/connector/src/effects/effect.repository.js';
import { effectMigrations } from '../../libs/connector/src/effects/effect-schema.js';
import { Bulkhead } from '../../libs/connector/src/http/bulkhead.js';
import { Instances } from '../../libs/connector/src/instances.js';
import { OwnershipRepository } from '../../libs/connector/src/ownership/ownership.repository.js';
import { WriteGuard } from '../../libs/connector/src/ownership/write-guard.js';
import { processMigrations } from '../../libs/workflow/src/migrations.js';

const logger = new AppLogger('ownership-test', 'silent');

/** HR and scheduler of a firm; the first row of its matrix stands in line 12. */
const estateText = (matrix: string[]): string => `firm: Two Systems
timeZone: UTC
legalEntities: [{ code: ONE, name: One, currency: EUR, country: DE }]
instances:
  - { name: people, platform: people, settings: {}, changesSince: 2026-01-01 }
  - { name: planner, platform: planner, settings: {}, changesSince: 2026-01-01 }
routing: { crm: people, hr: people, identity: people, erp: people, psa: people, scheduling: planner }
mappings: {}
postingWindows: [{ legalEntity: ONE, every: 1h }]
# Who owns what.
ownership:${matrix.length === 0 ? ' []' : ['', ...matrix].join('\n  - ')}
`;

export const workerByHr = '{ record: worker, owner: hr, attributes: [cost-centre], events: [changed] }';
export const assignmentByScheduling =
  '{ record: assignment, owner: scheduling, attributes: [dates, effort], events: [changed] }';

/** A product that reports every change it sees, also those it was sent. */
export class Product {
  readonly records = new Map<string, object>();
  private readonly reported: Change[] = [];
  /** Writes it was sent. */
  writes = 0;

  constructor(readonly name: 'people' | 'planner') {}

  write(kind: 'worker' | 'assignment', reference: string, state: object): { id: string } {
    this.writes += 1;
    this.change(kind, reference, state);
    return { id: `${this.name}-${reference}` };
  }

  /** Somebody changes a record here, or we do. */
  change(kind: 'worker' | 'assignment', reference: string, state: object, inMinutes = 0): void {
    this.records.set(reference, state);
    const id = `${this.name}-${reference}`;
    const data = { instance: this.name, id, ...(kind === 'assignment' && { assignment: assignmentOf(id, state) }) };
    this.reported.push({
      type: kind === 'worker' ? events.workerChanged : events.assignmentChanged,
      subject: `${kind}/${id}`,
      key: String(this.reported.length),
      time: new Date(Date.now() + inMinutes * 60_000).toISOString(),
      data,
    });
  }

  connector(): Connector {
    const putWorker = write<{ reference: string; state: object }, { id: string }>({
      safety: { strategy: 'upsert' },
      run: async (_vendor, { reference, state }) => this.write('worker', reference, state),
    });
    const putAssignment = write<{ reference: string; state: object }, { id: string }>({
      safety: { strategy: 'upsert' },
      run: async (_vendor, { reference, state }) => this.write('assignment', reference, state),
    });
    const domains = { psa: { putPerson: putWorker, putAssignment }, scheduling: { putResource: putWorker } };
    return defineConnector({ title: this.name, domains, feeds: [] } as unknown as Connector);
  }

  /** The whole list each time, as a feed with an overlap shows it. */
  readonly feed = {
    name: 'changes',
    everyMs: 1,
    since: (moment: string) => moment,
    poll: () => Promise.resolve({ changes: [...this.reported], cursor: 'end', more: false }),
  };
}

const assignmentOf = (id: string, state: object) => ({
  id,
  workerNumber: '1042',
  roleName: null,
  minutes: (state as psa.AssignmentState).minutes,
  project: 'P-1',
  startDate: null,
  endDate: null,
  status: 'confirmed',
});

export const resource = (costCentre: string): scheduling.ResourceState => ({
  name: 'Ada Rowe',
  email: 'ada@meridian.example',
  roleName: 'Consultant',
  skills: [],
  weeklyMinutes: 2400,
  costCentre,
  grade: 'Consultant',
});

export const person = (costCentre: string): psa.PersonState => ({
  firstName: 'Ada',
  lastName: 'Rowe',
  email: 'ada@meridian.example',
  roleName: 'Consultant',
  legalEntity: 'ONE',
  costCentre,
  active: true,
});

export const assignment = (minutes: number): psa.AssignmentState => ({
  project: 'P-1',
  workerNumber: '1042',
  roleName: 'Consultant',
  startDate: '2026-10-01',
  endDate: '2026-10-31',
  minutes,
  hourlyRate: null,
});

interface System {
  product: Product;
  database: DataSource;
  vendor: Vendor;
  instances: Instances;
}

const assigned = ['people', 'psa', 'putAssignment'] as const;
const staffable = ['planner', 'scheduling', 'putResource'] as const;
export const known = ['people', 'psa', 'putPerson'] as const;

/** Two systems on one event log, and a subscriber that copies every change to the other one without a thought. */
export class Sync {
  private constructor(
    private readonly test: TestDatabase,
    readonly people: System,
    readonly planner: System,
    readonly process: DataSource,
  ) {}

  static async open(matrix: string[]): Promise<Sync> {
    const test = await createTestDatabase();
    const file = join(mkdtempSync(join(tmpdir(), 'ownership-')), 'estate.yaml');
    writeFileSync(file, estateText(matrix));
    const view = new EstateView(loadEstate(file, {}));
    const people = await systemOf(new Product('people'), test.url, view);
    const planner = await systemOf(new Product('planner'), test.url, view);
    const process = await openDatabase({ url: test.url, schema: 'process_test', migrations: processMigrations });
    return new Sync(test, people, planner, process);
  }

  /** Reads both products, tells everybody, and lets the copying go on, this many times. */
  async rounds(count: number): Promise<void> {
    for (let round = 0; round < count; round += 1) {
      for (const { product, vendor, database } of [this.people, this.planner]) {
        await pollOnce(product.feed, vendor, new ChangeRepository(database), new AbortController().signal);
        await relayOnce(database);
      }
      await deliverOnce(this.process, logger, this.copying());
      await deliverOnce(this.process, logger, refusedChanges(new ExceptionRepository(this.process, 'process-test')));
    }
  }

  private copying(): Subscription {
    return {
      name: 'copying',
      types: [events.workerChanged, events.assignmentChanged],
      handle: async ({ id, source, type, subject }) => {
        const reference = subject.replace(/^.*-/, '');
        const state = { ...(source.endsWith('people') ? this.people : this.planner).product.records.get(reference) };
        if (type === events.assignmentChanged.type) await this.put(assigned, reference, state, id);
        else if (source.endsWith('people')) await this.put(staffable, reference, state, id);
        else await this.put(known, reference, state, id);
        return 'applied';
      },
    };
  }

  /** A write to one of the systems, as a process app asks for it. */
  put(
    [system, domain, operation]: readonly [System['product']['name'], 'psa' | 'scheduling', string],
    reference: string,
    state: object,
    key: string,
  ): Promise<unknown> {
    return this[system].instances.write(
      system,
      domain as 'psa',
      operation as 'putPerson',
      { reference, state } as never,
      key,
    );
  }

  /** Work that began with the last event a system told. */
  async begunBy<T>(system: 'people' | 'planner', work: () => Promise<T>): Promise<T> {
    const [last] = await this.log(`where source = '/instances/${system}' order by position desc limit 1`);
    return withContext({ correlationId: last!.correlationId, actor: null }, work);
  }

  log(which: string): Promise<{ type: string; correlationId: string; data: Record<string, unknown> }[]> {
    return rows(this.process, `select type, correlation_id as "correlationId", data from events.log ${which}`);
  }

  exceptions(): Promise<{ code: string; message: string; remedy: string }[]> {
    return rows(this.process, `select code, message, remedy from exception where state = 'open' order by message`);
  }

  async close(): Promise<void> {
    for (const database of [this.people.database, this.planner.database, this.process]) await database.destroy();
    await this.test.drop();
  }
}

async function systemOf(product: Product, url: string, estate: EstateView): Promise<System> {
  const migrations = [
    CreateEvents1700000000000,
    AddDeliveries1700000000032,
    ...effectMigrations,
    CreateChanges1700000000002,
  ];
  const database = await openDatabase({ url, schema: `system_${product.name}`, migrations });
  const config = estate.instance(product.name);
  const line = { bulkhead: new Bulkhead(product.name, 4) };
  const vendor = { instance: product.name, config, estate, line, forEffect: () => vendor } as unknown as Vendor;
  const ledger = new EffectLedger(new EffectRepository(database));
  const guard = new WriteGuard(new OwnershipRepository(database));
  const instances = new Instances(product.connector(), new Map([[product.name, vendor]]), ledger, guard);
  return { product, database, vendor, instances };
}

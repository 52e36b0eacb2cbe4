import type { psa } from '#contracts';
import { addDays, today } from '#kernel';
import { kantata as simulator } from '../../apps/sandbox/src/simulators/kantata/kantata.simulator.js';
import { roleRate } from '../../apps/sandbox/src/simulators/kantata/rate-card-rules.js';
import { insert } from '../../apps/sandbox/src/simulators/kantata/rows.js';
import { app } from '../../apps/system-kantata/src/app.js';
import * as examples from '../conformance/examples.js';
import { newKey, SystemApp } from './system-app.fixture.js';

jest.setTimeout(120_000);

type Row = { id: string } & Record<string, unknown>;

const path = '/v1/psa/kantata/projects';
const now = today(new Date(), 'UTC');
const [tomorrow, inMay, inJune] = [addDays(now, 1), '2027-05-01', '2027-06-01'];

let system: SystemApp;
let client: string;
let roles: Map<unknown, string>;

const kept = (resource: string): Row[] => system.product.world.store.list<Row>(resource);

/** The account prices a consultant at 150.00 unless a project has rates of its own. */
beforeAll(async () => {
  system = await SystemApp.open(app, simulator, { alone: true });
  roles = new Map(kept('roles').map(({ id, name }) => [name, id]));
  const card = kept('rate_cards').find(({ currency }) => currency === 'USD')!;
  const version = kept('rate_card_versions').find(({ rate_card_id: of }) => of === card.id)!;
  const rate = { rate_card_version_id: version.id, role_id: roles.get('Consultant'), rate: 15_000 };
  insert(system.product.world, 'rate_card_roles', rate);
  client = String((await system.put('/v1/psa/kantata/clients/C-R', { name: 'A client' })).body.id);
});
afterAll(() => system.close());

const project = async (code: string): Promise<string> =>
  String((await system.put(`${path}/${code}`, examples.workspace(code, client))).body.id);

const rate = (roleName: string, amount: string, currency = 'USD'): psa.ProjectRate => ({
  roleName,
  hourlyRate: { amount, currency },
});

const state = (code: string, effectiveFrom: string, ...rates: psa.ProjectRate[]) =>
  system.put(`${path}/${code}/rates`, { effectiveFrom, rates });

/** What an hour costs in Kantata, in cents, on each of the days. */
function priced(workspace: string, roleName: string, ...days: string[]): (number | undefined)[] {
  const { world } = system.product;
  const { rate_card_id: card } = world.store.get<Row>('workspaces', workspace)!;
  return days.map((day) => roleRate(world, card, roles.get(roleName), day));
}

const setsOf = (code: string): Row[] => kept('rate_card_sets').filter(({ title }) => String(title).endsWith(code));

const versionsOf = (code: string): Row[] =>
  kept('rate_card_set_versions').filter(({ rate_card_set_id: set }) => set === setsOf(code)[0]!.id);

describe('rates of a project in Kantata', () => {
  it('hold from their day on, and until then what held before', async () => {
    const id = await project('RATE-1');
    expect((await state('RATE-1', inMay, rate('Consultant', '190.00'))).status).toBe(200);
    expect(priced(id, 'Consultant', now, '2027-04-30', inMay)).toEqual([15_000, 15_000, 19_000]);
  });

  it('are as they were when they are said again', async () => {
    const before = versionsOf('RATE-1').length;
    expect((await state('RATE-1', inMay, rate('Consultant', '190.00'))).status).toBe(200);
    expect([setsOf('RATE-1').length, versionsOf('RATE-1').length]).toEqual([1, before]);
  });

  it('may be corrected before their day, and changed again from a later one', async () => {
    const { id } = kept('workspaces').find(({ title }) => title === 'RATE-1')!;
    expect((await state('RATE-1', inMay, rate('Consultant', '191.00'))).status).toBe(200);
    expect((await state('RATE-1', inJune, rate('Consultant', '200.00'))).status).toBe(200);
    expect(priced(id, 'Consultant', '2027-04-30', inMay, '2027-05-31', inJune)).toEqual([
      15_000, 19_100, 19_100, 20_000,
    ]);
  });

  it('of one role leave later rates of another alone, and hold on beyond them', async () => {
    const { id } = kept('workspaces').find(({ title }) => title === 'RATE-1')!;
    expect((await state('RATE-1', '2027-03-01', rate('Quality Analyst', '99.50'))).status).toBe(200);
    expect(priced(id, 'Quality Analyst', '2027-03-01', inMay, inJune)).toEqual([9_950, 9_950, 9_950]);
    expect(priced(id, 'Consultant', '2027-03-01', inMay, inJune)).toEqual([15_000, 19_100, 20_000]);
  });

  it('of a day that is over hold from today, and others of today from tomorrow: Kantata takes none for what has begun', async () => {
    const id = await project('RATE-2');
    expect((await state('RATE-2', '2026-01-01', rate('Consultant', '180.00'))).status).toBe(200);
    expect(priced(id, 'Consultant', now)).toEqual([18_000]);
    expect((await state('RATE-2', now, rate('Consultant', '185.00'))).status).toBe(200);
    expect((await state('RATE-2', now, rate('Consultant', '186.00'))).status).toBe(200);
    expect(priced(id, 'Consultant', now, tomorrow)).toEqual([18_000, 18_600]);
  });

  it.each(['rate_card_sets', 'publish', 'rate_card_table_rows', 'workspaces'])(
    'are there once where the reply of %s is lost',
    async (part) => {
      const code = `LOST-${part.length}`;
      const id = await project(code);
      const key = newKey();
      const body = { effectiveFrom: inMay, rates: [rate('Consultant', '190.00')] };
      const method = part === 'rate_card_sets' ? 'POST' : 'PUT';
      system.fault({ kind: 'commit-then-reset', method, path: part });
      expect((await system.put(`${path}/${code}/rates`, body, key)).status).toBe(504);
      await system.later();
      expect((await system.put(`${path}/${code}/rates`, body, key)).status).toBe(200);
      expect(priced(id, 'Consultant', now, inMay)).toEqual([15_000, 19_000]);
      expect([setsOf(code).length, versionsOf(code).length]).toEqual([1, 2]);
    },
  );

  it('that Kantata cannot hold are refused all at once, and nothing is made', async () => {
    await project('RATE-3');
    const refused = await state('RATE-3', inMay, rate('Consultant', '190.00', 'EUR'), rate('Principal', '190.005'));
    expect([refused.status, refused.body.errors.length]).toEqual([422, 2]);
    const unknown = await state('RATE-3', inMay, rate('Astrologer', '1.00'), rate('Alchemist', '1.00'));
    expect([unknown.status, unknown.body.code, unknown.body.errors.length]).toEqual([422, 'unknown-role', 2]);
    expect(setsOf('RATE-3')).toEqual([]);
  });

  it('of a project that is not there are refused', async () => {
    const { status, body } = await state('NOPE-9', inMay, rate('Consultant', '1.00'));
    expect([status, body.code]).toEqual([404, 'unknown-project']);
  });
});

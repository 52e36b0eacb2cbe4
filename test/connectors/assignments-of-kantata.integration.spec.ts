import type { Response } from 'supertest';
import { events, type scheduling } from '#contracts';
import { Failure } from '#kernel';
import type { Systems } from '#platform';
import { StaffingBench } from '../../apps/process-staffing/src/assignments/assignments.fixture.js';
import { kantata as simulator } from '../../apps/sandbox/src/simulators/kantata/kantata.simulator.js';
import { create } from '../../apps/sandbox/src/simulators/kantata/records.js';
import { app } from '../../apps/system-kantata/src/app.js';
import * as examples from '../conformance/examples.js';
import { newKey, SystemApp, until } from './system-app.fixture.js';

jest.setTimeout(120_000);

/** 7 December 2026 is a Monday. */
const [monday, friday] = ['2026-12-07', '2026-12-11'];
const [psa, scheduler] = ['/v1/psa/kantata', '/v1/scheduling/kantata'];
const ada = examples.person('Ada');
const where = { projectRef: 'P-1', email: ada.email };

type Row = Record<string, unknown>;
interface Told {
  position: number;
  type: string;
  subject: string;
  data: { assignment: scheduling.Assignment };
}

const known = new Map(Object.values(events).map((event) => [event.type, event]));

let system: SystemApp;
let bench: StaffingBench;
let heard = 0;

beforeAll(async () => {
  [system, bench] = await Promise.all([
    SystemApp.open(app, simulator, { alone: true, pollEvery: '1s' }),
    StaffingBench.open(),
  ]);
  await bench.begin();
  bench.firm.systems = systems();
  const { id } = answer<{ id: string }>(await system.put(`${psa}/clients/C-1`, { name: 'A client' }));
  answer(await system.put(`${psa}/projects/P-1`, examples.workspace('A project', id)));
  answer(await system.send('post', `${psa}/projects/P-1/time-capture`, undefined, { 'idempotency-key': newKey() }));
  answer(await system.put(`${scheduler}/resources/1021`, examples.resource('Ada')));
});
afterAll(() => Promise.all([system.close(), bench.close()]));

/** Tells the staffing app what Kantata's app has published since the last time; answers what that was. */
async function hear(): Promise<Told[]> {
  const news = await system.rows<Told>(
    `select position::float8 as position, type, subject, data from events.log
      where subject like 'assignment/%' and position > $1 order by position`,
    [heard],
  );
  for (const { type, subject, data } of news) await bench.tell(known.get(type)!, subject, data);
  heard = news.at(-1)?.position ?? heard;
  await bench.work();
  return news;
}

const step = ({ type }: Told): string => type.split('.').at(-2)!;

const hearAny = (): Promise<Told[]> => until(hear, (news) => news.length > 0);

/** Lets the feed look everything over twice more, from its first request to the last. */
async function polls(): Promise<void> {
  const asked = (): number => system.callsTo('overlaps_with_date_range').length;
  const before = asked();
  await until(
    () => Promise.resolve(asked()),
    (count) => count > before + 2,
  );
}

const kept = (resource: string): Row[] => system.product.world.store.list<Row>(resource);

/** Minutes of the tasks somebody still owns. */
const owned = (): unknown[] =>
  kept('assignments')
    .filter(({ current }) => current === true)
    .map(({ estimated_minutes: minutes }) => minutes);

describe('an assignment made in Kantata, in an estate where Kantata schedules and is the PSA', () => {
  it('is carried through when it is booked: the task has an owner, the ERP its labour, the forecast its weeks', async () => {
    answer(await system.put(`${scheduler}/demands/P-1%2FCONS`, examples.demand('P-1')));
    const booking = { startDate: monday, endDate: friday, minutes: 2400, hourlyRate: '120.00' };
    system.act('staff', { ...where, ...booking, roleName: 'Consultant' });
    const news = await hearAny();
    expect(news.map(step)).toEqual(['confirmed']);
    expect(news[0]!.data.assignment).toEqual({
      id: news[0]!.subject.split('/')[1],
      workerNumber: '1021',
      roleName: 'Consultant',
      minutes: 2400,
      project: 'P-1',
      startDate: monday,
      endDate: friday,
      status: 'confirmed',
    });
    expect(owned()).toEqual([2400]);
    expect([...bench.firm.labour.values()]).toMatchObject([{ project: 'P-1', minutes: 2400 }]);
    expect(await bench.planned()).toEqual([`${monday} 2400`]);
  });

  it('adds no booking of ours, and what we wrote comes back as no change', async () => {
    await polls();
    expect(await hear()).toEqual([]);
    expect(kept('workspace_allocations')).toHaveLength(1);
    expect(await bench.standing()).toEqual([expect.stringMatching(/\/1 completed$/)]);
  });

  it('is changed when the booking is, also within one second of the vendor’s stamps', async () => {
    const { world } = system.product;
    const right = world.now;
    const stamp = new Date();
    world.now = () => stamp;
    for (const minutes of [1800, 1200]) {
      system.act('changeBooking', { ...where, fields: { minutes } });
      const told = await hearAny();
      expect(told.map((one) => [step(one), one.data.assignment.minutes])).toEqual([['changed', minutes]]);
    }
    world.now = right;
    expect(owned()).toEqual([1200]);
    expect([...bench.firm.labour.values()]).toMatchObject([{ minutes: 1200 }]);
    expect(await bench.planned()).toEqual([`${monday} 1200`]);
  });

  it('is heard once where the app dies after the booking was taken off, though Kantata tells of no deletion', async () => {
    await system.stopApp();
    system.act('removeBooking', where);
    await system.startApp();
    expect((await hearAny()).map(step)).toEqual(['cancelled']);
    expect(owned()).toEqual([]);
    expect([...bench.firm.labour.values()]).toMatchObject([{ minutes: 0 }]);
    expect(await bench.planned()).toEqual([]);
    await polls();
    expect(await hear()).toEqual([]);
    expect(await bench.openExceptions()).toEqual([]);
  });
});

describe('a booking of ours in Kantata, which tells of an assignment elsewhere', () => {
  const state = { ...examples.assignment('P-1', '1021'), startDate: monday, endDate: friday, minutes: 600 };
  const put = async (changes: object = {}): Promise<{ id: string }> =>
    answer(await system.put(`${psa}/assignments/float%2F9`, { ...state, ...changes }));
  const booked = (): unknown[] => kept('workspace_allocations').map(({ minutes }) => minutes);

  it('is no assignment of Kantata: nothing is told of it, and its minutes are not read back', async () => {
    const { id } = await put();
    expect(booked()).toEqual([600]);
    const read = answer<scheduling.Assignment>(await system.get(`${scheduler}/assignments/${id}`));
    expect([read.minutes, read.startDate]).toEqual([0, null]);
    await polls();
    expect(await hear()).toEqual([]);
  });

  it('gives way where people have booked the same place meanwhile, so that no time counts twice', async () => {
    const { id } = await put();
    const booking = { start_date: monday, end_date: friday, minutes: 900, hard: true };
    create(system.product.world, 'workspace_allocations', { resource_id: id, ...booking });
    await put({ minutes: 700 });
    expect(booked()).toEqual([900]);
    await put({ minutes: 0 });
    expect(booked()).toEqual([900]);
  });
});

/** The apps as workflows call them; HR and ERP are the bench's own. */
function systems(): Systems {
  const { getWorker, listLeave, listHolidays, putLabour } = bench.firm;
  const clients = {
    getWorker,
    listLeave,
    listHolidays,
    putLabour,
    getAssignment: async ({ id }: { id: string }) => answer(await system.get(`${scheduler}/assignments/${id}`)),
    listAssignmentsOf: async ({ reference, from, to }: { reference: string; from: string; to: string }) =>
      answer(await system.get(`${scheduler}/resources/${reference}/assignments?from=${from}&to=${to}`)),
    putAssignment: async ({ reference, key, body }: { reference: string; key: string; body: object }) =>
      answer(await system.put(`${psa}/assignments/${encodeURIComponent(reference)}`, body, key)),
  };
  return { named: () => clients, for: () => clients } as unknown as Systems;
}

function answer<T>({ status, body }: Response): T {
  if (status === 200) return body as T;
  const { kind, detail, code } = body as { kind: Failure['kind']; detail: string; code?: string };
  throw new Failure(kind, detail, { ...(code && { code }) });
}

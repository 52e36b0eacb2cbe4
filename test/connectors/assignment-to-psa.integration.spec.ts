import type { Response } from 'supertest';
import type { scheduling } from '#contracts';
import { Failure } from '#kernel';
import type { Systems } from '#platform';
import { StaffingBench } from '../../apps/process-staffing/src/assignments/assignments.fixture.js';
import { certinia as certiniaSimulator } from '../../apps/sandbox/src/simulators/certinia/certinia.simulator.js';
import { float as floatSimulator } from '../../apps/sandbox/src/simulators/float/float.simulator.js';
import { app as certiniaApp } from '../../apps/system-certinia/src/app.js';
import { app as floatApp } from '../../apps/system-float/src/app.js';
import * as examples from '../conformance/examples.js';
import { newKey, SystemApp } from './system-app.fixture.js';

jest.setTimeout(120_000);

let planning: SystemApp;
let delivery: SystemApp;
let bench: StaffingBench;

const [float, certinia] = ['/v1/scheduling/float', '/v1/psa/certinia'];
const [monday, friday] = ['2026-12-07', '2026-12-11'];
const ada = examples.person('Ada');

type Row = Record<string, unknown>;

beforeAll(async () => {
  [planning, delivery, bench] = await Promise.all([
    SystemApp.open(floatApp, floatSimulator, { limits: { perMinute: 100_000 } }),
    SystemApp.open(certiniaApp, certiniaSimulator),
    StaffingBench.open(),
  ]);
  planning.act('setAllowance', { times: 1_000 });
  await bench.begin();
  bench.firm.systems = systems();
  answer(await planning.put(`${float}/resources/1021`, examples.resource('Ada')));
  answer(await planning.put(`${float}/demands/P-1%2FCONS`, examples.demand('P-1')));
  const client = answer<{ id: string }>(await delivery.put(`${certinia}/clients/C-1`, { name: 'A client' }));
  answer(await delivery.put(`${certinia}/projects/P-1`, examples.workspace('A project', client.id)));
  const opening = { 'idempotency-key': newKey() };
  answer(await delivery.send('post', `${certinia}/projects/P-1/time-capture`, undefined, opening));
  answer(await delivery.put(`${certinia}/people/1021`, ada));
});
afterAll(() => Promise.all([planning.close(), delivery.close(), bench.close()]));

/** What planners promised on the project, as the scheduler's app tells it. */
async function reported(): Promise<scheduling.Assignment> {
  const { items } = answer<scheduling.AssignmentList>(await planning.get(`${float}/projects/P-1/assignments`));
  return items.find(({ workerNumber }) => workerNumber === '1021')!;
}

async function carry(now: scheduling.Assignment): Promise<void> {
  await bench.tellOf(now);
  await bench.work();
  expect((await bench.standing()).at(-1)).toMatch(/ completed$/);
}

/** Status of our assignment in Certinia, and hours of its Monday. */
function kept(): Row[] {
  const { store } = delivery.product.world;
  return store
    .list<Row>('pse__Assignment__c')
    .filter((row) => String(row.pse__API_Assignment_Correlation_Id__c ?? '').startsWith('float/'))
    .map((row) => ({
      status: row.pse__Status__c,
      rate: row.pse__Bill_Rate__c,
      monday: store.get<Row>('pse__Schedule__c', String(row.pse__Schedule__c))!.pse__Monday_Hours__c,
    }));
}

describe('an assignment in Float, in an estate with Certinia and an ERP that keeps no planned labour', () => {
  let promised: scheduling.Assignment;

  it('becomes an assignment in Certinia at the rate agreed, and the run says what the ERP cannot', async () => {
    const place = { projectRef: 'P-1', roleName: 'Consultant', email: ada.email, hourlyRate: '120.00' };
    planning.act('staff', { ...place, startDate: monday, endDate: friday, minutes: 2400 });
    promised = await reported();
    await carry(promised);
    expect(kept()).toEqual([{ status: 'Scheduled', rate: 120, monday: 8 }]);
    expect(await bench.planned()).toEqual([`${monday} 2400`]);
  });

  it('is changed in place', async () => {
    planning.act('changeAssignment', { id: promised.id.split('-')[0], minutes: 1200 });
    await carry(await reported());
    expect(kept()).toEqual([{ status: 'Scheduled', rate: 120, monday: 4 }]);
    expect(await bench.planned()).toEqual([`${monday} 1200`]);
  });

  it('is closed in Certinia when it is deleted in Float, and stays there', async () => {
    planning.act('cancelAssignment', { id: promised.id.split('-')[0] });
    await carry({ ...promised, status: 'cancelled' });
    expect(kept()).toMatchObject([{ status: 'Closed' }]);
    expect(await bench.planned()).toEqual([]);
  });
});

/** The apps as workflows call them; the HR system is the bench's own. */
function systems(): Systems {
  const { firm } = bench;
  const query = ({ from, to }: { from: string; to: string }): string => `from=${from}&to=${to}`;
  const clients = {
    getWorker: firm.getWorker,
    listLeave: firm.listLeave,
    listHolidays: firm.listHolidays,
    getAssignment: async ({ id }: { id: string }) => answer(await planning.get(`${float}/assignments/${id}`)),
    listAssignmentsOf: async ({ reference, ...span }: { reference: string; from: string; to: string }) =>
      answer(await planning.get(`${float}/resources/${reference}/assignments?${query(span)}`)),
    putAssignment: async ({ reference, key, body }: { reference: string; key: string; body: object }) =>
      answer(await delivery.put(`${certinia}/assignments/${encodeURIComponent(reference)}`, body, key)),
    putLabour: () => Promise.reject(new Failure('unsupported', 'is kept in financial planning')),
  };
  return { named: () => clients, for: () => clients } as unknown as Systems;
}

function answer<T>({ status, body }: Response): T {
  if (status === 200) return body as T;
  const { kind, detail, code } = body as { kind: Failure['kind']; detail: string; code?: string };
  throw new Failure(kind, detail, { ...(code && { code }) });
}

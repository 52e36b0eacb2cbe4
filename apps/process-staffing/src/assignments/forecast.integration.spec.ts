import { Failure } from '#kernel';
import { AssignmentCheckService } from './assignment-check.service.js';
import { StaffingBench } from './assignments.fixture.js';
import { estate, project, worker } from './firm.fixture.js';
import { ForecastService } from './forecast.service.js';

let bench: StaffingBench;
beforeAll(async () => {
  bench = await StaffingBench.open();
});
afterAll(() => bench.close());
beforeEach(() => bench.begin());

const forecast = (groupBy: 'worker' | 'practice' | 'region') =>
  new ForecastService(bench.database, bench.people).utilisation({
    from: '2026-10-05',
    to: '2026-10-16',
    groupBy,
  });

const question = {
  workerNumber: '1021',
  project: 'P-1',
  role: 'CONS',
  startDate: '2026-10-05',
  endDate: '2026-10-16',
  minutes: 2400,
};
const check = (changes: Partial<typeof question> & { assignment?: string } = {}) =>
  new AssignmentCheckService(bench.people, bench.facts, estate).check({ ...question, ...changes });

describe('the forecast of utilisation', () => {
  it('holds what was carried against what can be worked, and falls when an assignment is taken back', async () => {
    bench.firm.workers.set('W2', worker({ id: 'W2', number: '1022', costCentre: 'DE-STR', country: 'DE' }));
    await bench.tellOfWorker('W2');
    bench.firm.holidays = [{ date: '2026-10-12', name: 'A holiday', location: 'Chicago' }];
    await bench.assign();
    await bench.work();
    // 2,400 minutes over nine working days: five in the first week.
    expect((await forecast('region')).items).toEqual([
      { group: 'Americas', week: '2026-10-05', plannedMinutes: 1333, capacityMinutes: 2400, utilisation: 5554 },
      { group: 'EMEA', week: '2026-10-05', plannedMinutes: 0, capacityMinutes: 2400, utilisation: 0 },
      { group: 'Americas', week: '2026-10-12', plannedMinutes: 1067, capacityMinutes: 1920, utilisation: 5557 },
      { group: 'EMEA', week: '2026-10-12', plannedMinutes: 0, capacityMinutes: 1920, utilisation: 0 },
    ]);
    expect((await forecast('practice')).items[0]).toMatchObject({ group: 'Strategy', capacityMinutes: 4800 });
    await bench.assign({ status: 'cancelled' });
    await bench.work();
    expect((await forecast('worker')).items.map(({ plannedMinutes }) => plannedMinutes)).toEqual([0, 0, 0, 0]);
  });

  it('keeps the newest version of a worker, and leaves out who has gone', async () => {
    const stale = worker({ id: 'W1', weeklyMinutes: 1200, modifiedAt: '2025-01-01T00:00:00Z' });
    bench.firm.workers.set('W1', stale);
    await bench.tellOfWorker('W1');
    expect((await forecast('worker')).items[0]!.capacityMinutes).toBe(2400);
    bench.firm.workers.set('W1', worker({ terminationDate: '2026-09-30', status: 'inactive' }));
    await bench.tellOfWorker('W1');
    expect((await forecast('worker')).items).toEqual([]);
  });
});

describe('the directory of workers', () => {
  it('refuses a number that is another worker’s (K2)', async () => {
    bench.firm.workers.set('W3', worker({ id: 'W3' }));
    await bench.tellOfWorker('W3');
    expect(await bench.openExceptions()).toMatchObject([{ code: 'duplicate-worker', owner: 'hr-operations' }]);
    expect((await bench.workers.find('1021'))!.id).toBe('W1');
  });

  it('keeps somebody once, whatever number they are given', async () => {
    bench.firm.workers.set('W1', worker({ number: '1099' }));
    await bench.tellOfWorker('W1');
    expect(await bench.workers.find('1021')).toBeNull();
    expect((await bench.workers.find('1099'))!.id).toBe('W1');
  });
});

describe('the check of an assignment (F6)', () => {
  it('asks the HR system for the leave of this worker only', async () => {
    const { listLeave } = bench.firm;
    const asked: (string | undefined)[] = [];
    bench.firm.listLeave = (query) => {
      asked.push(query.worker);
      return listLeave(query);
    };
    await check();
    expect(asked).toEqual(['W1']);
  });

  it('knows of nobody away where the HR system keeps neither leave nor holidays', async () => {
    const cannot = () => Promise.reject(new Failure('unsupported', 'keeps no such thing'));
    Object.assign(bench.firm, { listLeave: cannot, listHolidays: cannot });
    expect((await check()).valid).toBe(true);
  });

  it('answers what it sells where nothing speaks against it, and changes nothing', async () => {
    expect(await check()).toEqual({ valid: true, findings: [], value: { amount: '4800.00', currency: 'USD' } });
    expect(await bench.standing()).toEqual([]);
    expect(bench.firm.writes).toBe(0);
  });

  it('answers everything that speaks against it', async () => {
    bench.firm.projects.set('P-2', { ...project, code: 'P-2', status: 'mobilising' });
    const { valid, findings } = await check({ project: 'P-2', role: 'ARCH', minutes: 4920 });
    expect(valid).toBe(false);
    expect(findings.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'project-not-staffable project',
      'role-constraint roleName',
      'assignment-conflict week 2026-10-05',
      'assignment-conflict week 2026-10-12',
    ]);
  });

  it('counts the other assignments, but for the one it would replace', async () => {
    await bench.assign({ minutes: 4800 });
    expect((await check()).findings.map(({ code }) => code)).toEqual(['assignment-conflict', 'assignment-conflict']);
    expect((await check({ assignment: 'A1' })).valid).toBe(true);
  });

  it('answers for somebody and something nobody knows', async () => {
    const { findings, value } = await check({ workerNumber: '9', project: 'P-9' });
    expect(findings.map(({ code }) => code)).toEqual(['unknown-project', 'unknown-worker']);
    expect(value).toBeNull();
  });

  it('asks what was carried where the scheduler cannot list somebody’s work', async () => {
    await bench.assign({ minutes: 4800 });
    await bench.work();
    bench.firm.lists = false;
    expect((await check()).findings.map(({ code }) => code)).toEqual(['assignment-conflict', 'assignment-conflict']);
    expect((await check({ assignment: 'A1' })).valid).toBe(true);
  });
});

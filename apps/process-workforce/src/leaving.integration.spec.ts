import { events } from '#contracts';
import { addDays, Failure } from '#kernel';
import { LifeBench } from './life.bench.fixture.js';
import type { Person } from './person.repository.js';

jest.setTimeout(60_000);

let bench: LifeBench;
let number = 6000;

beforeAll(async () => {
  bench = await LifeBench.open();
});
afterAll(() => bench.close());
beforeEach(async () => {
  bench.clear();
  number += 1;
  await bench.database.query('truncate person, run, step, wait, exception cascade');
});

const id = (): string => String(number);
const email = (): string => `worker${number}@meridian.example`;
const person = async (): Promise<Person> => (await bench.people.byNumber(id()))!;
const codes = async (): Promise<string[]> => (await bench.openExceptions()).map(({ code }) => code);
const day = (days: number): string => addDays(new Date().toISOString().slice(0, 10), days);

async function onboarded(changes: object = {}): Promise<void> {
  await bench.report(id(), { number: id(), workEmail: email(), ...changes }, events.workerHired);
  expect(await bench.standing('worker-onboarding')).toEqual([]);
  expect((await person()).standing).toBe('active');
  bench.firm.told = [];
}

const hasLeft = ['resource ended', 'person off', 'account off', 'employee off'];

describe('off-boarding (E11)', () => {
  it('waits for the day after the last one, then ends staffing, time, access and employment in this order', async () => {
    await onboarded();
    await bench.report(id(), { terminationDate: day(20) });
    expect(bench.firm.told).toEqual([]);
    expect((await person()).standing).toBe('leaving');
    expect((await bench.people.pending(await person())).map(({ workflow }) => workflow).sort()).toEqual([
      'worker-hand-over',
      'worker-off-boarding',
    ]);
    await bench.dayComes();
    expect(bench.firm.story()).toEqual(hasLeft);
    expect(await person()).toMatchObject({ standing: 'left', lastDay: day(20) });
    expect((await bench.published(events.workerOffBoarded)).at(-1)).toMatchObject({ workerNumber: id() });
  });

  it('acts at once where the last day is past when it is told', async () => {
    await onboarded();
    await bench.report(id(), { status: 'inactive', terminationDate: day(-3) });
    expect(bench.firm.story()).toEqual(hasLeft);
  });

  it('is done once though an answer is lost, and a repeat changes nothing', async () => {
    await onboarded();
    bench.firm.lost.add('account');
    await bench.report(id(), { status: 'inactive', terminationDate: day(-3) });
    await bench.tryAgain();
    await bench.report(id());
    expect(bench.firm.story()).toEqual(hasLeft);
  });

  it('says what is left behind, and holds nothing up for it', async () => {
    await onboarded();
    bench.firm.assignments = [anAssignment()];
    await bench.report(id(), { status: 'inactive', terminationDate: day(-1) });
    expect(bench.firm.story()).toEqual(hasLeft);
    const [open] = await bench.openExceptions();
    expect(open).toMatchObject({ code: 'leaver-loose-ends', owner: 'pmo' });
    expect(open!.message).toContain('P-1 plans 10.00 h until 2027-12-31');
    expect(open!.message).toContain('is to be recorded and approved');
  });

  it('ends access though the scheduler refuses or cannot, and has a person end what is left', async () => {
    await onboarded();
    bench.firm.refusals.set('resource ended', new Failure('unsupported', 'its API ends nobody'));
    bench.firm.refusals.set('person', new Failure('rejected', 'has open timecards'));
    await bench.report(id(), { status: 'inactive', terminationDate: day(-1) });
    expect(bench.firm.story()).toEqual(['account off', 'employee off']);
    expect(await codes()).toEqual(['ended-by-hand', 'leaver-loose-ends']);
    await bench.resolve('ended-by-hand', { scheduling: true });
    expect(await codes()).toContain('ended-by-hand');
    await bench.resolve('ended-by-hand', { scheduling: true, psa: true });
    expect(await codes()).toEqual(['leaver-loose-ends']);
  });

  it('ends access though the scheduler is away, and staffing when it is back', async () => {
    await onboarded();
    bench.firm.refusals.set('resource ended', new Failure('unavailable', 'float is away'));
    await bench.report(id(), { status: 'inactive', terminationDate: day(-1) });
    expect(bench.firm.story()).toEqual(['person off', 'account off', 'employee off']);
    bench.firm.refusals.clear();
    await bench.tryAgain();
    expect(bench.firm.story()).toContain('resource ended');
  });

  it('goes by the newest last day', async () => {
    await onboarded();
    await bench.report(id(), { terminationDate: day(20) });
    await bench.report(id(), { terminationDate: day(40) });
    expect(await bench.standing('worker-off-boarding')).toHaveLength(1);
    await bench.dayComes();
    expect(bench.firm.story()).toEqual(hasLeft);
    expect((await person()).lastDay).toBe(day(40));
  });
});

describe('an end that is taken back', () => {
  it('before the day ends nothing, and settles what was left behind', async () => {
    await onboarded();
    await bench.report(id(), { terminationDate: day(20) });
    expect(await codes()).toEqual(['leaver-loose-ends']);
    await bench.report(id(), { terminationDate: null });
    await bench.dayComes();
    expect(bench.firm.told).toEqual([]);
    expect(await person()).toMatchObject({ standing: 'active', lastDay: null });
    expect(await codes()).toEqual([]);
  });

  it('after the day gives the same account back, and only when a second person agrees', async () => {
    await onboarded();
    await bench.report(id(), { status: 'inactive', terminationDate: day(-3) });
    await bench.report(id(), { status: 'active', terminationDate: null });
    expect(bench.firm.story()).toEqual(hasLeft);
    expect((await bench.standing('worker-change'))[0]).toContain('access again: approval by integration-operations');
    await bench.decide('approve', 'integration-operations');
    expect(bench.firm.story().slice(4)).toEqual(['account', 'employee', 'resource', 'person']);
    expect(new Set(bench.firm.told.map(({ reference }) => reference))).toEqual(new Set([id()]));
    expect((await person()).standing).toBe('active');
  });

  it('is no matter of agreement where somebody is hired again: they are the same person', async () => {
    await onboarded();
    await bench.report(id(), { status: 'inactive', terminationDate: day(-30) });
    await bench.report(id(), { status: 'active', hireDate: day(-1) }, events.workerHired);
    expect(bench.firm.story().slice(4)).toEqual(['account', 'employee', 'resource', 'person']);
    expect(new Set(bench.firm.told.map(({ reference }) => reference))).toEqual(new Set([id()]));
  });
});

describe('a contractor (E10)', () => {
  const contract = () => ({
    employmentType: 'contractor' as const,
    supplier: 'Nimbus Staffing',
    hireDate: '2026-11-02',
    terminationDate: '2027-11-01',
  });

  it('has no employee record, and a commitment of the whole contract', async () => {
    await bench.report(id(), { number: id(), workEmail: email(), ...contract() }, events.workerHired);
    expect(bench.firm.story()).toEqual(['account', 'resource', 'person', 'commitment']);
    // 2 November 2026, a Monday, to 1 November 2027, a Monday: 52 weeks and a day are 2,088 h at 80.00.
    expect(bench.firm.told.at(-1)!.body).toMatchObject({
      supplier: 'Nimbus Staffing',
      endDate: '2027-11-01',
      amount: { amount: '167040.00', currency: 'USD' },
    });
  });

  it('that is extended is committed to until the new end, and stays', async () => {
    await bench.report(id(), { number: id(), workEmail: email(), ...contract() }, events.workerHired);
    bench.firm.told = [];
    await bench.report(id(), { terminationDate: '2027-11-05' });
    // Four days more: 32 h at 80.00.
    expect(bench.firm.told).toMatchObject([
      { what: 'commitment', body: { endDate: '2027-11-05', amount: { amount: '169600.00' } } },
    ]);
    expect(await bench.standing('worker-off-boarding')).toHaveLength(1);
  });

  it('whose extension the ERP cannot take is money at risk with finance, until it is entered by hand (K18)', async () => {
    bench.firm.refusals.set('commitment', new Failure('unsupported', 'purchase orders are not built yet'));
    await bench.report(id(), { number: id(), workEmail: email(), ...contract() }, events.workerHired);
    const open = (await bench.openExceptions()).filter(({ code }) => code === 'commitment-missing');
    expect(open).toMatchObject([{ owner: 'finance-operations', money: '167040.00' }]);
    await bench.resolve('commitment-missing', { enteredAs: 'PO-4711' });
    expect(await codes()).not.toContain('commitment-missing');
  });
});

const anAssignment = () => ({
  id: 'A-1',
  workerNumber: id(),
  roleName: 'Consultant',
  minutes: 600,
  project: 'P-1',
  startDate: '2026-11-01',
  endDate: '2027-12-31',
  status: 'confirmed' as const,
});

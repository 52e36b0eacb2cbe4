import { events } from '#contracts';
import { addDays, Failure, newId } from '#kernel';
import { EstateView, loadEstate, Policies } from '#platform';
import { eventOf, publish } from '#events';
import { LifeBench } from '../life.bench.fixture.js';
import { lendWorker } from './lend-worker.workflow.js';
import type { Loan } from './loan.js';
import { LoansService } from './loans.service.js';

jest.setTimeout(60_000);

/** MER-US is on BambooHR, Kantata and NetSuite, MER-DE on Workday, Certinia, Float and S/4HANA; identity is one for both. */
const mixed = new EstateView({
  ...loadEstate('examples/meridian-consulting/estate.mixed.yaml', {}),
  policies: new Policies(),
});
const rafael = { subject: 'u-1', name: 'Rafael', roles: ['hr-operations'] };

let bench: LifeBench;
let loans: LoansService;
let number = 7000;

beforeAll(async () => {
  bench = await LifeBench.open(mixed);
  const { people, service: runs } = bench;
  loans = new LoansService({ people, loans: bench.loans, estate: mixed, runs });
});
afterAll(() => bench.close());
beforeEach(async () => {
  bench.clear();
  number += 1;
  await bench.database.query('truncate person, worker_loan, run, step, wait, exception cascade');
  const hired = {
    number: id(),
    workEmail: `worker${id()}@meridian.example`,
    legalEntity: 'MER-DE',
    costCentre: 'DE-TEC',
  };
  await bench.report(id(), { ...hired, grade: 'Consultant' }, events.workerHired);
  bench.firm.told = [];
});

const id = (): string => String(number);
const asked = { legalEntity: 'MER-US', costCentre: 'US-TEC', reason: 'Contoso needs a second consultant' };
const day = (days: number): string => addDays(new Date().toISOString().slice(0, 10), days);
const lent = (): Promise<Loan[]> => bench.loans.of(id());
const codes = async (): Promise<string[]> => (await bench.openExceptions()).map(({ code }) => code);

async function lend(changes: object = {}): Promise<void> {
  await loans.lend(id(), { ...asked, ...changes }, rafael);
  await bench.settle();
}

async function takeBack(): Promise<void> {
  await loans.takeBack(id(), 'MER-US', 'the project is over', rafael);
  await bench.settle();
}

describe('a loan (E25)', () => {
  it('makes the worker known to ERP and scheduler of the other legal entity, under its cost centre', async () => {
    await lend();
    // Kantata is scheduler and PSA of MER-US: whom the one knows, the other does.
    expect(bench.firm.storyOf('MER-US')).toEqual(['employee', 'resource']);
    expect(bench.firm.told[0]!.body).toMatchObject({ legalEntity: 'MER-US', costCentre: 'US-TEC', active: true });
    expect(bench.firm.storyOf('MER-DE')).toEqual([]);
    const [{ places }] = (await lent()) as [Loan];
    expect(places).toMatchObject({
      erp: { instance: 'netsuite', id: `employee-${id()}`, active: true },
      scheduling: { instance: 'kantata', id: `resource-${id()}`, active: true },
      psa: { instance: 'kantata', id: null },
    });
    expect(await bench.standing('worker-loan')).toEqual([expect.stringContaining('waiting')]);
  });

  it('is seen by people operations, with whom the worker is at home', async () => {
    await lend({ until: day(20) });
    expect((await loans.list()).items).toMatchObject([
      { workerNumber: id(), name: 'Ines Halloran', employing: 'MER-DE', legalEntity: 'MER-US', until: day(20) },
    ]);
  });

  it('tells each system once though an answer is lost', async () => {
    bench.firm.lost.add('employee');
    await lend();
    await bench.tryAgain();
    expect(bench.firm.storyOf('MER-US')).toEqual(['employee', 'resource']);
  });

  it('ends the worker there, and nowhere else, when they are taken back', async () => {
    await lend();
    bench.firm.told = [];
    await takeBack();
    expect(bench.firm.story()).toEqual(['resource ended', 'person off', 'employee off']);
    expect(bench.firm.storyOf('MER-DE')).toEqual([]);
    expect(await lent()).toEqual([]);
    expect(await bench.standing('worker-loan')).toEqual([]);
  });

  it('ends by itself as the day after its last one begins', async () => {
    await lend({ until: day(20) });
    bench.firm.told = [];
    await bench.dayComes();
    expect(bench.firm.story()).toEqual(['resource ended', 'person off', 'employee off']);
    expect(bench.firm.told[0]!.body).toEqual({ lastDay: day(20) });
    expect(await lent()).toEqual([]);
  });

  it('ends when the worker leaves the firm', async () => {
    await lend();
    bench.firm.told = [];
    await bench.report(id(), { status: 'inactive', terminationDate: day(-1) });
    const everything = ['resource ended', 'person off', 'account off', 'employee off'];
    expect(bench.firm.storyOf('MER-DE')).toEqual(everything);
    expect(bench.firm.storyOf('MER-US')).toEqual(everything.filter((one) => one !== 'account off'));
    expect(await lent()).toEqual([]);
  });

  it('has what the platform cannot end done by a person', async () => {
    await lend();
    bench.firm.refusals.set('resource ended', new Failure('unsupported', 'its API ends nobody'));
    bench.firm.refusals.set('person', new Failure('rejected', 'has open timecards'));
    await takeBack();
    expect(await codes()).toEqual(['ended-by-hand']);
    await bench.resolve('ended-by-hand', { scheduling: true, psa: true });
    expect(await bench.standing('worker-loan')).toEqual([]);
  });
});

describe('a change of a worker who is lent', () => {
  it('reaches both legal entities, each under its own cost centre', async () => {
    await lend();
    bench.firm.told = [];
    await bench.report(id(), { lastName: 'Halloran-Weiss', costCentre: 'DE-DAT' });
    const of = (at: string) => bench.firm.told.find((one) => one.at === at && one.what === 'employee')!.body;
    expect(of('MER-DE')).toMatchObject({ lastName: 'Halloran-Weiss', costCentre: 'DE-DAT' });
    expect(of('MER-US')).toMatchObject({ lastName: 'Halloran-Weiss', costCentre: 'US-TEC', legalEntity: 'MER-US' });
  });

  it('while the loan is taken up is the last thing told', async () => {
    bench.firm.refusals.set('resource', new Failure('unavailable', 'kantata is away'));
    await lend();
    await bench.publishChange(id());
    bench.firm.edit(id(), { lastName: 'Halloran-Weiss' });
    bench.firm.refusals.clear();
    await bench.settle();
    await bench.tryAgain();
    const last = bench.firm.told.findLast(({ at, what }) => at === 'MER-US' && what === 'resource')!;
    expect(last.body).toMatchObject({ name: 'Ines Halloran-Weiss' });
    expect(await lent()).toMatchObject([{ places: { scheduling: { active: true } } }]);
  });

  it('that is slower than the end of the loan leaves nobody active there', async () => {
    await lend();
    bench.firm.refusals.set('resource at MER-US', new Failure('unavailable', 'kantata is away'));
    await bench.report(id(), { lastName: 'Halloran-Weiss' });
    await takeBack();
    expect(await lent()).toEqual([]);
    bench.firm.told = [];
    bench.firm.refusals.clear();
    await bench.tryAgain();
    const there = bench.firm.storyOf('MER-US');
    expect(there).toEqual(['resource', 'resource ended', 'employee off']);
  });

  it('to the legal entity they are lent to leaves them there when the loan ends', async () => {
    await lend();
    await bench.report(id(), { legalEntity: 'MER-US', costCentre: 'US-STR' });
    await bench.decide('approve', 'finance-operations');
    expect((await bench.people.byNumber(id()))!.carried.legalEntity).toBe('MER-US');
    bench.firm.told = [];
    await takeBack();
    expect(bench.firm.told).toEqual([]);
    expect(await lent()).toEqual([]);
  });
});

describe('a loan is refused', () => {
  it.each([
    [{ legalEntity: 'MER-FR' }, '"MER-FR" is not a legal entity of this estate'],
    [{ legalEntity: 'MER-DE' }, 'MER-DE has the platforms of MER-DE, which know the worker'],
    [{ until: '2026-01-31' }, '2026-01-31 is over'],
  ])('%j', async (changes, message) => {
    await expect(lend(changes)).rejects.toMatchObject({ kind: 'rejected', detail: { fields: [{ message }] } });
    expect(await lent()).toEqual([]);
  });

  it('of somebody nobody knows, who left, or who is lent there already', async () => {
    await expect(loans.lend('9999', asked, rafael)).rejects.toMatchObject({ kind: 'not-found' });
    await lend();
    await expect(lend()).rejects.toMatchObject({ kind: 'conflict', detail: { code: 'lent-already' } });
    await bench.report(id(), { status: 'inactive', terminationDate: day(-1) });
    await expect(lend()).rejects.toMatchObject({ kind: 'conflict', detail: { code: 'not-active' } });
  });

  it('under a cost centre that the ERP does not have, until it has it', async () => {
    bench.firm.refusals.set('cost centre US-TEC', new Failure('not-found', 'no such cost centre'));
    await lend();
    expect(await codes()).toEqual(['missing-cost-centre']);
    expect(bench.firm.told).toEqual([]);
    bench.firm.refusals.clear();
    await bench.resolve('missing-cost-centre');
    expect(bench.firm.storyOf('MER-US')).toEqual(['employee', 'resource']);
  });

  it('under such a cost centre, until somebody names another one', async () => {
    bench.firm.refusals.set('cost centre US-TEC', new Failure('not-found', 'no such cost centre'));
    await lend();
    await bench.resolve('missing-cost-centre', { costCentre: 'US-OPS' });
    expect(bench.firm.told[0]).toMatchObject({ at: 'MER-US', what: 'employee', body: { costCentre: 'US-OPS' } });
    expect(await lent()).toMatchObject([{ costCentre: 'US-OPS' }]);
  });

  it('and a return of somebody who is not lent', async () => {
    await expect(takeBack()).rejects.toMatchObject({ kind: 'not-found', detail: { code: 'no-loan' } });
  });
});

it('a run that finds the worker gone says so', async () => {
  const input = { loan: newId(), workerNumber: '9998', legalEntity: 'MER-US', costCentre: 'US-TEC', until: null };
  await bench.database.transaction((manager) => bench.service.begin(manager, lendWorker, input));
  await bench.settle();
  expect(await codes()).toEqual(['not-active']);
});

it('the end of another loan ends nothing', async () => {
  await lend();
  bench.firm.told = [];
  const data = { loan: newId(), workerNumber: id(), legalEntity: 'MER-US', lastDay: day(0) };
  const of = { type: events.workerLoanOver, source: '/apps/test', subject: `worker/${id()}`, key: data.loan };
  await bench.database.transaction((manager) => publish(manager, [eventOf({ ...of, correlationId: 'c', data })]));
  await bench.settle();
  expect(bench.firm.told).toEqual([]);
});

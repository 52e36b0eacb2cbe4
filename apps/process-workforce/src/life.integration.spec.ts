import { events } from '#contracts';
import { addDays, Failure } from '#kernel';
import { rows } from '#platform';
import { LifeBench } from './life.bench.fixture.js';
import type { Person } from './person.repository.js';

jest.setTimeout(60_000);

let bench: LifeBench;
let number = 5000;

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

describe('onboarding (E1)', () => {
  it('tells every system once, however often the hire is reported', async () => {
    await bench.report(id(), { number: id(), workEmail: email() }, events.workerHired);
    await bench.report(id());
    expect(bench.firm.story()).toEqual(['account', 'employee', 'resource', 'person']);
    expect((await person()).places.psa).toMatchObject({ id: `person-${id()}`, active: true });
  });

  it('notes what a platform says it cannot do, and goes on', async () => {
    bench.firm.refusals.set('person', new Failure('unsupported', 'is not built yet'));
    await onboarded();
    expect((await person()).places.psa).toEqual({
      instance: 'kantata',
      id: null,
      active: false,
      note: 'is not built yet',
    });
    expect(await codes()).toEqual([]);
  });

  it('prepares somebody ahead of the first day, and lets them in on it', async () => {
    const hireDate = day(3);
    await bench.report(id(), { number: id(), workEmail: email(), hireDate }, events.workerHired);
    expect(bench.firm.story()).toEqual(['account off', 'employee', 'resource', 'person']);
    expect((await bench.standing('worker-onboarding'))[0]).toContain(`begins on ${hireDate} and is let in on`);
    bench.firm.edit(id(), { hireDate: day(-1) });
    await bench.tryAgain();
    expect(bench.firm.story().slice(4)).toEqual(['account']);
    expect((await person()).standing).toBe('active');
  });

  it('waits for somebody hired long ahead, and hears of a first day that is moved', async () => {
    await bench.report(id(), { number: id(), workEmail: email(), hireDate: day(60) }, events.workerHired);
    expect(bench.firm.told).toEqual([]);
    await bench.report(id(), { hireDate: day(-1) });
    expect(bench.firm.story()).toEqual(['account', 'employee', 'resource', 'person']);
  });

  it('stops at a second record of the same person (K2), and goes on when HR has merged them', async () => {
    await onboarded();
    await bench.report('900', { number: id(), workEmail: email() }, events.workerHired);
    expect(await codes()).toEqual(['duplicate-worker']);
    expect(bench.firm.told).toEqual([]);
    await bench.report('900', { number: '900', workEmail: 'other@meridian.example' });
    expect(await codes()).toEqual([]);
    expect(bench.firm.story()).toEqual(['account', 'employee', 'resource', 'person']);
  });

  it('carries through what changed while it was under way', async () => {
    bench.firm.lost.add('resource');
    await bench.report(id(), { number: id(), workEmail: email() }, events.workerHired);
    await bench.report(id(), { jobTitle: 'Lead' });
    await bench.tryAgain();
    expect(await bench.standing('worker-onboarding')).toEqual([]);
    expect((await person()).carried.jobTitle).toBe('Lead');
    expect(bench.firm.told.at(-1)).toMatchObject({ what: 'account', body: { jobTitle: 'Lead' } });
  });

  it('keeps what a person corrected when something else changes', async () => {
    await bench.report(id(), { number: id(), workEmail: email(), grade: 'Grade 7' }, events.workerHired);
    await bench.resolve('unmapped-grade', { grade: 'Consultant' });
    await bench.report(id(), { costCentre: 'US-TEC' });
    expect((await person()).carried).toMatchObject({ grade: 'Consultant', costCentre: 'US-TEC' });
    expect(await codes()).toEqual([]);
  });
});

describe('a change (E12)', () => {
  it('goes to the systems that hold it, once, and a repeat changes nothing', async () => {
    await onboarded();
    await bench.report(id(), { grade: 'Senior Consultant' });
    await bench.report(id());
    expect(bench.firm.story()).toEqual(['resource', 'person']);
    expect(bench.firm.told[0]!.body).toMatchObject({ grade: 'Senior Consultant', roleName: 'Senior Consultant' });
  });

  it('is done once though the answer is lost in the middle', async () => {
    await onboarded();
    bench.firm.lost.add('employee');
    await bench.report(id(), { costCentre: 'US-TEC' });
    expect(await bench.standing('worker-change')).toEqual([expect.stringContaining('the answer was lost')]);
    await bench.tryAgain();
    expect(bench.firm.story()).toEqual(['account', 'employee', 'resource', 'person']);
    expect(await bench.standing('worker-change')).toEqual([]);
  });

  it('that HR makes while another is under way follows it, and the newest is the last one told', async () => {
    await onboarded();
    bench.firm.lost.add('account');
    await bench.report(id(), { costCentre: 'US-TEC' });
    await bench.report(id(), { costCentre: 'DE-STR' });
    await bench.tryAgain();
    expect(bench.firm.told.at(-1)).toMatchObject({ what: 'person', body: { costCentre: 'DE-STR' } });
    expect((await person()).carried.costCentre).toBe('DE-STR');
  });

  it('that is refused stops with the words of the system, and goes on when it is mended', async () => {
    await onboarded();
    bench.firm.refusals.set('employee', new Failure('rejected', 'the department is inactive'));
    await bench.report(id(), { costCentre: 'US-TEC' });
    expect(await bench.openExceptions()).toMatchObject([{ message: 'the department is inactive' }]);
    bench.firm.refusals.clear();
    await bench.report(id());
    expect(bench.firm.story()).toEqual(['account', 'employee', 'resource', 'person']);
  });

  it('that is dated ahead waits for its day', async () => {
    await onboarded();
    await bench.report(id(), { grade: 'Manager', effectiveFrom: day(30) });
    expect((await bench.standing('worker-change'))[0]).toContain('day the change counts from');
    expect(bench.firm.told).toEqual([]);
    await bench.dayComes();
    expect(bench.firm.story()).toEqual(['resource', 'person']);
  });

  it('of the manager is told, and what may wait for the former one is somebody’s to see to (K24)', async () => {
    await onboarded();
    bench.firm.assignments = [anAssignment()];
    await bench.report(id(), { managerId: '101' });
    expect(bench.firm.told).toEqual([]);
    expect(await bench.openExceptions()).toMatchObject([{ code: 'former-manager', owner: 'pmo' }]);
    await bench.resolve('former-manager', { settled: true });
    expect(await codes()).toEqual([]);
    expect((await bench.published(events.workerManagerChanged)).at(-1)).toMatchObject({ workerNumber: id() });
  });

  it('of a number stops: in every system that would be somebody else', async () => {
    await onboarded();
    await bench.report(id(), { number: '1' });
    expect(await codes()).toEqual(['duplicate-worker']);
    await bench.report(id(), { number: id() });
    expect(await codes()).toEqual([]);
  });
});

describe('a change under policy (F20)', () => {
  it('waits for finance with its impact said, and is then carried through', async () => {
    await onboarded();
    bench.firm.assignments = [anAssignment()];
    await bench.report(id(), { legalEntity: 'MER-DE' });
    expect((await bench.standing('worker-change'))[0]).toMatch(
      /change of legal entity: approval by finance-operations: 1 assignments affected; margin unknown .*; compliance: works in US, employed by MER-DE in DE/,
    );
    expect(bench.firm.told).toEqual([]);
    await bench.decide('approve', 'finance-operations');
    expect(bench.firm.story()).toEqual(['account', 'employee', 'resource', 'person']);
    expect((await person()).carried.legalEntity).toBe('MER-DE');
  });

  it('is not carried through where finance says no, and HR taking it back settles it', async () => {
    await onboarded();
    await bench.report(id(), { legalEntity: 'MER-DE' });
    await bench.decide('reject', 'finance-operations');
    expect(await codes()).toEqual(['approval-rejected']);
    await bench.report(id(), { legalEntity: 'MER-US' });
    await bench.tryAgain();
    expect(bench.firm.told).toEqual([]);
    expect(await codes()).toEqual([]);
    expect(await bench.standing('worker-change')).toEqual([]);
  });

  it('is looked at again where HR changed its mind while finance thought', async () => {
    await onboarded();
    await bench.report(id(), { legalEntity: 'MER-DE' });
    await bench.report(id(), { legalEntity: 'MER-US' });
    expect(bench.firm.told).toEqual([]);
    expect(await bench.standing('worker-change')).toEqual([]);
  });

  it('delays no last day: that is noted at once, and the change is asked about anew', async () => {
    await onboarded();
    await bench.report(id(), { legalEntity: 'MER-DE' });
    await bench.report(id(), { terminationDate: day(-1), status: 'inactive' });
    expect(bench.firm.story()).toEqual(hasLeft);
    expect((await person()).standing).toBe('left');
    await bench.tryAgain();
    expect(bench.firm.story()).toEqual(hasLeft);
  });
});

it('somebody whose change is taken back by a person can change again', async () => {
  await onboarded();
  bench.firm.refusals.set('employee', new Failure('rejected', 'no'));
  await bench.report(id(), { costCentre: 'US-TEC' });
  const [open] = await rows<{ id: string }>(bench.database, `select id from exception where state = 'open'`);
  await bench.service.resolve(open!.id, { action: 'cancel', reason: 'a mistake' }, 'Dana');
  await bench.settle();
  bench.firm.refusals.clear();
  await bench.report(id(), { costCentre: 'DE-STR' });
  expect((await person()).carried.costCentre).toBe('DE-STR');
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

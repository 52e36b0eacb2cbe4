import { events } from '#contracts';
import { CapacityBench } from './capacity.fixture.js';
import { worker } from './firm.fixture.js';

let bench: CapacityBench;

beforeAll(async () => {
  bench = await CapacityBench.open();
});
beforeEach(() => bench.clear());
afterAll(() => bench.close());

describe('holidays that were adjusted', () => {
  const adjusted = async (): Promise<void> => {
    const data = { instance: 'bamboohr', from: '2026-11-26', to: '2026-11-26' };
    await bench.deliver(events.holidaysAdjusted, 'holidays/2026', data);
    await bench.work();
  };

  beforeEach(() => {
    bench.people.workers = [worker('7'), worker('8', { location: 'Hamburg', country: 'DE', legalEntity: 'MER-DE' })];
    bench.people.holidays = [{ date: '2026-11-26', name: 'Thanksgiving', location: 'Boston' }];
  });

  it('take the day of everybody at their place', async () => {
    await adjusted();
    expect(bench.absence('107')).toEqual(['2026-11-26 480']);
    expect(bench.absence('108')).toBeUndefined();
    expect(
      (await bench.told()).map(({ workerNumber, awayMinutes }) => `${workerNumber} ${awayMinutes}`).sort(),
    ).toEqual(['107 480', '108 0']);
  });

  it('reach those the HR system told of, where it lists nobody', async () => {
    bench.people.listsWorkers = false;
    await bench.tellOfWorker('7');
    await adjusted();
    expect(bench.absence('107')).toEqual(['2026-11-26 480']);
  });

  it('give the day back when they are taken out', async () => {
    await adjusted();
    bench.people.holidays = [];
    await adjusted();
    expect(bench.absence('107')).toEqual([]);
  });

  it('are carried through for the others where one record is incomplete', async () => {
    bench.people.workers = [worker('6', { number: null, legalEntity: null }), worker('7')];
    await adjusted();
    expect(bench.absence('107')).toEqual(['2026-11-26 480']);
    expect(await bench.raised()).toMatchObject([
      { code: 'missing-attribute', class: 'K12', message: 'worker 6 has no number, legalEntity' },
    ]);
  });

  it('refuse a number that two workers have (K2)', async () => {
    bench.people.workers = [worker('7'), worker('8', { number: '107' })];
    await adjusted();
    expect(await bench.raised()).toMatchObject([{ code: 'duplicate-worker', class: 'K2' }]);
  });
});

import { existsSync } from 'node:fs';
import { events } from '#contracts';
import { daysAgo, Told, usd } from '../experience.fixture.js';
import { FreshnessRepository } from '../readmodels/freshness.repository.js';
import { DetectorRepository, patienceMs } from './detector.repository.js';
import { DetectorsService } from './detectors.service.js';
import { disconnects } from './disconnects.fixture.js';
import { detectors } from './registry.js';

let told: Told;
let service: DetectorsService;

beforeAll(async () => {
  told = await Told.open();
  service = new DetectorsService(new DetectorRepository(told.database, 60_000), new FreshnessRepository(told.database));
});

beforeEach(() => told.clear());
afterAll(() => told.close());

const lit = async (): Promise<string[]> =>
  (await service.list()).items
    .filter((one) => one.lit)
    .map(({ id }) => id)
    .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));

const matrix = disconnects(() => told);

describe('the detectors', () => {
  it('are nineteen, each with its row and a runbook there is', () => {
    expect(detectors.map(({ id }) => id)).toEqual(Array.from({ length: 19 }, (_, index) => `Q${index + 1}`));
    expect(detectors.filter(({ runbook }) => !existsSync(`docs/runbooks/${runbook}.md`))).toEqual([]);
    expect([...new Set(matrix.flatMap(([lights]) => lights))]).toHaveLength(19);
  });

  it('are dark where nothing is apart', async () => {
    expect(await lit()).toEqual([]);
    await told.won('OPP-1');
    await told.project('Created', 'OPP-1');
    await told.project('Activated', 'OPP-1');
    await told.project('StaffingReady', 'OPP-1');
    await told.time('1');
    await told.line('1');
    expect(await lit()).toEqual([]);
  });

  it.each(matrix.map(([lights, disconnect]) => ({ ...disconnect, lights, named: lights.join(', ') })))(
    '$named light while $how, and no others',
    async ({ inject, heal, lights }) => {
      await inject();
      expect(await lit()).toEqual(lights);
      await heal();
      expect(await lit()).toEqual([]);
    },
  );

  it('bear with what is merely under way', async () => {
    await told.won('OPP-1', {}, daysAgo(0));
    await told.that(events.workerHired, 'worker/100', { instance: 'bamboohr', id: '100' }, daysAgo(0));
    expect(await lit()).toEqual([]);
  });

  it('say what is apart, since when and for how much', async () => {
    await told.won('OPP-1', {}, daysAgo(3));
    const { detector, items } = await service.findings('Q9');
    expect(detector).toMatchObject({ lit: true, findings: 1, moneyAtRisk: [usd('10000.00')], owner: 'pmo' });
    expect(items).toMatchObject([{ record: 'OPP-1', project: 'P-OPP-1', moneyAtRisk: usd('10000.00') }]);
    await expect(service.findings('Q20')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('refuse a patience that is no duration', () => {
    expect(() => patienceMs({ DETECTOR_PATIENCE: 'soon' })).toThrow(/DETECTOR_PATIENCE: "soon" is not a duration/);
    expect(patienceMs({})).toBe(900_000);
  });
});

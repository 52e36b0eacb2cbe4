import { Episode } from './episode.js';
import { missingFaults, report, simulate } from './run.js';

describe('a simulation', () => {
  it('is told again, to the millisecond, by its seed', async () => {
    const tell = async (): Promise<string[]> => {
      const episode = new Episode(49, 'count', {}, true);
      await episode.run();
      return episode.world.timeline;
    };
    const first = await tell();
    expect(first.length).toBeGreaterThan(20);
    expect(await tell()).toEqual(first);
  });

  it('whose faults did not happen says which', async () => {
    const findings = await simulate({ strategy: 'upsert', episodes: 20, firstSeed: 1 });
    expect(missingFaults(findings)).toContain('partial batch');
    expect(missingFaults(findings)).not.toContain('lost reply');
  });

  it('bounds what it did not find by 3/n', () => {
    expect(report({ episodes: 3_000, happened: new Map(), violation: null }, 'key')).toContain('fewer than 1.0e-3');
  });

  it('shows seed, invariant and timeline of what it found', async () => {
    const findings = await simulate({
      strategy: 'reference',
      episodes: 100,
      firstSeed: 1,
      defect: { write: (sound) => ({ ...sound, safety: { strategy: 'upsert' } }) },
    });
    const text = report(findings, 'reference');
    expect(text).toMatch(/broke "no duplicate" .* seed \d+/);
    expect(text).toMatch(/vendor: record 2 for only committed/);
  });
});

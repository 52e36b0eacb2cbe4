import { readdirSync, readFileSync } from 'node:fs';
import { connectors } from '../../tools/contracts/connectors.js';

/** Lines for each domain a connector serves, without its tests. More of them is a sign of something that is not the vendor's. */
const most = 400;

/** What those before that rule have come down to. They may go on shrinking, and the number with them. */
const reached: Record<string, number> = {
  s4hana: 1_180,
  dynamics365: 735,
  workday: 720,
  float: 650,
  certinia: 645,
  kantata: 600,
  netsuite: 525,
  bamboohr: 420,
};

const slack = 20;

const files = (platform: string): string[] => {
  const folder = `apps/system-${platform}/src`;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(name))
    .map((name) => `${folder}/${name}`);
};

const linesIn = (file: string): number => readFileSync(file, 'utf8').split('\n').length - 1;

const sizes = connectors.map(({ platform, domains }) => ({
  platform,
  size: Math.ceil(files(platform).reduce((sum, file) => sum + linesIn(file), 0) / Object.keys(domains).length),
}));

describe('a connector says what is particular to its vendor', () => {
  it.each(sizes)('in few lines: $platform in $size for each domain', ({ platform, size }) =>
    expect(size).toBeLessThanOrEqual(reached[platform] ?? most),
  );

  it.each(connectors.flatMap(({ platform }) => files(platform)))('a thought a file: %s', (file) =>
    expect(linesIn(file)).toBeLessThanOrEqual(200),
  );

  it('and what got shorter is held to it', () => {
    const loose = sizes.filter(({ platform, size }) => size + slack < (reached[platform] ?? 0));
    expect(loose).toEqual([]);
  });

  it('and only those are excused that need it', () => {
    const excused = Object.keys(reached).filter((platform) => reached[platform]! <= most);
    expect(excused).toEqual([]);
  });
});

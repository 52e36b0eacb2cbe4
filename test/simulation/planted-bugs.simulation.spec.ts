import { plantedBugs } from './defects.js';
import { report, simulate } from './run.js';

/** Each bug is looked for in as many episodes as it takes, but no more than this. */
const episodes = 5_000;

describe('a planted bug is caught', () => {
  it.each(plantedBugs)('$name', async ({ name, strategy, caughtBy, defect }) => {
    const findings = await simulate({ strategy, episodes, firstSeed: 1, defect });
    const { violation } = findings;
    process.stdout.write(`${report(findings, name).split('\n')[0]}; found after ${findings.episodes} episodes\n`);
    expect(caughtBy).toContain(violation?.invariant);
  });
});

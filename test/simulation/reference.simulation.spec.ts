import { missingFaults, report, simulate } from './run.js';
it('x', async () => {
  for (const s of ['reference', 'upsert', 'absolute', 'transition', 'key', 'job', 'batch', 'count'] as const) {
    const t = Date.now();
    const findings = await simulate({ strategies: [s], episodes: Number(process.env.EPISODES ?? 500), firstSeed: 1 });
    process.stdout.write(
      report(findings, s) + '\n' + (Date.now() - t) + ' ms missing ' + missingFaults(findings).join() + '\n',
    );
  }
}, 300000);

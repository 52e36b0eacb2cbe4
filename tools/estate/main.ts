import 'reflect-metadata';
import { rm } from 'node:fs/promises';
import { explain } from '#platform';
import { removeEmbeddedPostgres, runningPostgres } from '../postgres/embedded-postgres.js';
import { claimDatabase } from './claim.js';
import { type RunningEstate, startEstate, type Tell } from './estate.js';
import { LivingFirm } from './living/living-firm.js';
import { runMainJob } from './main-job.js';
import { type StartOptions, startOptions } from './options.js';
import { report, verify } from './report.js';
import { type EstateSettings, estateSettings } from './settings.js';

const tell: Tell = (line) => void process.stdout.write(`${line}\n`);
const stopAsked = new Promise<void>((resolve) => {
  // A group signal may come twice, once through npm: the second must not end the drain.
  process.on('SIGINT', () => resolve());
  process.on('SIGTERM', () => resolve());
});

await main().catch((error: unknown) => {
  process.stderr.write(`\n${explain(error)}\n`);
  process.exitCode = 1;
});
process.exit();

async function main(): Promise<void> {
  const options = startOptions(process.argv.slice(2));
  const settings = estateSettings(process.env);
  if (options.reset) await forget(settings);
  const estate = await startEstate(settings, tell);
  try {
    const firm = goesOn(options)
      ? await LivingFirm.open({ ...options, controlUrl: estate.sandbox.controlUrl, tell })
      : null;
    if (!options.quiet) await Promise.race([doMainJob(estate), stopAsked]);
    if (!options.once) {
      tellAddresses(settings, estate);
      if (firm) await goOn(firm, options);
      await stopAsked;
    }
  } finally {
    tell('stopping: finishing what is under way');
    await estate.close();
  }
}

function goesOn({ once, quiet, speed }: StartOptions): boolean {
  return !once && !quiet && speed > 0;
}

/** The firm works until somebody asks to stop. */
async function goOn(firm: LivingFirm, { speed }: StartOptions): Promise<void> {
  const stopping = new AbortController();
  void stopAsked.then(() => stopping.abort());
  tell(`\nthe firm goes on, ${speed} things a minute; --speed 0 lets it rest`);
  await firm.goOn(stopping.signal);
}

async function doMainJob(estate: RunningEstate): Promise<void> {
  const result = await runMainJob(estate, tell);
  report(result).forEach(tell);
  const problems = verify(result);
  problems.forEach((problem) => tell(`WRONG: ${problem}`));
  if (problems.length > 0) process.exitCode = 1;
  else tell('\nhours and money billed equal the approved billable time of the mobilised projects, to the cent');
}

async function forget(settings: EstateSettings): Promise<void> {
  tell('forgetting the estate of before');
  const running = settings.env.DATABASE_URL ? null : await runningPostgres(`${settings.home}/postgres`);
  if (running) await (await claimDatabase(running))();
  await removeEmbeddedPostgres(`${settings.home}/postgres`);
  await rm(settings.secretsDir, { recursive: true, force: true });
}

function tellAddresses({ portalUrl }: EstateSettings, { sandbox, issuer }: RunningEstate): void {
  tell(`
what to look at next
  ${portalUrl}/            the portal: sign in as anybody
  ${portalUrl}/docs        the experience API
  npm run line -- OPP-101          a deal across every system
  npm run exceptions -- list       what waits for a person, and how to settle it
  ${sandbox.controlUrl}/ledger  every write the vendors saw
  issuer ${issuer.url}, vendor products ${Object.values(sandbox.origins).join(' ')}
Ctrl-C stops everything; the next start goes on from here`);
}

import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explain } from '#platform';
import { isExact } from '../bench/closing/closing-ledger.js';
import { removeEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { rehearsalOptions } from './options.js';
import { report } from './report.js';
import { rehearse } from './twin.js';

/** `npm run rehearse -- --quarter-close …`; see docs/runbooks/rehearse-the-close.md. */
const began = Date.now();
const tell = (line: string): void =>
  void process.stdout.write(`${String(Math.round((Date.now() - began) / 1_000)).padStart(4)} s  ${line}\n`);

try {
  const options = rehearsalOptions(process.argv.slice(2));
  const home = mkdtempSync(join(tmpdir(), 'throughline-rehearsal-'));
  const forget = async (): Promise<void> => {
    await removeEmbeddedPostgres(join(home, 'postgres'));
    rmSync(home, { recursive: true, force: true });
  };
  // What is under way finds its ground gone.
  const interrupted = (): void => {
    process.on('unhandledRejection', () => undefined).on('uncaughtException', () => undefined);
    void forget().finally(() => process.exit(130));
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const rehearsal = await rehearse(options, home, Number(process.env.BASE_PORT ?? 14_900), tell);
    for (const line of report(options, rehearsal)) process.stdout.write(`${line}\n`);
    process.exitCode = isExact(rehearsal.reckoning) ? 0 : 1;
  } finally {
    await forget();
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
process.exit();

import { readFileSync } from 'node:fs';
import type { NewChaosReport } from '#contracts';
import { derivedId, Failure } from '#kernel';
import { command, connect, print } from './connect.js';

/** Puts what a chaos run came to on record, where the portal shows it. */
await command(async () => {
  const [file] = process.argv.slice(2);
  if (!file) throw new Failure('rejected', 'say which file: npm run chaos:report -- <file>');
  const text = readFileSync(file, 'utf8');
  const body = parsed(file, text);
  const { id, verdict } = await connect().operations.reportChaosRun({ key: derivedId('chaos report', text), body });
  print(`on record as ${verdict}: #/chaos/${id} in the portal`);
});

function parsed(file: string, text: string): NewChaosReport {
  try {
    return JSON.parse(text) as NewChaosReport;
  } catch (error) {
    throw new Failure('rejected', `${file} is no report: ${(error as Error).message}`, {
      remedy: 'give the file that npm run chaos -- --report wrote',
    });
  }
}

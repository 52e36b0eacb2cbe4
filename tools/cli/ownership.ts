import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { Failure } from '#kernel';
import { EstateView, loadEstate, loadProposal, Ownership } from '#platform';
import { appEnvironment, estateSettings } from '../estate/settings.js';
import { explain, matrix } from '../ownership/explain.js';
import { MatrixReplay } from '../ownership/replay.js';
import { understood } from '../command-line.js';
import { command, connect, print } from './connect.js';

const usage = `npm run ownership -- explain <record>.<field, group or event> [--region DE | --legal-entity MER-DE]
npm run ownership -- matrix
npm run ownership -- replay --matrix proposed.yaml
reads estate.yaml itself (ESTATE_FILE); replay asks the running estate for the event log, and changes nothing`;

/** Shows who owns what, and what another matrix would change. */
await command(async () => {
  const { values, positionals } = parseArgs(
    understood(usage, {
      allowPositionals: true,
      options: { region: { type: 'string' }, 'legal-entity': { type: 'string' }, matrix: { type: 'string' } },
    }),
  );
  const [verb = 'help', target] = positionals;
  const { region, 'legal-entity': legalEntity, matrix: proposed } = values;
  if (verb === 'explain' && target)
    explain(target, estate(), { ...(region && { region }), ...(legalEntity && { legalEntity }) }).forEach(print);
  else if (verb === 'matrix') matrix(estate()).forEach(print);
  else if (verb === 'replay') await replay(proposed);
  else {
    print(usage);
    process.exitCode = verb === 'help' ? 0 : 2;
  }
});

function environment(): NodeJS.ProcessEnv & { ESTATE_FILE: string } {
  return appEnvironment(estateSettings(process.env), '', '') as NodeJS.ProcessEnv & { ESTATE_FILE: string };
}

function estate(): EstateView {
  const env = environment();
  return new EstateView(loadEstate(env.ESTATE_FILE, env));
}

async function replay(file: string | undefined): Promise<void> {
  if (!file) throw new Failure('rejected', 'say which matrix, e.g. --matrix proposed.yaml');
  const env = environment();
  const replaying = new MatrixReplay(new Ownership(loadProposal(file, env.ESTATE_FILE, env)));
  const { operations } = connect();
  let cursor: string | undefined;
  do {
    const page = await operations.listEvents({ limit: 200, ...(cursor && { cursor }) });
    for (const event of page.items) replaying.add(event);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  for (const { outcome, step, instance, count, reason, examples } of replaying.differences()) {
    print(`${String(count).padStart(6)}  would be ${outcome}: ${step} from ${instance}`);
    print(`        ${reason}`);
    for (const example of examples) print(`        e.g. ${example}`);
  }
  const changes = replaying.differences().reduce((sum, { count }) => sum + count, 0);
  print(`${replaying.judged} events of systems judged, ${changes} otherwise than they were`);
}

import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { CaseView, Resolution } from '#contracts';
import { Failure } from '#kernel';
import { command, connect, print } from './connect.js';

const usage = `npm run exceptions -- list [--settled]
npm run exceptions -- show <app>/<id>
npm run exceptions -- retry|skip|cancel <app>/<id> --reason "…"
npm run exceptions -- correct <app>/<id> --set field=value [--set …] --reason "…"
a value that is JSON is taken as such, e.g. --set 'hourlyRate={"amount":"180.00","currency":"USD"}'`;

/** Lists and settles what waits for a person. */
await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      settled: { type: 'boolean', default: false },
      set: { type: 'string', multiple: true },
      reason: { type: 'string' },
    },
  });
  const [verb = 'help', target] = positionals;
  const { operations } = connect();
  if (verb === 'list') {
    const { items, missing } = await operations.listCases({ state: values.settled ? 'settled' : 'open' });
    items.forEach(summary);
    missing.forEach(({ part, reason }) => print(`? ${part} could not be asked: ${reason}`));
    print(`${items.length} ${values.settled ? 'settled' : 'open'}`);
  } else if (verb === 'show') {
    detail(await operations.getCase(idOf(target)));
  } else if (['retry', 'skip', 'cancel', 'correct'].includes(verb)) {
    const action = verb as Resolution['action'];
    const changes = action === 'correct' ? { changes: changesOf(values.set ?? []) } : {};
    const body = { action, reason: values.reason ?? 'settled from the command line', ...changes };
    const settled = await operations.resolveCase({ ...idOf(target), key: randomUUID(), body });
    print(`${settled.code} ${settled.record}: ${settled.state} (${settled.resolution ?? ''})`);
  } else {
    print(usage);
    process.exitCode = verb === 'help' ? 0 : 2;
  }
});

function idOf(target: string | undefined): { app: string; id: string } {
  const [app, id] = target?.split('/') ?? [];
  if (!app || !id)
    throw new Failure('rejected', `"${target ?? ''}" is not <app>/<id>`, {
      remedy: 'copy it from: npm run exceptions -- list',
    });
  return { app, id };
}

function changesOf(settings: string[]): Record<string, unknown> {
  return Object.fromEntries(
    settings.map((setting) => {
      const at = setting.indexOf('=');
      if (at < 1) throw new Failure('rejected', `"${setting}" is not field=value`);
      return [setting.slice(0, at), valueOf(setting.slice(at + 1))];
    }),
  );
}

function valueOf(text: string): unknown {
  if (!/^[[{"]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('rejected', `"${text}" is not JSON`);
  }
}

function summary(one: CaseView): void {
  const risk = one.business.moneyAtRisk;
  print(
    `${one.app}/${one.id}  ${one.class.padEnd(4)} ${one.code.padEnd(24)} ${(risk ? `${risk.amount} ${risk.currency}` : '-').padStart(14)}  ${one.owner}`,
  );
  print(`    ${one.message}`);
}

function detail(one: CaseView): void {
  summary(one);
  print(`    ${one.state}${one.settledBy ? ` by ${one.settledBy}: ${one.resolution ?? ''}` : ''}`);
  for (const { field, message } of one.fields) print(`    - ${field}: ${message}`);
  if (one.remedy) print(`    → ${one.remedy}`);
  if (one.corrects)
    print(
      `    a correction is laid over the ${one.corrects}: npm run exceptions -- correct ${one.app}/${one.id} --set field=value`,
    );
}

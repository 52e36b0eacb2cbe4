import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import {
  type BulkSettlement,
  type BulkSummary,
  type CaseView,
  type ExceptionFilter,
  type Resolution,
  resolutionActions,
} from '#contracts';
import { Failure } from '#kernel';
import { understood } from '../command-line.js';
import { command, connect, print } from './connect.js';

const usage = `npm run exceptions -- list [--settled] [<filter> …]
npm run exceptions -- show <app>/<id>
npm run exceptions -- retry|skip|cancel <app>/<id> --reason "…"
npm run exceptions -- correct <app>/<id> --set field=value [--set …] --reason "…"
npm run exceptions -- assign <app>/<id> --to "…" [--due 2026-12-01T12:00:00Z] [--reason "…"]
npm run exceptions -- note <app>/<id> "…"
npm run exceptions -- bulk retry|skip|cancel|correct <filter> … --reason "…" [--set …] [--four-eyes] [--dry-run | --expected <selection>]
npm run exceptions -- bulk list
npm run exceptions -- bulk show <id>
npm run exceptions -- bulk confirm|refuse <id> --reason "…"
a filter is --code, --class, --system, --owner, --assignee, --project, --client, --entity or --at-least <money at risk>
a value that is JSON is taken as such, e.g. --set 'hourlyRate={"amount":"180.00","currency":"USD"}'`;

const { values, positionals } = parseArgs(
  understood(usage, {
    allowPositionals: true,
    options: {
      settled: { type: 'boolean', default: false },
      set: { type: 'string', multiple: true, default: [] },
      reason: { type: 'string' },
      to: { type: 'string' },
      due: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      expected: { type: 'string' },
      'four-eyes': { type: 'boolean', default: false },
      code: { type: 'string' },
      class: { type: 'string' },
      system: { type: 'string' },
      owner: { type: 'string' },
      assignee: { type: 'string' },
      project: { type: 'string' },
      client: { type: 'string' },
      entity: { type: 'string' },
      'at-least': { type: 'string' },
    },
  }),
);
const { operations } = connect();

/** Lists and settles what waits for a person. */
await command(async () => {
  const [verb = 'help', target, text] = positionals;
  if (verb === 'list') await list();
  else if (verb === 'show') detail(await operations.getCase(idOf(target)));
  else if (verb === 'assign') await assign(target);
  else if (verb === 'note') await noteOn(target, text);
  else if (verb === 'bulk') await bulk(target, text);
  else if (isAction(verb)) {
    const settled = await operations.resolveCase({ ...idOf(target), key: randomUUID(), body: resolutionOf(verb) });
    print(`${settled.code} ${settled.record}: ${settled.state} (${settled.resolution ?? ''})`);
  } else help(verb);
});

function help(verb: string | undefined): void {
  print(usage);
  process.exitCode = verb === 'help' ? 0 : 2;
}

async function list(): Promise<void> {
  const { items, missing } = await operations.listCases({
    ...filterOf(),
    state: values.settled ? 'settled' : 'open',
  });
  items.forEach(summary);
  missing.forEach(unasked);
  print(`${items.length} ${values.settled ? 'settled' : 'open'}`);
}

async function assign(target: string | undefined): Promise<void> {
  if (values.to === undefined) throw new Failure('rejected', 'say to whom, e.g. --to "Dana Whitlock"');
  const body = {
    assignee: values.to || null,
    ...(values.due && { dueAt: values.due }),
    ...(values.reason && { reason: values.reason }),
  };
  detail(await operations.assignCase({ ...idOf(target), key: randomUUID(), body }));
}

async function noteOn(target: string | undefined, text: string | undefined): Promise<void> {
  if (!text) throw new Failure('rejected', 'say what to note');
  detail(await operations.noteCase({ ...idOf(target), key: randomUUID(), body: { text } }));
}

async function bulk(verb: string | undefined, id: string | undefined): Promise<void> {
  if (verb === 'show' && id) bulkDetail(await operations.getBulkSettlement({ id }));
  else if (verb === 'list') (await operations.listBulkSettlements({})).items.forEach(bulkLine);
  else if (verb === 'confirm' && id) {
    const body = { reason: reasonOf() };
    bulkDetail(await operations.confirmBulkSettlement({ id, key: randomUUID(), body }));
  } else if (verb === 'refuse' && id) {
    bulkDetail(await operations.rejectBulkSettlement({ id, key: randomUUID(), body: { reason: reasonOf() } }));
  } else if (isAction(verb)) {
    const resolution = { ...resolutionOf(verb), reason: reasonOf(), dryRun: values['dry-run'] };
    const body = {
      filter: filterOf(),
      resolution,
      fourEyes: values['four-eyes'],
      ...(values.expected && { expected: values.expected }),
    };
    bulkDetail(await operations.settleInBulk({ key: randomUUID(), body }));
  } else help(verb);
}

function isAction(verb: string | undefined): verb is Resolution['action'] {
  return (resolutionActions as readonly (string | undefined)[]).includes(verb);
}

function resolutionOf(action: Resolution['action']): Resolution {
  return {
    action,
    reason: values.reason ?? 'settled from the command line',
    ...(action === 'correct' && { changes: changesOf(values.set) }),
  };
}

function reasonOf(): string {
  if (values.reason) return values.reason;
  throw new Failure('rejected', 'say why, with --reason "…"');
}

function filterOf(): ExceptionFilter {
  const { code, class: className, system, owner, assignee, project, client, entity, 'at-least': least } = values;
  const filter = {
    code,
    class: className,
    system,
    owner,
    assignee,
    project,
    client,
    legalEntity: entity,
    minMoneyAtRisk: least === undefined ? undefined : Number(least),
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

function unasked({ part, reason }: { part: string; reason: string }): void {
  print(`? ${part} could not be asked: ${reason}`);
}

function bulkLine({ id, state, action, requestedBy, reason, sums }: BulkSummary): void {
  const cases = sums.map(({ cases: count, outcome }) => `${count} ${outcome}`).join(', ');
  print(`${state.padEnd(12)}  ${id}  ${action}: ${cases}, by ${requestedBy}: ${reason}`);
}

function bulkDetail(one: BulkSettlement): void {
  for (const { app, id, code, record, outcome, reason } of one.items)
    print(`${outcome.padEnd(12)}  ${app}/${id}  ${code}  ${record}${reason ? `: ${reason}` : ''}`);
  one.missing.forEach(unasked);
  print(
    `${one.state}: ${one.items.length} cases, by ${one.requestedBy}${one.confirmedBy ? `, confirmed by ${one.confirmedBy}` : ''}`,
  );
  if (one.state === 'refused') print(`refused by ${one.opinion!.by}: ${one.opinion!.reason}`);
  else if (one.fourEyes && !one.confirmedBy)
    print(`a second person has to confirm${one.id ? `: npm run exceptions -- bulk confirm ${one.id}` : ''}`);
  if (!one.id) print(`to settle exactly these: the same without --dry-run, with --expected ${one.selection}`);
  else print(`npm run exceptions -- bulk show ${one.id}`);
}

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
  print(`    ${one.cause}${one.system ? ` It was met at ${one.system}.` : ''}`);
  print(
    `    open for ${Math.floor(one.ageSeconds / 3600)} h, due ${one.dueAt ?? 'never'}, with ${one.assignee ?? 'nobody'}`,
  );
  for (const { by, at, text } of one.notes) print(`    ${at} ${by}: ${text}`);
  if (one.remedy) print(`    → ${one.remedy}`);
  if (one.corrects)
    print(
      `    a correction is laid over the ${one.corrects}: npm run exceptions -- correct ${one.app}/${one.id} --set field=value`,
    );
}

import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Failure } from '#kernel';
import { command, connect, print } from './connect.js';

const usage = `npm run events -- list [<selection> …]
npm run events -- subscriptions
npm run events -- replay <app> <subscription> <selection> … --reason "…" [--dry-run]
a selection is --type, --subject, --correlation, --from and --until; list knows the first three`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    type: { type: 'string' },
    subject: { type: 'string' },
    correlation: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    reason: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
});
const { operations } = connect();

/** Shows what happened and who was told, and tells a subscriber again. */
await command(async () => {
  const [verb = 'help', app, subscription] = positionals;
  if (verb === 'list') await list();
  else if (verb === 'subscriptions') await subscriptions();
  else if (verb === 'replay' && app && subscription) await replay(app, subscription);
  else {
    print(usage);
    process.exitCode = verb === 'help' ? 0 : 2;
  }
});

function said<T extends object>(facts: T): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
}

async function list(): Promise<void> {
  const { type, subject, correlation: correlationId } = values;
  let cursor: string | undefined;
  do {
    const page = await operations.listEvents({ limit: 200, ...said({ type, subject, correlationId, cursor }) });
    for (const event of page.items) print(`${event.time}  ${event.type}  ${event.subject}  ${event.correlationId}`);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

async function subscriptions(): Promise<void> {
  const { items, missing } = await operations.listAppSubscriptions({});
  for (const one of items) {
    const trouble = one.failing + one.quarantined > 0 ? `  failing ${one.failing}, quarantined ${one.quarantined}` : '';
    const due = one.due > 0 ? `  to be given again ${one.due}` : '';
    print(`${one.app}  ${one.name}: ${one.lagEvents} events, ${one.lagSeconds} s behind${due}${trouble}`);
  }
  for (const { part, reason } of missing) print(`? ${part} could not be asked: ${reason}`);
}

async function replay(app: string, subscription: string): Promise<void> {
  const { type, subject, correlation: correlationId, from, until, reason, 'dry-run': dryRun } = values;
  if (!reason && !dryRun) throw new Failure('rejected', 'say why, with --reason "…"');
  const selection = said({ type, subject, correlationId, from, until });
  const body = { app, subscription, selection, dryRun, reason: reason ?? 'dry run' };
  const { items } = await operations.replayAppEvents({ key: randomUUID(), body });
  for (const one of items)
    print(`${one.outcome.padEnd(10)}  ${one.time}  ${one.type}  ${one.subject}${one.reason ? `: ${one.reason}` : ''}`);
  print(dryRun ? `${items.length} events; nothing was changed` : `${items.length} events are delivered again`);
}

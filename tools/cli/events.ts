import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { AppReplay } from '#contracts';
import { Failure } from '#kernel';
import { understood } from '../command-line.js';
import { command, connect, print } from './connect.js';

const usage = `npm run events -- list [<selection> …]
npm run events -- subscriptions
npm run events -- replay <app> <subscription> <selection> … --reason "…" [--dry-run | --expected <selection>]
npm run events -- replay show <id>
npm run events -- replay confirm <id> --reason "…"
a selection is --type, --subject, --correlation, --from and --until; list knows the first three`;

const { values, positionals } = parseArgs(
  understood(usage, {
    allowPositionals: true,
    options: {
      type: { type: 'string' },
      subject: { type: 'string' },
      correlation: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      reason: { type: 'string' },
      expected: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  }),
);
const { operations } = connect();

/** Shows what happened and who was told, and tells a subscriber again. */
await command(async () => {
  const [verb = 'help', app, subscription] = positionals;
  if (verb === 'list') await list();
  else if (verb === 'subscriptions') await subscriptions();
  else if (verb === 'replay' && app === 'show' && subscription)
    shown(await operations.getAppReplay({ id: subscription }));
  else if (verb === 'replay' && app === 'confirm' && subscription) await confirm(subscription);
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
  const { type, subject, correlation: correlationId, from, until, reason, expected, 'dry-run': dryRun } = values;
  const selection = said({ type, subject, correlationId, from, until });
  const body = {
    app,
    subscription,
    selection,
    dryRun,
    ...said({ expected }),
    reason: dryRun ? (reason ?? 'dry run') : reasonOf(),
  };
  shown(await operations.replayAppEvents({ key: randomUUID(), body }));
}

async function confirm(id: string): Promise<void> {
  shown(await operations.confirmAppReplay({ id, key: randomUUID(), body: { reason: reasonOf() } }));
}

function reasonOf(): string {
  if (values.reason) return values.reason;
  throw new Failure('rejected', 'say why, with --reason "…"');
}

function shown(one: AppReplay): void {
  for (const { outcome, time, type, subject, reason } of one.items)
    print(`${outcome.padEnd(10)}  ${time}  ${type}  ${subject}${reason ? `: ${reason}` : ''}`);
  const confirmed = one.confirmedBy ? `, confirmed by ${one.confirmedBy}` : '';
  print(`${one.state}: ${one.items.length} events to ${one.subscription}, by ${one.requestedBy}${confirmed}`);
  if (one.fourEyes && !one.confirmedBy)
    print(
      `more than ${one.cap}: a second person has to confirm${one.id ? `: npm run events -- replay confirm ${one.id}` : ''}`,
    );
  if (!one.id)
    print(`nothing was changed; for exactly these: the same without --dry-run, with --expected ${one.selection}`);
  else print(`npm run events -- replay show ${one.id}`);
}

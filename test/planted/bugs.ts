/** A defect as somebody could write it: one place in the code, and where it has to be noticed. */
export interface Bug {
  what: string;
  file: string;
  /** Stands there once. */
  from: string;
  to: string;
  /** The file of tests that fails. */
  caughtBy: string;
}

const bug = (what: string, file: string, [from, to]: [from: string, to: string], caughtBy: string): Bug => ({
  what,
  file,
  from,
  to,
  caughtBy,
});

const run = 'test/models/run.integration.spec.ts';
const effects = 'test/models/effects.integration.spec.ts';
const events = 'test/models/events.integration.spec.ts';
const ledger = 'libs/connector/src/effects/effect-ledger.integration.spec.ts';
const engine = 'libs/workflow/src/engine.integration.spec.ts';
const app = 'libs/platform/src/app.integration.spec.ts';

/** The classic ways to lose or double something in an integration, and some to let the wrong person in. */
export const bugs: Bug[] = [
  bug('an overtaken run still writes', 'libs/workflow/src/journal.ts', ['and held.fence = line.fence', ''], run),
  bug(
    'an act begins before it is noted',
    'libs/workflow/src/recorder.ts',
    ['if (!isQuestion(entry)) await this.settled();', ''],
    run,
  ),
  bug(
    'a repeat of a step has another key',
    'libs/workflow/src/journaling.ts',
    [`return stepKey(this.run, step, known?.round)`, `return stepKey(this.run, step, Math.random())`],
    run,
  ),
  bug(
    'only what is done is undone, not what was begun',
    'libs/workflow/src/unwinding.ts',
    [`undo.state !== 'undone'`, `undo.state === 'done'`],
    run,
  ),
  bug(
    'an event that came before it was waited for is not heard',
    'libs/workflow/src/waiting.ts',
    ['if (wait.event) await lookThroughLog(manager, held, name);', ''],
    run,
  ),
  bug(
    'a refusal is tried again for ever',
    'libs/kernel/src/failure.ts',
    [`failureKinds[failure.kind].retry === 'never'`, 'failure.kind === undefined'],
    engine,
  ),
  bug(
    'a run stops and nobody is told',
    'libs/workflow/src/stopping.ts',
    ['await parts.exceptions.raise(manager, { ...raised, subject, correlationId: run.correlationId });', ''],
    engine,
  ),
  bug(
    'a repeat of a write is another effect',
    'libs/connector/src/effects/effect-ledger.ts',
    ['derivedId(vendor.instance, operation, key)', 'derivedId(vendor.instance, operation, key, String(Math.random()))'],
    ledger,
  ),
  bug(
    'a lost answer is read back at once',
    'libs/connector/src/effects/effect.repository.ts',
    [`resolve_after = lease_until + "quarantineMs"`, `resolve_after = clock_timestamp() + 0 * "quarantineMs"`],
    effects,
  ),
  bug(
    'an overtaken attempt still settles the effect',
    'libs/connector/src/effects/effect.repository.ts',
    ['and effect.fence = wanted.fence', ''],
    effects,
  ),
  bug(
    'a vendor is asked more at a time than it allows',
    'libs/connector/src/http/places.ts',
    ['this.inFlight >= this.size', 'this.size === 0'],
    'libs/connector/src/http/places.spec.ts',
  ),
  bug(
    'a delivery that failed is passed over',
    'libs/events/src/subscription.ts',
    [`if (failure.kind !== 'defect' || !(await this.setAside(row, failure))) throw failure;`, ''],
    events,
  ),
  bug(
    'two processes deliver the same event',
    'libs/events/src/subscription.ts',
    ['select position < $2 as fresh', 'select true as fresh'],
    events,
  ),
  bug(
    'events of one producer change places',
    'libs/events/src/outbox.ts',
    ['from taken order by position', 'from taken order by id'],
    events,
  ),
  bug(
    'an older version is applied over a newer one',
    'libs/events/src/newest.ts',
    ['where known.version <= excluded.version', ''],
    'libs/events/src/delivery.integration.spec.ts',
  ),
  bug(
    'money is added as floating point numbers',
    'libs/kernel/src/money.ts',
    [
      'money(new Decimal(a.amount).plus(b.amount), a.currency)',
      '({ amount: String(Number(a.amount) + Number(b.amount)), currency: a.currency })',
    ],
    'libs/kernel/src/money.spec.ts',
  ),
  bug(
    'a webhook is taken whoever signed it',
    'apps/system-bamboohr/src/webhook.ts',
    ['expected.length === given.length && timingSafeEqual(expected, given)', 'expected.length > 0'],
    'test/connectors/bamboohr-webhooks.integration.spec.ts',
  ),
  bug(
    'a webhook is answered before it is kept',
    'libs/connector/src/changes/webhook-intake.ts',
    ['await this.changes.keep(', 'void this.changes.keep('],
    'test/connectors/bamboohr-webhooks.integration.spec.ts',
  ),
  bug(
    'a request to wait is forgotten',
    'libs/connector/src/http/gate.ts',
    ['this.closedUntil = Math.max(this.closedUntil, performance.now() + Math.round(ms));', ''],
    'libs/connector/src/http/gate.integration.spec.ts',
  ),
  bug(
    'a key stands for any request',
    'libs/platform/src/http/idempotency.interceptor.ts',
    ['known.fingerprint !== print', 'print === undefined'],
    app,
  ),
  bug(
    'a route without a scope is open',
    'libs/platform/src/auth/guard.ts',
    [
      `if (!access) throw new Failure('forbidden', 'this route declares no scope', { code: 'undeclared-route' });`,
      'if (!access) return true;',
    ],
    app,
  ),
  bug(
    'any scope will do',
    'libs/platform/src/auth/guard.ts',
    ['!caller.scopes.includes(access.scope)', 'caller.scopes.length === 0'],
    app,
  ),
  bug(
    'anybody may say for whom they act',
    'libs/platform/src/auth/guard.ts',
    ['!caller.scopes.includes(actForOthers)', 'caller.scopes.length === 0'],
    'test/runs/approvals.integration.spec.ts',
  ),
  bug(
    'who asked for it decides it',
    'libs/workflow/src/waiting.ts',
    ['wait.askedBy === person.subject', 'wait.askedBy === person.name'],
    'test/runs/approvals.integration.spec.ts',
  ),
  bug(
    'an audit entry can be changed unnoticed',
    'libs/platform/src/audit/audit-chain.ts',
    ['entry.hash !== hashOf(entry)', `entry.hash === ''`],
    'libs/platform/src/audit/audit-chain.spec.ts',
  ),
];

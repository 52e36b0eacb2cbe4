import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { SwapDecision, SwapReport, SwapRequest } from '#contracts';
import { needed, understood } from '../command-line.js';
import { command, connect, print } from './connect.js';

const usage = `npm run swap -- --status
npm run swap -- --from <instance> --to <instance> --legal-entity <code> --dual-run --reason "…"
npm run swap -- --legal-entity <code> --report
npm run swap -- --legal-entity <code> --retry
npm run swap -- --from <instance> --to <instance> --legal-entity <code> --switch --reason "…" [--accept <selection>]
npm run swap -- --from <instance> --to <instance> --legal-entity <code> --back --reason "…"
npm run swap -- --from <instance> --to <instance> --legal-entity <code> --end --reason "…"
npm run swap -- --confirm <id> --reason "…"
--from is the instance that is live now, --to the other one; --switch and --back count when a second person confirms`;

const flag = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;

/** Runs a new system beside the live one, compares them, switches, and goes back. */
await command(async () => {
  const { values } = parseArgs(
    understood(usage, {
      options: {
        from: text,
        to: text,
        'legal-entity': text,
        reason: text,
        confirm: text,
        accept: text,
        status: flag,
        report: flag,
        retry: flag,
        'dual-run': flag,
        switch: flag,
        back: flag,
        end: flag,
      },
    }),
  );
  const { operations } = connect();
  const key = randomUUID();
  const said = (name: 'from' | 'to' | 'legal-entity' | 'reason'): string => needed(values, name, 'swap');
  const target = () => ({ domain: 'erp' as const, legalEntity: said('legal-entity') });
  const action = (['dual-run', 'switch', 'back', 'end'] as const).find((one) => values[one]);
  if (values.status) (await operations.listSwaps({})).items.forEach(shown);
  else if (values.report) reported(await operations.getSwapReport(target()));
  else if (values.retry)
    print(`${(await operations.retryShadowWrites({ key, body: target() })).writes} writes are tried again`);
  else if (values.confirm)
    shown(await operations.confirmSwap({ id: values.confirm, key, body: { reason: said('reason') } }));
  else if (action) {
    const { accept } = values;
    const step = { action, from: said('from'), to: said('to'), reason: said('reason') };
    const body: SwapRequest = { ...target(), ...step, ...(accept && { accepted: accept }) };
    shown(await operations.requestSwap({ key, body }));
  } else {
    print(usage);
    process.exitCode = Object.values(values).some(Boolean) ? 2 : 0;
  }
});

function shown(one: SwapDecision): void {
  const pair = `${one.live} is live${one.shadow ? `, shadowed to ${one.shadow}` : ''}`;
  const people = `by ${one.requestedBy}${one.confirmedBy ? `, confirmed by ${one.confirmedBy}` : ''}`;
  print(`${one.domain} ${one.legalEntity}  ${one.action}: ${pair}  ${people}`);
  print(`    ${one.since ? `counts from ${one.since}` : 'does not count yet'}: ${one.reason}`);
  if (one.state === 'unconfirmed') print(`    a second person has to confirm: npm run swap -- --confirm ${one.id}`);
}

function reported(report: SwapReport): void {
  print(`${report.domain} ${report.legalEntity}: ${report.live} is live, shadowed to ${report.shadow}`);
  for (const { kind, same, different } of report.compared) print(`  ${kind}: ${same} the same, ${different} not`);
  for (const { record, field, live, shadow, workflows } of report.differences)
    print(
      `  ≠ ${record}, ${field}: ${live} in ${report.live}, ${shadow} in ${report.shadow} (${workflows.join(', ')})`,
    );
  for (const { workflow, ready, done, waiting, failed, reasons } of report.verdicts) {
    print(
      `${ready ? '✓' : '✗'} ${workflow}: ${done} writes repeated, ${waiting} waiting, ${failed} refused; ${reasons.length} reasons against it`,
    );
  }
  for (const reason of report.unsupported) print(`✗ ${reason}`);
  for (const what of report.unseen) print(`? not compared: ${what}`);
  print(
    report.ready
      ? 'ready'
      : `not ready: ${report.reasons.length} reasons; to take exactly these: --accept ${report.selection}`,
  );
  if (!report.ready) process.exitCode = 1;
}

import type { LineView, MoneyValue } from '#contracts';
import { command, connect, print } from './connect.js';

/** Prints a deal, a project or a worker across every system: `npm run line -- OPP-101`. */
await command(async () => {
  const key = process.argv[2];
  if (!key) {
    print('say which deal, project or worker, e.g. npm run line -- OPP-101');
    process.exitCode = 2;
    return;
  }
  show(await connect().portal.getLine({ line: key }));
});

function show(line: LineView): void {
  print(`${line.key}  ${line.title}  ${line.client ?? ''}  ${line.legalEntity ?? ''}`.trimEnd());
  print(
    `state ${line.state}, value ${money(line.value)}, billed ${money(line.billed)}, correlation ${line.correlationId}`,
  );
  print();
  for (const step of line.steps) {
    const mark = { done: '✓', stopped: '✗', running: '…', undone: '↶' }[step.state];
    const tries = step.tries > 1 ? ` (${step.tries} tries)` : '';
    print(
      `  ${step.at.slice(0, 19).replace('T', ' ')}  ${mark}  ${step.system.padEnd(10)}  ${step.what}${tries}${step.recordId ? `  → ${step.recordId}` : ''}`,
    );
    if (step.failure) print(`      ${step.failure}`);
  }
  for (const { state, lines, minutes, amount } of line.time) {
    print(
      `  time ${state.padEnd(12)} ${String(lines).padStart(4)} entries  ${(minutes / 60).toFixed(2).padStart(9)} h  ${money(amount)}`,
    );
  }
  for (const invoice of line.invoices)
    print(`  invoice ${invoice.number}  ${money(invoice.total)}  ERP id ${invoice.erpId}`);
  for (const one of line.cases)
    print(
      `  ! ${one.code} (${one.owner}): ${one.message}\n    → ${one.remedy ?? ''}\n    npm run exceptions -- show ${one.app}/${one.id}`,
    );
  for (const { part, reason } of line.missing) print(`  ? ${part} could not be asked: ${reason}`);
}

function money(value: MoneyValue | null): string {
  return value ? `${value.amount} ${value.currency}` : '-';
}

import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { needed, understood } from '../command-line.js';
import { command, connect, print } from './connect.js';

const usage = `npm run loan -- --worker <number>
npm run loan -- --worker <number> --to <legal entity> --cost-centre <code there> [--until <YYYY-MM-DD>] --reason "…"
npm run loan -- --worker <number> --to <legal entity> --end --reason "…"
without --to it says to whom the worker is lent, and how they stand in each system there`;

const text = { type: 'string' } as const;

/** Lends a worker to another legal entity with platforms of its own, and ends a loan. */
await command(async () => {
  const end = { type: 'boolean', default: false } as const;
  const options = { worker: text, to: text, 'cost-centre': text, until: text, reason: text, end };
  const { values } = parseArgs(understood(usage, { options }));
  const { worker: number, to: legalEntity, until } = values;
  if (!number) {
    print(usage);
    process.exitCode = Object.values(values).some(Boolean) ? 2 : 0;
    return;
  }
  const { workforce } = connect();
  const said = (name: 'cost-centre' | 'reason'): string => needed(values, name, 'loan');
  const key = randomUUID();
  if (legalEntity && values.end) {
    await workforce.endLoan({ number, legalEntity, key, body: { reason: said('reason') } });
    print(`the loan of worker ${number} to ${legalEntity} ends`);
  } else if (legalEntity) {
    const body = { legalEntity, costCentre: said('cost-centre'), ...(until && { until }), reason: said('reason') };
    const { runId } = await workforce.beginLoan({ number, key, body });
    print(`worker ${number} is lent to ${legalEntity}; what to look at next: npm run loan -- --worker ${number}`);
    print(`    run ${runId}`);
  } else {
    const { loans } = await workforce.getWorkerLife({ number });
    if (loans.length === 0) print(`worker ${number} is lent to nobody`);
    for (const loan of loans) {
      print(`${loan.legalEntity}  under ${loan.costCentre}${loan.until ? ` until ${loan.until}` : ''}`);
      if (loan.places.length === 0) print('    its systems are being told');
      for (const { system, instance, active, note } of loan.places)
        print(`    ${active ? '✓' : '·'} ${system} ${instance}${note ? `: ${note}` : ''}`);
    }
  }
});

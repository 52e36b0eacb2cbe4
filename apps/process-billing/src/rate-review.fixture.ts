import type { Resolution } from '#contracts';
import { newId } from '#kernel';
import { AppLogger, rows, withContext } from '#platform';
import { RunService } from '#workflow';
import { Engine } from '../../../libs/workflow/src/engine.js';
import { RunRepository } from '../../../libs/workflow/src/run.repository.js';
import { WaitRepository } from '../../../libs/workflow/src/waiting.js';
import { WindowWaits } from '../../../libs/workflow/src/window-waits.js';
import { type BillingBench, terms, usd } from './billing.fixture.js';
import { reviewRates } from './review-rates.workflow.js';

const logger = new AppLogger('process-billing', 'silent');

/** The hourly rate of QA changes from a day on; the answer moves the review of it on. */
export async function changeRate(bench: BillingBench, amount: string, effectiveFrom: string) {
  const { database, exceptions, lines } = bench;
  bench.agreed = { ...terms, rates: [...terms.rates, { role: 'QA', hourlyRate: usd(amount), effectiveFrom }] };
  const runs = new RunRepository(database);
  const service = new RunService(runs, exceptions);
  const input = { project: 'P-1', dealVersion: newId(), ratesFrom: effectiveFrom };
  const { id } = await withContext({ correlationId: 'c', actor: null }, () =>
    database.transaction((manager) => service.begin(manager, reviewRates, input)),
  );
  const waits = new WaitRepository(database, new WindowWaits(database, (_entity, at) => at));
  const services = { terms: bench.terms(), lines };
  const parts = { services, runs, waits, exceptions, logger };
  const engine = new Engine({ app: 'process-billing', workflows: [reviewRates], ...parts });
  return {
    work: async (): Promise<string> => {
      await database.query('update wait set until = now() where run_id = $1', [id]);
      await database.query(`update run set wake_at = now() where id = $1 and state = 'waiting'`, [id]);
      await engine.advance(id);
      return (await rows<{ state: string }>(database, 'select state from run where id = $1', [id]))[0]!.state;
    },
    settle: async (decision: string): Promise<void> => {
      const exception = (await exceptions.openOn({ kind: 'run', id }))!;
      const resolution: Resolution = { action: 'correct', reason: 'agreed', changes: { decision } };
      await service.resolve(exception, resolution, 'somebody');
    },
    raised: (): Promise<Record<string, unknown>[]> =>
      rows(
        database,
        `select code, owner, message, business -> 'moneyAtRisk' as risk from exception where subject_id = $1`,
        [id],
      ),
  };
}

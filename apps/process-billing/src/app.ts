import { Projects, Systems, Workers } from '#platform';
import { ExceptionRepository, processApp } from '#workflow';
import { type BillingServices, billApprovedTime } from './bill-approved-time.workflow.js';
import { BillingBatchRepository } from './billing-batch.repository.js';
import { BillingCollector } from './billing-collector.js';
import { BillingLineRepository } from './billing-line.repository.js';
import { BillingViews } from './billing-views.js';
import { BillingController } from './billing.controller.js';
import { chargeIntercompany, type IntercompanyServices } from './intercompany/charge-intercompany.workflow.js';
import { IntercompanyChargeRepository } from './intercompany/intercompany-charge.repository.js';
import { IntercompanyCollector } from './intercompany/intercompany-collector.js';
import { IntercompanySettlement } from './intercompany/intercompany-settlement.js';
import { IntercompanyViews } from './intercompany/intercompany-views.js';
import { decidedTimeIntake } from './line-intake.js';
import { CutOffRepository } from './cut-off.repository.js';
import { CutOffSettlement, CutOffWatch } from './cut-off-watch.js';
import { billingMigrations } from './migrations.js';
import { LineSettlement } from './line-settlement.js';
import { type ReviewServices, reviewRates } from './review-rates.workflow.js';

export const app = processApp<BillingServices & ReviewServices & IntercompanyServices>({
  name: 'process-billing',
  api: {
    title: 'Billing process API',
    description: 'From approved time to invoices, each entry once, at the agreed rate, in the right legal entity.',
    version: '1.3.0',
    owner: 'finance-operations',
    audience: 'process',
  },
  needs: { system: ['erp.read', 'erp.write', 'scheduling.write'], process: ['projects.read', 'workers.read'] },
  controllers: [BillingController],
  migrations: billingMigrations,
  workflows: [billApprovedTime, chargeIntercompany, reviewRates],
  services: ({ config, estate, tokens, database }) => ({
    estate,
    systems: new Systems(config, estate, tokens, database),
    lines: new BillingLineRepository(database),
    batches: new BillingBatchRepository(database),
    exceptions: new ExceptionRepository(database, 'process-billing'),
    terms: new Projects(config, tokens),
    charges: new IntercompanyChargeRepository(database),
  }),
  extras: (
    { config, tokens, estate, logger, database },
    { service },
    { systems, lines, batches, exceptions, terms, charges },
  ) => {
    const workers = new Workers(config, tokens);
    const collector = new BillingCollector({ lines, batches, exceptions, service, systems, terms, estate, logger });
    const passing = new IntercompanyCollector({ charges, exceptions, service, workers, estate, logger });
    const watch = new CutOffWatch({ cutOffs: new CutOffRepository(database), exceptions, estate, systems, logger });
    return {
      providers: [
        { provide: BillingViews, useValue: new BillingViews(database) },
        { provide: IntercompanyViews, useValue: new IntercompanyViews(database) },
      ],
      subscriptions: [decidedTimeIntake(lines, exceptions)],
      services: [collector.loop(), passing.loop(), watch.loop()],
      settlements: {
        'billing-line': new LineSettlement(lines),
        'intercompany-charge': new IntercompanySettlement(charges, estate),
        record: new CutOffSettlement(),
      },
    };
  },
});

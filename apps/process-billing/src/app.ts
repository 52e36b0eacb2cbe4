import { Projects, Systems } from '#platform';
import { ExceptionRepository, processApp } from '#workflow';
import { type BillingServices, billApprovedTime } from './bill-approved-time.workflow.js';
import { BillingBatchRepository } from './billing-batch.repository.js';
import { BillingCollector } from './billing-collector.js';
import { BillingLineRepository } from './billing-line.repository.js';
import {
  CreateBilling1700000000020,
  IndexBilling1700000000038,
  IndexBillingChanges1700000000100,
} from './billing-schema.js';
import { BillingViews } from './billing-views.js';
import { BillingController } from './billing.controller.js';
import { decidedTimeIntake } from './line-intake.js';
import { CutOffRepository } from './cut-off.repository.js';
import { CutOffSettlement, CutOffWatch } from './cut-off-watch.js';
import { LineSettlement } from './line-settlement.js';
import { type ReviewServices, reviewRates } from './review-rates.workflow.js';

export const app = processApp<BillingServices & ReviewServices>({
  name: 'process-billing',
  api: {
    title: 'Billing process API',
    description: 'From approved time to invoices, each entry once, at the agreed rate, in the right legal entity.',
    version: '1.0.0',
    owner: 'finance-operations',
    audience: 'process',
  },
  needs: { system: ['erp.read', 'erp.write', 'scheduling.write'], process: ['projects.read'] },
  controllers: [BillingController],
  migrations: [CreateBilling1700000000020, IndexBilling1700000000038, IndexBillingChanges1700000000100],
  workflows: [billApprovedTime, reviewRates],
  services: ({ config, estate, tokens, database }) => ({
    estate,
    systems: new Systems(config, estate, tokens, database),
    lines: new BillingLineRepository(database),
    batches: new BillingBatchRepository(database),
    exceptions: new ExceptionRepository(database, 'process-billing'),
    terms: new Projects(config, tokens),
  }),
  extras: ({ estate, logger, database }, { service }, { systems, lines, batches, exceptions, terms }) => {
    const collector = new BillingCollector({ lines, batches, exceptions, service, systems, terms, estate, logger });
    const watch = new CutOffWatch({ cutOffs: new CutOffRepository(database), exceptions, estate, logger });
    return {
      providers: [{ provide: BillingViews, useValue: new BillingViews(database) }],
      subscriptions: [decidedTimeIntake(lines, exceptions)],
      services: [collector.loop(), watch.loop()],
      settlements: { 'billing-line': new LineSettlement(lines), record: new CutOffSettlement() },
    };
  },
});

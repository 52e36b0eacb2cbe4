import { Systems } from '#platform';
import { ExceptionRepository, processApp } from '#workflow';
import { billApprovedTime } from './bill-approved-time.workflow.js';
import { BillingBatchRepository } from './billing-batch.repository.js';
import { BillingCollector } from './billing-collector.js';
import { BillingLineRepository } from './billing-line.repository.js';
import { CreateBilling1700000000020 } from './billing-schema.js';
import { BillingViews } from './billing-views.js';
import { BillingController } from './billing.controller.js';
import { decidedTimeIntake } from './line-intake.js';
import { LineSettlement } from './line-settlement.js';
import { ProjectTerms } from './project-terms.js';

export const app = processApp({
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
  migrations: [CreateBilling1700000000020],
  workflows: [billApprovedTime],
  services: ({ config, estate, tokens, database }) => ({
    estate,
    systems: new Systems(config, estate, tokens),
    lines: new BillingLineRepository(database),
    batches: new BillingBatchRepository(database),
    exceptions: new ExceptionRepository(database, 'process-billing'),
  }),
  extras: ({ config, tokens, estate, logger, database }, { service }, { systems, lines, batches, exceptions }) => {
    const terms = new ProjectTerms(config, tokens);
    const collector = new BillingCollector({ lines, batches, exceptions, service, systems, terms, estate, logger });
    return {
      providers: [{ provide: BillingViews, useValue: new BillingViews(database) }],
      subscriptions: [decidedTimeIntake(lines, exceptions)],
      services: [collector.loop()],
      settlements: { 'billing-line': new LineSettlement(lines) },
    };
  },
});

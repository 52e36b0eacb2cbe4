import { getQueueToken } from '@nestjs/bullmq';
import type { Provider, Type } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { MigrationInterface } from 'typeorm';
import { outboxRelay, subscribers, type Subscription, Subscriptions } from '#events';
import type { AppContext, AppDefinition, AppName, AppParts, BackgroundService, ApiFacts, Needs } from '#platform';
import type { AnyWorkflow } from './definition.js';
import { Engine } from './engine.js';
import { ExceptionRepository, type ExceptionRow } from './exception.repository.js';
import { EventSettlement, quarantineInto } from './quarantine.js';
import { ENGINE, openRunQueue } from './run-queue.js';
import { journalDays, journalRetention } from './retention.js';
import { processMigrations } from './migrations.js';
import { RunControl } from './run-control.js';
import { RunRepository } from './run.repository.js';
import { RunWorker } from './run-worker.js';
import { RunService, type Settlement } from './run.service.js';
import { SubscriptionsController } from './subscriptions.controller.js';
import { WorkflowViews } from './views.js';
import { eventWaits, WaitRepository } from './waiting.js';
import { windowWatch, WindowWaits } from './window-waits.js';
import { ExceptionsController, RunsController } from './workflow.controllers.js';

/** What the workflows of an app share, once it is being built. */
export interface ProcessParts {
  runs: RunRepository;
  service: RunService;
  exceptions: ExceptionRepository;
}

/** What an app adds to its workflows. */
export interface ProcessExtras {
  providers?: Provider[];
  subscriptions?: Subscription[];
  services?: BackgroundService[];
  settlements?: Partial<Record<ExceptionRow['subjectKind'], Settlement>>;
}

export interface ProcessAppOptions<Services> {
  name: AppName;
  api: ApiFacts;
  /** Where it serves others than `process/<api>/v1`. */
  contracts?: readonly string[];
  needs: Needs;
  controllers: Type[];
  migrations?: (new () => MigrationInterface)[];
  workflows: AnyWorkflow<Services>[];
  /** What workflow bodies are given to work with. */
  services: (context: AppContext, parts: ProcessParts) => Services;
  extras?: (context: AppContext, parts: ProcessParts, services: Services) => ProcessExtras;
}

/** Makes an app of workflows. */
export function processApp<Services>(options: ProcessAppOptions<Services>): AppDefinition {
  return {
    name: options.name,
    api: options.api,
    contracts: options.contracts ?? [`${options.name.replace('-', '/')}/v1`],
    needs: options.needs,
    controllers: [...options.controllers, RunsController, ExceptionsController, SubscriptionsController],
    migrations: [...processMigrations, ...(options.migrations ?? [])],
    assemble: (context) => assemble(options, context),
  };
}

async function assemble<Services>(options: ProcessAppOptions<Services>, context: AppContext): Promise<AppParts> {
  const { database, logger, config, estate } = context;
  const runs = new RunRepository(database);
  const windows = new WindowWaits(database, (legalEntity, at) => estate.postingOpens(legalEntity, at));
  const waits = new WaitRepository(database, windows);
  const exceptions = new ExceptionRepository(database, options.name);
  const settlements: Partial<Record<ExceptionRow['subjectKind'], Settlement>> = { event: new EventSettlement() };
  const service = new RunService(runs, exceptions, settlements);
  const parts: ProcessParts = { runs, service, exceptions };
  const services = options.services(context, parts);
  const extras = options.extras?.(context, parts, services) ?? {};
  Object.assign(settlements, extras.settlements);
  const { workflows } = options;
  const engine = new Engine({ app: options.name, workflows, services, runs, waits, exceptions, logger });
  const days = journalDays(config.env);
  const queue = await openRunQueue(options.name, config);
  const subscriptions = [
    ...latest(workflows).flatMap((workflow) => startedBy(workflow, service)),
    ...waitedFor(workflows, waits),
    ...(extras.subscriptions ?? []),
  ];
  return {
    imports: [queue.module],
    providers: [
      queue.processor,
      { provide: ENGINE, useValue: engine },
      { provide: RunService, useValue: service },
      { provide: RunControl, useValue: new RunControl(runs, waits, exceptions) },
      { provide: Subscriptions, useValue: new Subscriptions(database, logger, subscriptions) },
      { provide: WorkflowViews, useValue: new WorkflowViews(database) },
      ...(extras.providers ?? []),
    ],
    release: queue.close,
    services: (app) => [
      outboxRelay(database, logger),
      new RunWorker(app.get<Queue>(getQueueToken(queue.name)), app.get(queue.processor).worker, logger),
      queue.sweeper(app.get<Queue>(getQueueToken(queue.name)), runs, logger),
      windowWatch(windows, logger),
      journalRetention(database, logger, days),
      ...subscribers(database, logger, subscriptions, quarantineInto(exceptions)),
      ...(extras.services ?? []),
    ],
  };
}

/** Runs begin on the newest version; older ones are there for the runs that began on them. */
const latest = <Services>(workflows: AnyWorkflow<Services>[]): AnyWorkflow<Services>[] =>
  workflows.filter((one) => !workflows.some(({ name, version }) => name === one.name && version > one.version));

function waitedFor<Services>(workflows: AnyWorkflow<Services>[], waits: WaitRepository): Subscription[] {
  const types = new Set(workflows.flatMap(({ waitsFor }) => waitsFor ?? []));
  return types.size > 0 ? [eventWaits([...types], waits)] : [];
}

/** An event that starts a workflow; a second one about the same thing sets its parked run going again. */
function startedBy<Services>(workflow: AnyWorkflow<Services>, service: RunService): Subscription[] {
  const { startsOn } = workflow;
  if (!startsOn) return [];
  return [
    {
      name: `${workflow.name} starts`,
      types: startsOn.types,
      handle: async (event, manager) => {
        const run = await service.begin(manager, workflow, startsOn.input(event), event);
        if (run.isNew) return 'applied';
        return (await service.nudge(manager, run.id, `${event.subject} changed at its source`))
          ? 'applied'
          : 'superseded';
      },
    },
  ];
}

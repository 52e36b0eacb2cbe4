import { randomUUID } from 'node:crypto';
import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { Failure } from '#kernel';
import { type AppDefinition, type DataSource, DATABASE, Endpoint } from '#platform';
import { defineWorkflow, processApp, RunService } from '#workflow';

class Order {
  @ApiProperty() @IsString() @MaxLength(40) id!: string;
}

/** What the systems around the workflow hold and did. */
export interface World {
  /** Rates by order; `right` where none is said. */
  rates: Map<string, string>;
  /** What was done and taken back, e.g. `create O-1`. */
  done: string[];
}

/** A deal that needs a second person's yes: named as the real one, so that the portal shows it as a line. */
const mobilise = defineWorkflow<Order, World>({
  name: 'project-mobilisation',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'revenue', recovery: 'compensate', slo: '1m' },
  owners: { default: 'pmo' },
  runKey: ({ id }) => id,

  async run(flow, { id }, { rates, done }) {
    const order = await flow.read('order', async () => ({ rate: rates.get(id) ?? 'right' }));
    flow.about({ title: `Mobilisation of ${id} Harbour review`, project: `P-${id}`, client: 'Harbour' });
    await flow.check('rate is right', () => assertRight(order.rate), { corrects: 'order' });
    await flow.step('create project', {
      act: async () => done.push(`create ${id}`),
      undo: async () => done.push(`remove ${id}`),
      rehearse: () => 0,
    });
    const { by } = await flow.approval('release the project', { roles: ['pmo', 'finance-operations'], fourEyes: true });
    await flow.step('open for time', { act: async () => done.push(`open ${id} by ${by}`) });
  },
});

function assertRight(rate: string): void {
  if (rate === 'right') return;
  throw new Failure('rejected', `the rate is ${rate}`, {
    code: 'rate-mismatch',
    fields: [{ field: 'rate', message: 'is not the agreed one' }],
  });
}

@Controller('v1/orders')
class OrdersController {
  constructor(
    private readonly runs: RunService,
    @Inject(DATABASE) private readonly database: DataSource,
  ) {}

  @Post()
  @Endpoint({ summary: 'Begin', scope: 'orders.write', status: 202, writes: true })
  async begin(@Body() order: Order): Promise<object> {
    return this.database.transaction((manager) => this.runs.begin(manager, mobilise, order));
  }
}

/** A process app with one workflow that uses everything a person can do with a run. */
export const ordersApp = (world: World): AppDefinition =>
  processApp<World>({
    name: 'process-projects',
    api: { title: 'Orders', description: 'Orders', version: '1.0.0', owner: 'tests', audience: 'process' },
    needs: {},
    controllers: [OrdersController],
    workflows: [mobilise],
    services: () => world,
  });

let orders = 0;
export const newOrder = (): string => `OPP-${900 + (orders += 1)}`;
export const newKey = (): string => randomUUID();

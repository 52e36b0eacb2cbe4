import type { Connector } from '#connector';
import { Scheduler } from '../../../examples/reference-scheduler/scheduler.js';
import type { Simulator, World } from '../../../apps/sandbox/src/core/simulator.js';
import { scheduler as connector } from '../../../apps/system-scheduler/src/connector.js';
import type { Platform, Trace } from '../platform.js';

export const token = 'the-tools-token';
const tools = new WeakMap<World, Scheduler>();

interface Staff {
  projectRef: string;
  roleName: string;
  email: string;
  startDate: string;
  endDate: string;
  minutes: number;
}

/** The reference tool behind the sandbox's host, which brings faults and the ledger. */
export const referenceScheduler: Simulator<'scheduler'> = {
  name: 'scheduler',
  routes(app, world) {
    const tool = new Scheduler(token);
    tools.set(world, tool);
    const held = ({ resources, demands, absences }: Scheduler) => resources.size + demands.size + absences.size;
    app.all('/*', (request, reply) => {
      const { method, url, headers, body } = request;
      const before = held(tool);
      const answer = tool.answer({ method, url, headers, body });
      const [, , entity] = url.split('/');
      if (held(tool) > before) world.ledger(request, { operation: 'create', entity: entity!, id: answer.body.id! });
      return reply.code(answer.status).send(answer.body);
    });
  },
  seed(firm, world) {
    for (const { number, firstName, lastName, email } of firm.workers) {
      const id = `before-${number}`;
      tools
        .get(world)!
        .resources.set(id, { id, reference: null, name: `${firstName} ${lastName}`, email, active: true });
    }
    // The host seeds a product while it holds nothing.
    world.store.put('setting', 'firm', { name: firm.name });
  },
  actions: {
    staff: (world, { projectRef: project, email, ...place }: Staff) => {
      const tool = tools.get(world)!;
      const person = [...tool.resources.values()].find((one: { email: string }) => one.email === email) as {
        id: string;
      };
      return tool.plan({ ...place, project, resource: person.id, status: 'confirmed' });
    },
    plan: (world, assignment: object) => tools.get(world)!.plan(assignment),
  },
};

const put = (entity: string): Trace => ({
  sends: { method: 'PUT', path: `/v1/${entity}` },
  entity,
  settledBy: 'repeating',
  losses: ['commit-then-reset', 'truncate'],
});

export const scheduler: Platform = {
  connector: connector as unknown as Connector,
  simulator: referenceScheduler,
  instance: 'in-house',
  unlisted: {
    settings: (baseUrl) => ({ baseUrl, token, webhookKeys: ['a-webhook-key'] }),
    instance: { name: 'in-house', changesSince: '2026-01-01' },
    serves: ['scheduling'],
  },
  asks: { scheduling: '/v1/resources' },
  traces: {
    scheduling: { putResource: put('resources'), putDemand: put('demands'), putAbsence: put('absences') },
  },
};

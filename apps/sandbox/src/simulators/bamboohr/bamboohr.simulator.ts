import type { Simulator, World } from '../../core/simulator.js';
import type { Worker } from '../../firm/firm.js';
import { addEmployee, changeEmployee, findByNumber, type Employee } from './employee.js';
import { BambooError, bambooRoutes } from './routes.js';
import { announce, redeliver, startDelivery } from './webhooks.js';

/** A BambooHR company: employees, the changed feed and signed webhooks. */
export const bamboohr: Simulator = {
  name: 'bamboohr',
  routes(app, world) {
    app.setErrorHandler((error: Error, _request, reply) => {
      const status = error instanceof BambooError ? error.status : 500;
      const headers = error instanceof BambooError ? error.headers : {};
      return reply
        .code(status)
        .headers({ ...headers, 'X-BambooHR-Error-Message': error.message })
        .send();
    });
    app.setNotFoundHandler((_request, reply) => reply.code(404).send());
    bambooRoutes(app, world);
  },
  seed(firm, world) {
    for (const worker of firm.workers) addEmployee(world, worker);
  },
  start: startDelivery,
  actions: {
    hire: (world, { worker }: { worker: Worker }) => {
      const employee = addEmployee(world, worker);
      world.store.record({ operation: 'create', entity: 'employee', id: employee.id, by: 'person' });
      announce(world, employee.id, 'created', []);
      return { id: employee.id };
    },
    editEmployee: (world, { number, fields }: { number: string; fields: Record<string, string> }) =>
      edit(world, byNumber(world, number), fields),
    terminate: (world, { number, date }: { number: string; date: string }) =>
      edit(world, byNumber(world, number), {
        status: 'Inactive',
        terminationDate: date,
        employmentHistoryStatus: 'Terminated',
      }),
    setThrottle: (world, input: { times: number; retryAfterSeconds?: number; legacy?: boolean }) =>
      world.store.put('setting', 'throttle', {
        times: input.times,
        // Until September 2026 the vendor throttled with 503 and no Retry-After.
        status: input.legacy ? 503 : 429,
        retryAfterSeconds: input.retryAfterSeconds ?? 1,
      }),
    pauseWebhooks: (world, { paused }: { paused: boolean }) => world.store.put('setting', 'webhooks', { paused }),
    redeliverLast: (world, { times }: { times: number }) => redeliver(world, times),
  },
};

function byNumber(world: World, number: string): Employee {
  const employee = findByNumber(world, number);
  if (!employee) throw new Error(`there is no employee ${number}`);
  return employee;
}

function edit(world: World, employee: Employee, fields: Record<string, string>): { id: string } {
  changeEmployee(world, employee, fields);
  world.store.record({
    operation: 'update',
    entity: 'employee',
    id: employee.id,
    by: 'person',
    data: Object.keys(fields),
  });
  announce(world, employee.id, 'updated', Object.keys(fields));
  return { id: employee.id };
}

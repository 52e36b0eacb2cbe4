import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

/**
 * A scheduling tool that Throughline can drive: openapi/partner/scheduler/v1.yaml in one file, in memory.
 *   TOKEN=… PORT=4664 node examples/reference-scheduler/scheduler.js
 * Yours keeps its records in a database: a record, its change and the key are then one transaction.
 */
export class Scheduler {
  resources = new Map(); // what we hold of people, by our id
  demands = new Map(); // by Throughline's reference
  absences = new Map();
  assignments = new Map();
  /** Every change of an assignment that was promised, in order; its place is the cursor. */
  changes = [];
  /** Idempotency-Key → the answer given; a real tool may forget after 24 hours. */
  answers = new Map();
  #last = 0;

  constructor(token) {
    this.token = token;
  }

  /** @returns {{ status: number, body: { id?: string } }} */
  answer({ method, url, headers, body }) {
    try {
      if (headers.authorization !== `Bearer ${this.token}`) throw problem(401, 'forbidden', 'bad-token', 'wrong token');
      if (method === 'GET') return { status: 200, body: this.#route('GET', url) };
      const key = headers['idempotency-key'];
      if (!key) throw problem(422, 'rejected', 'idempotency-key-missing', 'send Idempotency-Key');
      const request = JSON.stringify([method, url, body]);
      const before = this.answers.get(key);
      if (before && before.request !== request)
        throw problem(422, 'rejected', 'idempotency-key-reused', `${key} was sent with another request`);
      const answer = before?.answer ?? { status: 200, body: this.#route(method, url, body) };
      this.answers.set(key, { request, answer }); // refusals are not kept: they are judged anew
      return answer;
    } catch (error) {
      if (!error.problem) throw error;
      return { status: error.problem.status, body: error.problem };
    }
  }

  #route(method, url, body) {
    const { pathname, searchParams } = new URL(url, 'http://scheduler');
    const [, , kind, id, part] = pathname.split('/').map(decodeURIComponent);
    const handler = this.#routes[`${method} ${kind}${id ? '/:id' : ''}${part ? `/${part}` : ''}`];
    if (!handler) throw problem(404, 'not-found', 'unknown-route', `there is no ${method} ${pathname}`);
    return handler(id, body ?? Object.fromEntries(searchParams));
  }

  #routes = {
    'GET resources/:id': (reference) => view(this.#worker(reference)),
    'PUT resources/:id': (reference, state) => {
      required(state, ['name', 'email', 'roleName', 'weeklyMinutes']);
      const isSameMail = ({ email }) => email?.toLowerCase() === state.email.toLowerCase();
      // Somebody who is known by e-mail and has no worker number yet is taken over, not made twice.
      const known = this.#find(reference) ?? this.#find(null, isSameMail);
      const resource = { ...state, id: known?.id ?? this.#next('R'), reference, active: true, lastDay: null };
      this.resources.set(resource.id, resource);
      return view(resource);
    },
    'POST resources/:id/end': (reference, { lastDay }) => {
      // What they worked stays; putting them again takes them back.
      return view(Object.assign(this.#worker(reference), { active: false, lastDay }));
    },
    'GET resources/:id/assignments': (reference, { from, to }) => {
      const { id } = this.#worker(reference);
      return this.#listed((one) => one.resource === id && one.startDate <= to && one.endDate >= from);
    },
    'PUT demands/:id': (reference, state) => {
      required(state, ['project', 'roleName', 'minutes', 'startDate', 'endDate']);
      const demand = this.demands.get(reference) ?? { id: this.#next('D'), reference };
      this.demands.set(reference, { ...demand, state });
      return { id: demand.id, reference };
    },
    'PUT absences/:id': (reference, state) => {
      required(state, ['workerNumber', 'days']);
      this.#worker(state.workerNumber);
      this.absences.set(reference, state); // stated in full: no days means none any more
      return { id: reference, url: null };
    },
    'GET projects/:id/assignments': (project) => this.#listed((one) => one.project === project),
    'GET assignments/:id': (id) => this.#shown(this.#assignment(id)),
    'PUT assignments/:id/actuals': (id, { billedMinutes }) => {
      this.#assignment(id).billedMinutes = billedMinutes; // always the total, never added up
      return { id, url: null };
    },
    'GET changes': (_, { after, since = '' }) => {
      const from = after ? Number(after) : this.changes.filter(({ at }) => at < since).length;
      const items = this.changes.slice(from, from + 200);
      const next = from + items.length;
      return { items, cursor: String(next), more: next < this.changes.length };
    },
    'POST plan': (_, assignment) => this.plan(assignment), // your screens; no part of the contract
  };

  /** What planners do on your screens; each change of a promised assignment is one in the list, for good. */
  plan(assignment) {
    const before = this.assignments.get(assignment.id);
    const now = { billedMinutes: 0, ...before, ...assignment, id: assignment.id ?? this.#next('A') };
    this.assignments.set(now.id, now);
    const promised = this.changes.some((change) => change.assignment.id === now.id);
    if (!promised && now.status !== 'confirmed') return now;
    const step = now.status === 'cancelled' ? 'cancelled' : promised ? 'changed' : 'confirmed';
    this.changes.push({ id: this.#next('C'), at: new Date().toISOString(), step, assignment: this.#shown(now) });
    return now;
  }

  #next(letter) {
    return `${letter}-${(this.#last += 1)}`;
  }

  #find = (reference, matches = () => true) =>
    [...this.resources.values()].find((one) => one.reference === reference && matches(one));

  #worker(reference) {
    const found = this.#find(reference);
    if (!found) throw problem(404, 'not-found', 'unknown-worker', `nobody has worker number ${reference}`);
    return found;
  }

  #assignment(id) {
    const found = this.assignments.get(id);
    if (!found) throw problem(404, 'not-found', 'unknown-assignment', `there is no assignment ${id}`);
    return found;
  }

  #listed = (matches) => ({
    items: [...this.assignments.values()].filter((one) => matches(one)).map((one) => this.#shown(one)),
  });

  #shown({ id, resource, roleName, minutes, project, startDate, endDate, status }) {
    const workerNumber = this.resources.get(resource)?.reference ?? null;
    return { id, workerNumber, roleName, minutes, project, startDate, endDate, status };
  }
}

const view = ({ id, reference, name, email, active }) => ({ id, reference, name, email, active });

/** All that is wrong is said at once. */
function required(state, fields) {
  const errors = fields.filter((field) => state?.[field] == null).map((field) => ({ field, message: 'is missing' }));
  if (errors.length > 0) throw problem(422, 'rejected', 'invalid', `${errors.length} fields are missing`, errors);
}

const problem = (status, kind, code, detail, errors = []) =>
  Object.assign(new Error(detail), {
    problem: { type: 'about:blank', title: kind, status, kind, code, detail, errors },
  });

/** Puts a tool behind HTTP. */
export const serve = (scheduler) => createServer((request, response) => void reply(scheduler, request, response));

async function reply(scheduler, request, response) {
  const send = (status, body) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  try {
    const text = Buffer.concat(await request.toArray()).toString('utf8');
    const { method, url, headers } = request;
    const answer = scheduler.answer({ method, url, headers, body: text === '' ? undefined : JSON.parse(text) });
    send(answer.status, answer.body);
  } catch (error) {
    send(error instanceof SyntaxError ? 400 : 500, { title: 'not understood', detail: error.message });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { TOKEN, PORT = '4664' } = process.env;
  if (!TOKEN) throw new Error('set TOKEN to what Throughline sends as its bearer token');
  serve(new Scheduler(TOKEN)).listen(Number(PORT), '127.0.0.1', () =>
    process.stdout.write(`the reference scheduler answers on http://127.0.0.1:${PORT}\n`),
  );
}

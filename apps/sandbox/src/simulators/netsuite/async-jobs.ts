import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { errorMediaType, NetsuiteError, notFound } from './errors.js';
import { hrefOf } from './find-record.js';
import { selfLink } from './present.js';
import type { Stored } from './record-type.js';
import { headerOf } from './request-parts.js';

const jobsPath = '/services/rest/async/v1/job';
const takesMs = 1000;

/** What became of one record of a job. */
type Outcome = { location: string } | { status: number; error: object };

interface Job {
  id: string;
  idempotencyKey?: string;
  endsAt: number;
  outcomes: Outcome[];
}

/**
 * Takes writes on without saying what becomes of them. Assumption, unconfirmed by the vendor: they are done in order,
 * and the job is over a second later.
 */
export function acceptJob(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  writes: (() => Stored)[],
): FastifyReply {
  const idempotencyKey = headerOf(request, 'X-NetSuite-Idempotency-Key');
  if (idempotencyKey) refuseRepeated(world, idempotencyKey);
  const outcomes = writes.map((write) => outcomeOf(world, type, write));
  const id = String(world.store.next('async-job'));
  const endsAt = world.now().getTime() + takesMs;
  const job: Job = { id, endsAt, outcomes, ...(idempotencyKey && { idempotencyKey }) };
  world.store.put('async-job', id, job);
  return reply
    .code(202)
    .headers({ Location: addressOf(world, job), 'Preference-Applied': 'respond-async' })
    .send();
}

const addressOf = (world: World, { id }: Job): string => `${world.origin}${jobsPath}/${id}`;

function refuseRepeated(world: World, key: string): void {
  const job = world.store.find<Job>('async-job', ({ idempotencyKey }) => idempotencyKey === key);
  if (!job) return;
  const detail = 'A request with the same idempotency key was accepted before.';
  const place = { Header: 'X-NetSuite-Idempotency-Key' };
  const headers = { Location: addressOf(world, job) };
  throw new NetsuiteError(400, 'IDEMPOTENCY_ERROR', detail, place, { title: 'Conflict', headers });
}

function outcomeOf(world: World, type: string, write: () => Stored): Outcome {
  try {
    return { location: hrefOf(world, type, write().id) };
  } catch (error) {
    if (error instanceof NetsuiteError) return { status: error.status, error: error.body };
    throw error;
  }
}

type Asked = { Params: { id: string; task: string } };

/** How accepted jobs are getting on. Assumption, unconfirmed by the vendor: all paths and shapes below a job. */
export function jobRoutes(app: FastifyInstance, world: World): void {
  app.get<Asked>(`${jobsPath}/:id`, (request) => {
    const job = jobNamed(world, request);
    const href = addressOf(world, job);
    return { ...progressOf(world, job), task: { links: selfLink(`${href}/task`) }, links: selfLink(href) };
  });

  app.get<Asked>(`${jobsPath}/:id/task`, (request) => {
    const job = jobNamed(world, request);
    const href = `${addressOf(world, job)}/task`;
    const items = job.outcomes.map((_outcome, index) => ({
      links: selfLink(`${href}/${index + 1}`),
      id: `${index + 1}`,
    }));
    return { links: selfLink(href), count: items.length, hasMore: false, items, offset: 0, totalResults: items.length };
  });

  app.get<Asked>(`${jobsPath}/:id/task/:task/result`, (request, reply) => {
    const job = jobNamed(world, request);
    const outcome = job.outcomes[Number(request.params.task) - 1];
    if (!outcome || !progressOf(world, job).completed) throw notFound('The task has no result.', request.url);
    if ('location' in outcome) return reply.code(204).header('Location', outcome.location).send();
    return reply.code(outcome.status).type(errorMediaType).send(JSON.stringify(outcome.error));
  });
}

function jobNamed(world: World, request: FastifyRequest<Asked>): Job {
  const job = world.store.get<Job>('async-job', request.params.id);
  if (!job) throw notFound('The job does not exist.', request.url);
  return job;
}

function progressOf(world: World, { id, endsAt, outcomes }: Job): { completed: boolean; id: string; progress: string } {
  const completed = world.now().getTime() >= endsAt;
  const failed = outcomes.some((outcome) => 'error' in outcome);
  return { completed, id, progress: completed ? (failed ? 'failed' : 'succeeded') : 'pending' };
}

import 'reflect-metadata';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { type Failpoint, makeHappen, watchFailpoints } from '#kernel';
import { currentContext, explain, loadConfig, loadEstate, startApp } from '#platform';
import { leaseMs } from '../../libs/connector/src/effects/protocol.js';
import { appsOf } from '../estate/apps.js';
import type { Answer, Order, Question } from './orders.js';
import { plant } from './planted-bugs.js';

/** The whole gateway in one process, which does to itself what it is told over IPC. */
const orders = new Map<string, Order & { hits: number }>();
const passed = new Map<string, Partial<Record<Failpoint, number>>>();

/** A paused process finds the lease it knew of run out: the record it held was aged by as much (see `letTimePass`). */
const now = performance.now.bind(performance);
let slept = 0;
performance.now = () => now() + slept;

watchFailpoints((name) => {
  const { correlationId } = currentContext();
  const hits = passed.get(correlationId) ?? {};
  hits[name] = (hits[name] ?? 0) + 1;
  passed.set(correlationId, hits);
  for (const order of orders.values()) {
    if (order.fault.failpoint !== name || (order.record ?? correlationId) !== correlationId) continue;
    if (passing(order) === order.fault.hit) strike(order);
  }
});

/** Which passing of all copies this is: each makes the file of its number, which only one of them can. */
function passing(order: Order & { hits: number }): number {
  do order.hits += 1;
  while (!isMade(`${order.token}.${order.hits}`));
  return order.hits;
}

/** Has the fault, and leaves its number. */
function strike({ fault, token }: Order): void {
  writeFileSync(token, String(process.pid));
  makeHappen(fault);
  slept += leaseMs;
}

function isMade(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx'));
    return true;
  } catch {
    return false;
  }
}

const answer = (said: Answer): void => void process.send?.(said);

process.on('message', (question: Question) => {
  if ('arm' in question) orders.set(question.arm.token, { ...question.arm, hits: 0 });
  if ('disarm' in question) orders.delete(question.disarm);
  const hits = 'count' in question ? (passed.get(question.count) ?? {}) : {};
  answer({ id: question.id, hits });
});
process.on('disconnect', () => process.exit());

try {
  if (process.env.CRASH_PLANT) plant(process.env.CRASH_PLANT);
  const apps = appsOf(loadEstate(process.env.ESTATE_FILE!, process.env));
  for (const definition of apps.filter(({ name }) => name !== 'experience-api'))
    await startApp(definition, loadConfig(definition.name));
  answer({ id: 'up', hits: {} });
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

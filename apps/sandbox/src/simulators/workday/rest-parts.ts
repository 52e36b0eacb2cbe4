import type { World } from '../../core/simulator.js';
import type { Instance } from './identity.js';
import { stateOn } from './people.js';
import { invalidParameter, noSuchResource } from './rest-error.js';
import { today } from './tenant-time.js';
import type { State, Worker } from './worker.js';

export type Query = Record<string, string | string[] | undefined>;

/** Known by the WID alone. Assumption, unconfirmed by the vendor: `Employee_ID=…` is refused. */
export function workerWithWid(world: World, wid: string): State {
  const worker = world.store.get<Worker>('worker', wid);
  const state = worker && stateOn(world, worker, today(world));
  if (!state) throw noSuchResource();
  return state;
}

export const shown = ({ wid, descriptor }: Instance): object => ({ id: wid, descriptor });

const mostItems = 100;

/** Assumption, unconfirmed by the vendor: a limit above the highest is refused, and not lowered. */
export function page<T>(query: Query, found: T[], show: (item: T) => object): object {
  const limit = whole(query, 'limit', 20);
  const offset = whole(query, 'offset', 0);
  if (limit < 1 || limit > mostItems) throw invalidParameter('limit', `limit must be between 1 and ${mostItems}`);
  return { data: found.slice(offset, offset + limit).map(show), total: found.length };
}

function whole(query: Query, name: string, otherwise: number): number {
  const text = query[name] ?? String(otherwise);
  if (typeof text !== 'string' || !/^\d+$/.test(text)) throw invalidParameter(name, `Invalid value for ${name}`);
  return Number(text);
}

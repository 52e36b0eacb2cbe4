import type { FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { splitAt } from '../../core/split-at.js';
import { addressed } from './address.js';
import { errorBody, notAllowed, ODataError } from './errors.js';
import { readMany, readOne } from './read.js';
import { useUp } from './refusals.js';
import { create, remove, update } from './write.js';

/** One request of the data service, alone or within a `$batch`. */
export interface Ask {
  method: string;
  /** Below `/data/`. */
  url: string;
  ifMatch?: string;
  body: string;
  /** The request it came with. */
  request: FastifyRequest;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body?: object | string;
  /** The set whose arranged refusal this is. */
  arranged?: string;
}

/** Answers one request; refusals are answers too, and leave nothing behind. */
export function answerTo(world: World, ask: Ask): Answer {
  try {
    return world.store.atomically(() => answerOf(world, ask));
  } catch (error) {
    if (!(error instanceof ODataError)) throw error;
    const { status, arranged } = error;
    const body = errorBody(error);
    if (arranged) useUp(world, arranged);
    return { status, headers: {}, ...(body && { body }), ...(arranged && { arranged }) };
  }
}

function answerOf(world: World, ask: Ask): Answer {
  const [path, query] = splitAt(ask.url, '?');
  const asked = new URLSearchParams(query);
  const place = addressed(world, decodeURIComponent(path), asked);
  const isRead = ask.method === 'GET';
  if (place.row) {
    if (isRead) return readOne(world, place.set, place.row, asked);
    if (ask.method === 'PATCH' || ask.method === 'PUT') return update(world, place.set, place.row, ask);
    if (ask.method === 'DELETE') return remove(world, place.set, place.row, ask);
  } else {
    if (isRead) return readMany(world, place, asked, ask);
    if (ask.method === 'POST') return create(world, place.set, ask);
  }
  throw notAllowed(ask.method);
}

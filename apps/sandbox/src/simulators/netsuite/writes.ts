import type { FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { invalidField, NetsuiteError, userError } from './errors.js';
import { findRecord, getRecord } from './find-record.js';
import { readBody } from './read-body.js';
import type { Stored, Values } from './record-type.js';
import { nameValidation, names, parametersOf } from './request-parts.js';
import { createRecord, updateRecord } from './write-record.js';

/** One record as a caller wants it. */
export interface Write {
  request: FastifyRequest;
  reply: FastifyReply;
  type: string;
  body: unknown;
}

export const create = (world: World, write: Write): Stored => save(world, write);

export const update = (world: World, write: Write, key: string): Stored =>
  save(world, write, getRecord(world, write.type, key));

/** Creates or changes the record with an external id; what it creates has that external id. */
export function upsert(world: World, write: Write, externalId: string): Stored {
  const { externalId: stated = externalId } = (write.body ?? {}) as { externalId?: unknown };
  if (stated !== externalId) throw userError('The external ID differs from that of the URL.', 'externalId');
  return save(world, write, findRecord(world, write.type, `eid:${externalId}`), { externalId });
}

/** In a batch an item says itself which record it is about. */
export function updateNamed(world: World, write: Write): Stored {
  const { id, ...body } = (write.body ?? {}) as { id?: unknown };
  if (typeof id !== 'string') throw invalidField('id', id ?? null);
  return update(world, { ...write, body }, id);
}

export function upsertNamed(world: World, write: Write): Stored {
  const { externalId } = (write.body ?? {}) as { externalId?: unknown };
  if (typeof externalId !== 'string') throw invalidField('externalId', externalId ?? null);
  return upsert(world, write, externalId);
}

function save(world: World, write: Write, before?: Stored, implied: Values = {}): Stored {
  const { request, type, body } = write;
  const replace = names(parametersOf(request, 'replace'), 'replace');
  const values = { ...implied, ...valuesOf(world, write) };
  const saved = before ? updateRecord(world, type, before, values, replace) : createRecord(world, type, values);
  world.ledger(request, { operation: before ? 'update' : 'create', entity: type, id: saved.id, data: body });
  return saved;
}

/** The values a body stands for; properties the record does not have are refused, warned about or ignored, as asked. */
function valuesOf(world: World, { request, reply, type, body }: Write): Values {
  const strictness = nameValidation(request);
  const { values, unknown } = readBody(world, type, body);
  const [first] = unknown;
  if (first && strictness === 'Error') {
    throw new NetsuiteError(400, 'NONEXISTENT_FIELD', `The property '${first}' does not exist.`, { Path: first });
  }
  // Assumption, unconfirmed by the vendor: the form of the warning.
  if (first && strictness === 'Warning') {
    reply.header('Warning', headerText(`199 - "Unknown properties: ${unknown.join(', ')}"`));
  }
  return values;
}

/** A header carries no line breaks and no letters beyond ASCII. */
const headerText = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '?');

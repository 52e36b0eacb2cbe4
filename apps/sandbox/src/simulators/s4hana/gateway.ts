import type { FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { splitAt } from '../../core/split-at.js';
import type { Row } from './edm.js';
import { errorBody, GatewayError, invalidSyntax, noService, notAllowed } from './errors.js';
import { literalOf } from './literals.js';
import { present } from './present.js';
import { readMany, readOne } from './read.js';
import { resourceAt } from './resource-path.js';
import type { FunctionImport, Service } from './service.js';
import { services } from './services.js';
import { create, ledgerOf, update } from './write.js';

/** One call of an OData V2 service, alone or within a `$batch`. */
export interface Ask {
  method: string;
  /** Below `/sap/opu/odata/sap/`. */
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
}

/** Answers one call; refusals are answers too. */
export function answerTo(world: World, ask: Ask): Answer {
  const [address, query] = splitAt(ask.url, '?');
  const [named, path] = splitAt(decodeURIComponent(address), '/');
  const [name = '', version = '0001'] = named.split(';v=');
  try {
    return answerOf(world, serviceNamed(world, name, version), path, query, ask);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return { status: error.status, headers: {}, body: errorBody(error, { name, version }, world.now()) };
  }
}

/** Refuses a service without an active communication arrangement like one that does not exist. */
export function serviceNamed(world: World, name: string, version: string): Service {
  const service = services.find((candidate) => candidate.name === name && candidate.version === version);
  if (!service || world.store.get('inactive-service', name)) throw noService(name, version);
  return service;
}

function answerOf(world: World, service: Service, path: string, query: string, ask: Ask): Answer {
  const asked = new URLSearchParams(query);
  const isRead = ask.method === 'GET' || ask.method === 'HEAD';
  if (path === '') {
    if (!isRead) throw notAllowed(ask.method);
    return { status: 200, headers: {}, body: { d: { EntitySets: Object.keys(service.sets) } } };
  }
  const called = service.functions[path];
  if (called) return callFunction(world, service, path, called, { ...ask, url: query });
  const resource = resourceAt(world, service, path);
  if (isRead)
    return resource.row ? readOne(world, service, resource, asked) : readMany(world, service, resource, ask, asked);
  if (ask.method === 'POST' && !resource.row) return create(world, service, resource, ask);
  if ((ask.method === 'PATCH' || ask.method === 'MERGE') && resource.row) return update(world, service, resource, ask);
  throw notAllowed(ask.method);
}

/** Function imports take their parameters from the address, as literals. */
function callFunction(world: World, service: Service, name: string, called: FunctionImport, ask: Ask): Answer {
  if (ask.method !== 'POST') throw notAllowed(ask.method);
  const asked = new URLSearchParams(ask.url);
  const given: Row = Object.fromEntries(
    Object.entries(called.parameters).map(([parameter, property]) => {
      const text = asked.get(parameter);
      if (text === null) throw invalidSyntax(`Parameter '${parameter}' of function import ${name} is missing`);
      return [parameter, literalOf(property, text)];
    }),
  );
  const row = called.call(world, given);
  world.ledger(ask.request, { operation: name, ...ledgerOf(called.set, row), data: given });
  return { status: 200, headers: {}, body: { d: present(world, service, called.set, row, { expand: [] }) } };
}

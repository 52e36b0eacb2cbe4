import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { NetsuiteError, notFound } from './errors.js';
import { getRecord, hrefOf, recordPath } from './find-record.js';
import { collection, pageOf } from './paging.js';
import { present, presentLine, presentLines, selfLink } from './present.js';
import type { Line, Stored } from './record-type.js';
import { typeOf } from './record-types.js';
import { flag, names, parametersOf } from './request-parts.js';

type Typed = { Params: { type: string } };
type Keyed = { Params: { type: string; id: string } };
type Lined = { Params: { type: string; id: string; sublist: string; line: string } };

const types = `${recordPath}/:type`;
const record = `${types}/:id`;

/** Reading records: the list only names them, each is read by a call of its own. */
export function readRoutes(app: FastifyInstance, world: World): void {
  app.get<Typed>(types, (request) => {
    const { type } = request.params;
    typeOf(type);
    const page = pageOf(parametersOf(request, 'limit', 'offset'));
    const rows = world.store.list<Stored>(type).map(({ id }) => ({ links: selfLink(hrefOf(world, type, id)), id }));
    return collection(world, request, rows, page);
  });

  app.get<Keyed>(record, (request) => {
    const { type, id } = request.params;
    const query = parametersOf(request, 'expandSubResources', 'fields', 'simpleEnumFormat');
    const only = names(query, 'fields');
    const stray = only?.find((name) => !Object.hasOwn(typeOf(type).fields, name));
    if (stray) {
      const detail = `The field '${stray}' does not exist.`;
      throw new NetsuiteError(400, 'NONEXISTENT_FIELD', detail, { QueryParam: 'fields' });
    }
    const view = { expand: flag(query, 'expandSubResources'), simpleEnums: flag(query, 'simpleEnumFormat') };
    return present(world, type, getRecord(world, type, id), only ? { ...view, only } : view);
  });

  app.get<Lined>(`${record}/:sublist`, (request) => {
    const { fields, lines, href } = sublistOf(world, request);
    const expand = flag(parametersOf(request, 'expandSubResources'), 'expandSubResources');
    return presentLines(world, fields, lines, { expand, simpleEnums: false }, href);
  });

  app.get<Lined>(`${record}/:sublist/:line`, (request) => {
    parametersOf(request);
    const { fields, lines, href } = sublistOf(world, request);
    const line = lines.find((candidate) => String(candidate.line) === request.params.line);
    if (!line) throw notFound('The sublist line does not exist.', request.url);
    return presentLine(world, fields, line, { expand: true, simpleEnums: false }, href);
  });
}

function sublistOf(world: World, request: FastifyRequest<Lined>) {
  const { type, id, sublist } = request.params;
  const found = getRecord(world, type, id);
  const field = Object.hasOwn(typeOf(type).fields, sublist) ? typeOf(type).fields[sublist] : undefined;
  if (field?.kind !== 'sublist') throw notFound(`The sub-resource '${sublist}' does not exist.`, request.url);
  const lines = (found[sublist] ?? []) as Line[];
  return { fields: field.line, lines, href: `${hrefOf(world, type, found.id)}/${sublist}` };
}

import type { World } from '../../core/simulator.js';
import { type EntitySet, keyOf, type Row } from './edm.js';
import { notAllowed, preconditionFailed, preconditionRequired } from './errors.js';
import type { Answer, Ask } from './gateway.js';
import { etagOf, present, uriOf } from './present.js';
import { changesOf, draftOf, parseJson } from './read-draft.js';
import { refuseAsArranged } from './refusals.js';
import type { Resource } from './resource-path.js';
import type { Service } from './service.js';

export const ledgerOf = (set: EntitySet, row: Row): { entity: string; id: string } => ({
  entity: set.name,
  id: keyOf(set, row),
});

/** Creates an entity with all that was sent along, or nothing. A 201 is no promise that anything was saved. */
export function create(world: World, service: Service, { set, inherited }: Resource, ask: Ask): Answer {
  const rule = service.creates[set.name];
  if (!rule) throw notAllowed('POST');
  const data = parseJson(ask.body);
  const draft = draftOf(service, set, data);
  refuseAsArranged(world, set.name);
  const { row, operation, warning } = rule(world, { ...draft, values: { ...draft.values, ...inherited } });
  if (operation) world.ledger(ask.request, { operation, ...ledgerOf(set, row), data });
  const etag = etagOf(set, row);
  const headers = {
    location: uriOf(world, service, set, row),
    ...(etag && { etag }),
    ...(warning && { 'sap-message': messageHeader(warning) }),
  };
  const body = { d: present(world, service, set, row, { expand: Object.keys(draft.nested) }) };
  return { status: 201, headers, body };
}

/** Assumption, unconfirmed by the vendor: the members of the `sap-message` header. */
const messageHeader = ({ code, message }: { code: string; message: string }): string =>
  JSON.stringify({ code, message, target: '', severity: 'warning', transition: false, details: [] });

export function update(world: World, service: Service, { set, row }: Resource, ask: Ask): Answer {
  const rule = service.updates[set.name];
  if (!rule) throw notAllowed(ask.method);
  requireMatch(set, row!, ask.ifMatch);
  const data = parseJson(ask.body);
  const saved = rule(world, row!, changesOf(set, data));
  world.ledger(ask.request, { operation: 'update', ...ledgerOf(set, saved), data });
  return { status: 204, headers: {} };
}

/** Who changes an entity that has an ETag says which state of it was seen; `*` is any. */
function requireMatch(set: EntitySet, row: Row, ifMatch: string | undefined): void {
  const etag = etagOf(set, row);
  if (etag === undefined) return;
  if (ifMatch === undefined) throw preconditionRequired();
  if (ifMatch !== '*' && ifMatch !== etag) throw preconditionFailed();
}

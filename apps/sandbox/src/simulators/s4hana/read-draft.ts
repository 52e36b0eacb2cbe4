import type { EntitySet, Row } from './edm.js';
import { GatewayError, invalidSyntax, invalidValue } from './errors.js';
import type { Draft, Service } from './service.js';
import { fromWire } from './wire-values.js';

type Json = Record<string, unknown>;

/** The entity a creation's body describes, with those sent along in it. */
export function draftOf(service: Service, set: EntitySet, body: unknown): Draft {
  const json = objectOf(body);
  const values: Row = {};
  const nested: Draft['nested'] = {};
  for (const [name, value] of Object.entries(json)) {
    const navigation = set.navigations[name];
    if (navigation) {
      if (!navigation.owned) throw invalidProperty(name);
      const target = service.sets[navigation.to]!;
      nested[name] = membersOf(name, value, navigation.many).map((member) => draftOf(service, target, member));
    } else if (name !== '__metadata') {
      values[name] = valueOf(set, name, value, ['write', 'create']);
    }
  }
  return { set, values, nested };
}

/** The values a change's body describes; a value of nothing empties the property. */
export function changesOf(set: EntitySet, body: unknown): Row {
  const entries = Object.entries(objectOf(body)).filter(([name]) => name !== '__metadata');
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      // Assumption, unconfirmed by the vendor: a key may be repeated in the body of a change.
      valueOf(set, name, value, set.keys.includes(name) ? ['write', 'create', 'read'] : ['write']),
    ]),
  );
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalidSyntax('Error while parsing an XML/JSON stream');
  }
}

// Assumption, unconfirmed by the vendor: read-only properties in a body are refused, not passed over.
function valueOf(set: EntitySet, name: string, value: unknown, access: string[]) {
  const property = set.properties[name];
  if (!property || !access.includes(property.access)) throw invalidProperty(name);
  return fromWire(name, property, value);
}

const invalidProperty = (name: string): GatewayError =>
  new GatewayError(400, '005056A509B11EE1B9A8FEC11C21578E', `Property '${name}' is invalid`);

/** Collections may be sent bare or, as they are read, within `results`. */
function membersOf(name: string, value: unknown, many: boolean): unknown[] {
  if (!many) return value === null ? [] : [value];
  const members: unknown = Array.isArray(value) ? value : (value as Json | null)?.results;
  if (!Array.isArray(members)) throw invalidValue(name, value);
  return members;
}

function objectOf(body: unknown): Json {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalidSyntax('Error while parsing an XML/JSON stream');
  }
  return body as Json;
}

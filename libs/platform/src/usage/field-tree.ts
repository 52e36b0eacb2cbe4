import type { JsonObject, PublishedOperation } from '../contract/published-contract.js';

/** The fields a schema names; `index` is a field's place in the list of all, -1 for the whole. */
export interface FieldNode {
  index: number;
  fields: Map<string, FieldNode>;
  items: FieldNode | null;
}

/** The fields of a message: their paths, e.g. `lines[].price`, what is said of each, and the tree that leads to them. */
export interface Fields {
  paths: string[];
  schemas: JsonObject[];
  root: FieldNode;
}

/** Schemas inside each other, more than in any message of ours; one that contains itself ends where it begins anew. */
const deepest = 30;

/** The fields of a schema in a document. */
export function fieldsOf(document: JsonObject, schema: JsonObject | undefined): Fields {
  const paths: string[] = [];
  const schemas: JsonObject[] = [];
  const add = (node: FieldNode, schemaOfNode: JsonObject, at: string, trail: JsonObject[]): void => {
    const parts = partsOf(document, schemaOfNode).filter((part) => !trail.includes(part));
    const inside = [...trail, ...parts];
    for (const part of inside.length > deepest ? [] : parts) {
      for (const [name, child] of Object.entries((part.properties ?? {}) as Record<string, JsonObject>)) {
        const path = at === '' ? name : `${at}.${name}`;
        let known = node.fields.get(name);
        if (!known) {
          node.fields.set(name, (known = newNode(paths.push(path) - 1)));
          schemas.push(child);
        }
        add(known, child, path, inside);
      }
      if (part.items) add((node.items ??= newNode(-1)), part.items as JsonObject, `${at}[]`, inside);
    }
  };
  const root = newNode(-1);
  if (schema) add(root, schema, '', []);
  return { paths, schemas, root };
}

/** What an operation takes in its body, and names in path and query. */
export function sentFields(document: JsonObject, { definition }: Pick<PublishedOperation, 'definition'>): Fields {
  const body = definition.requestBody as { content?: Record<string, { schema?: JsonObject }> } | undefined;
  const fields = fieldsOf(document, body?.content?.['application/json']?.schema);
  for (const parameter of (definition.parameters ?? []) as { in: string; name: string }[]) {
    if (parameter.in !== 'query' || fields.root.fields.has(parameter.name)) continue;
    fields.root.fields.set(parameter.name, newNode(fields.paths.push(parameter.name) - 1));
    fields.schemas.push(parameter);
  }
  return fields;
}

/** What an operation answers with a status. */
export function answeredFields(
  document: JsonObject,
  { definition }: Pick<PublishedOperation, 'definition'>,
  status: string,
): Pick<Fields, 'paths' | 'schemas'> {
  const responses = definition.responses as Record<string, { content?: Record<string, { schema?: JsonObject }> }>;
  const content = (responses[status] ?? responses.default)?.content ?? {};
  const found = Object.values(content).map(({ schema }) => fieldsOf(document, schema));
  return { paths: found.flatMap(({ paths }) => paths), schemas: found.flatMap(({ schemas }) => schemas) };
}

const newNode = (index: number): FieldNode => ({ index, fields: new Map(), items: null });

/** A schema and what it is made of, references followed. */
function partsOf(document: JsonObject, schema: JsonObject, seen: JsonObject[] = []): JsonObject[] {
  const own = resolved(document, schema);
  if (seen.includes(own)) return [];
  const made = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => (own[key] ?? []) as JsonObject[]);
  return [own, ...made.flatMap((part) => partsOf(document, part, [...seen, own]))];
}

function resolved(document: JsonObject, schema: JsonObject): JsonObject {
  if (typeof schema.$ref !== 'string') return schema;
  const steps = schema.$ref.replace(/^#\//, '').split('/');
  const found = steps.reduce<unknown>(
    (node, step) => (node as JsonObject | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  );
  return (found ?? {}) as JsonObject;
}

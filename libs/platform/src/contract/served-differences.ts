import type { FieldProblem } from '#kernel';
import type { Json, JsonObject } from './published-contract.js';

type Operations = Map<string, Json | undefined>;

/** Where what an app serves is not what its contracts say; `field` names the operation or schema. */
export function servedDifferences(served: JsonObject, published: JsonObject[]): FieldProblem[] {
  const [here, there] = [operationsIn([served]), operationsIn(published)];
  const [schemas, promised] = [schemasIn([served]), schemasIn(published)];
  return [
    ...held(here, there, 'is published and not served', 'is served and not published'),
    ...held(schemas, promised, 'is published and not used', null),
  ];
}

/** `extra` is null where it does not matter that there is more here. */
function held(here: Operations, there: Operations, missing: string, extra: string | null): FieldProblem[] {
  const problems = [...there].flatMap(([field, wanted]): FieldProblem[] => {
    if (!here.has(field)) return [{ field, message: missing }];
    return unequal(here.get(field), wanted).map((pointer) => ({ field, message: `differs at ${pointer}` }));
  });
  const more = extra === null ? [] : [...here.keys()].filter((field) => !there.has(field));
  return [...problems, ...more.map((field) => ({ field, message: extra! }))];
}

function operationsIn(documents: JsonObject[]): Operations {
  return new Map(
    documents.flatMap(({ paths }) =>
      Object.entries((paths ?? {}) as Record<string, JsonObject>).flatMap(([path, item]) =>
        Object.entries(item).map(([method, one]) => [`${method.toUpperCase()} ${path}`, one] as const),
      ),
    ),
  );
}

const schemasIn = (documents: JsonObject[]): Operations =>
  new Map(
    documents.flatMap(({ components }) => {
      const { schemas } = (components ?? {}) as { schemas?: JsonObject };
      return Object.entries(schemas ?? {}).map(([name, schema]) => [`schema ${name}`, schema] as const);
    }),
  );

/** JSON pointers of the deepest places that are not equal. */
function unequal(one: Json | undefined, other: Json | undefined, at = ''): string[] {
  if (one === other) return [];
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return [at || '/'];
  const [here, there] = [one as JsonObject, other as JsonObject];
  const keys = [...new Set([...Object.keys(here), ...Object.keys(there)])].filter(
    (key) => here[key] !== undefined || there[key] !== undefined,
  );
  return keys.flatMap((key) => unequal(here[key], there[key], `${at}/${escaped(key)}`));
}

/** RFC 6901. */
export const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

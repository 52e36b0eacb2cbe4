type Json = Record<string, unknown>;

interface Document {
  paths: Json;
  components: { schemas: Json };
}

/** A contract as large as asked for: the paths and schemas of a real one again and again, under names of their own. */
export function enlarged(document: unknown, bytes: number): unknown {
  const { paths, components } = document as Document;
  const size = JSON.stringify(document).length;
  const copies = Array.from({ length: Math.ceil(bytes / size) }, (_, number) => {
    const renamed = JSON.stringify({ paths, schemas: components.schemas })
      .replaceAll('"#/components/schemas/', `"#/components/schemas/Copy${number}`)
      .replaceAll('"/v1/', `"/v1/copy-${number}/`);
    const copy = JSON.parse(renamed) as { paths: Json; schemas: Json };
    return { paths: copy.paths, schemas: prefixed(copy.schemas, `Copy${number}`) };
  });
  return {
    ...(document as Json),
    paths: Object.assign({}, ...copies.map((copy) => copy.paths)) as Json,
    components: { ...components, schemas: Object.assign({}, ...copies.map(({ schemas }) => schemas)) as Json },
  };
}

const prefixed = (schemas: Json, prefix: string): Json =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [`${prefix}${name}`, schema]));

/** The same contract with one limit in a hundred lowered: more than a release changes. */
export function changed(document: unknown): unknown {
  const copy = structuredClone(document) as Document;
  const schemas = Object.values(copy.components.schemas) as { properties?: Record<string, { maxLength?: number }> }[];
  const limited = schemas
    .flatMap(({ properties }) => Object.values(properties ?? {}))
    .filter(({ maxLength }) => maxLength !== undefined);
  for (const [at, field] of limited.entries()) if (at % 100 === 0) field.maxLength! -= 1;
  return copy;
}

/** A part of a document, as it stands in its YAML. */
export type Part = Record<string, unknown>;

/** One thing every contract of ours keeps to. */
export interface LintRule {
  /** In capitals nowhere, with hyphens: what a report names. */
  id: string;
  /** Why it is a rule: what goes wrong without it. */
  reason: string;
  /** Places it looks at, as JSONPath. */
  given: string | string[];
  /** Whether references are followed before it looks. */
  resolved?: boolean;
  /** What is wrong at a place, a sentence each; `path` leads from the document to it. */
  check: (value: never, path: (string | number)[]) => string[];
  /** Top-level parts of a document that keep to the rule, and of one that does not. */
  good: Part;
  bad: Part;
}

/** A rule with its place's type said once. */
export const rule = <Value>(
  definition: Omit<LintRule, 'check'> & { check: (value: Value, path: (string | number)[]) => string[] },
): LintRule => definition;

export const when = (wrong: boolean, sentence: string): string[] => (wrong ? [sentence] : []);

/** An operation under one path. */
export interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; description?: string }[];
  requestBody?: Part;
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>;
  security?: Record<string, string[]>[];
  'x-scope'?: string;
}

export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  maxLength?: number;
  maxItems?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  items?: Schema;
  description?: string;
  'x-classification'?: string;
  'x-extensible-enum'?: boolean;
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];

export const operations = `$.paths[*][${methods.join(',')}]`;
export const writes = '$.paths[*][put,post,delete,patch]';
export const reads = '$.paths[*][get]';
/** Every property of every schema that is named; those inside a property have a name of their own. */
export const fields = '$.components.schemas[*].properties[*]';

export const isOfType = ({ type }: Schema, name: string): boolean =>
  type === name || (Array.isArray(type) && type.includes(name));

/** A document with one operation, for examples. */
export const withOperation = (operation: object, method = 'get', path = '/v1/projects'): Part => ({
  paths: { [path]: { [method]: operation } },
});

/** A document with one field, for examples. */
export const withField = (name: string, schema: object): Part => ({
  components: { schemas: { Project: { type: 'object', properties: { [name]: schema } } } },
});

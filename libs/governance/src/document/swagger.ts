import { Json, isRecord, listOf, own, recordOf, textsOf } from './json.js';
import { Source } from './source.js';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];

/** A Swagger 2.0 document said in OpenAPI 3.0; schemas stay where they are, so that their pointers hold. */
export function swagger(root: Json): Json {
  const source = new Source(root);
  const follow = (value: unknown): Json => recordOf(source.follow({ value, at: '#' }).value);
  const paths = Object.entries(recordOf(root.paths)).map(([path, item]) => [
    path,
    pathItem(follow(item), root, follow),
  ]);
  return {
    ...root,
    openapi: '3.0.3',
    servers: serversOf(root),
    paths: Object.fromEntries(paths) as Json,
    components: { schemas: recordOf(root.definitions), securitySchemes: recordOf(root.securityDefinitions) },
  };
}

type Follow = (value: unknown) => Json;

function pathItem(item: Json, root: Json, follow: Follow): Json {
  const shared = listOf(item.parameters).map(follow);
  const operations = methods.filter((method) => isRecord(own(item, method)));
  const converted = operations.map((method) => [method, operation(recordOf(item[method]), shared, root, follow)]);
  return { ...item, parameters: [], ...Object.fromEntries(converted) };
}

function operation(raw: Json, shared: readonly Json[], root: Json, follow: Follow): Json {
  const named = [...shared, ...listOf(raw.parameters).map(follow)].map(
    (one) => [`${one.in} ${one.name}`, one] as const,
  );
  const all = [...new Map(named).values()];
  const consumes = mediaTypes(raw.consumes ?? root.consumes);
  const produces = mediaTypes(raw.produces ?? root.produces);
  const responses = Object.entries(recordOf(raw.responses)).map(([status, one]) => [
    status,
    response(follow(one), produces),
  ]);
  return {
    ...raw,
    parameters: all.filter((one) => one.in !== 'body' && one.in !== 'formData').map(parameter),
    ...bodyOf(all, consumes),
    responses: Object.fromEntries(responses) as Json,
  };
}

function bodyOf(parameters: readonly Json[], consumes: readonly string[]): Json {
  const body = parameters.find((one) => one.in === 'body');
  if (body !== undefined)
    return { requestBody: { required: body.required === true, content: content(consumes, body.schema) } };
  const fields = parameters.filter((one) => one.in === 'formData');
  if (fields.length === 0) return {};
  const required = fields.filter((one) => one.required === true).map((one) => one.name);
  const schema = {
    type: 'object',
    properties: Object.fromEntries(fields.map((one) => [one.name, valueOf(one)])),
    required,
  };
  const forms = consumes.filter((type) => /form/.test(type));
  const types = forms.length > 0 ? forms : ['application/x-www-form-urlencoded'];
  return { requestBody: { required: required.length > 0, content: content(types, schema) } };
}

const collections: Record<string, Json> = {
  multi: { style: 'form', explode: true },
  ssv: { style: 'spaceDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
};

function parameter(raw: Json): Json {
  const { name, required, description, deprecated } = raw;
  const style = collections[String(raw.collectionFormat)] ?? { explode: false };
  const known = { name, in: raw.in, required, description, deprecated, 'x-sunset': raw['x-sunset'] };
  return { ...known, schema: valueOf(raw), ...(raw.type === 'array' ? style : {}) };
}

/** The schema in a parameter or header: all that does not say how it is sent. */
function valueOf(raw: Json): Json {
  const { name: _, in: __, required: ___, description: ____, collectionFormat: _____, ...schema } = raw;
  return schema;
}

function response(raw: Json, produces: readonly string[]): Json {
  const headers = Object.entries(recordOf(raw.headers)).map(([name, header]) => [
    name,
    { schema: valueOf(recordOf(header)) },
  ]);
  const described = raw.schema === undefined ? {} : { content: content(produces, raw.schema) };
  return { ...raw, headers: Object.fromEntries(headers) as Json, ...described };
}

function content(types: readonly string[], schema: unknown): Json {
  return Object.fromEntries(types.map((type) => [type, schema === undefined ? {} : { schema }]));
}

function mediaTypes(value: unknown): string[] {
  const types = textsOf(value);
  return types.length > 0 ? types : ['application/json'];
}

function serversOf(root: Json): Json[] {
  const host = typeof root.host === 'string' ? root.host : '';
  const base = typeof root.basePath === 'string' ? root.basePath : '';
  const schemes = textsOf(root.schemes);
  if (host === '') return [{ url: base === '' ? '/' : base }];
  return (schemes.length > 0 ? schemes : ['https']).map((scheme) => ({ url: `${scheme}://${host}${base}` }));
}

import { Json, isRecord, listOf, own, recordOf, textOf, textsOf } from './json.js';
import { Api, Body, Header, Media, Operation, Parameter, Response, SecurityRequirement } from './api.js';
import { Located, Source, below, inside } from './source.js';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** An OpenAPI 3 document as an Api. */
export function openApi(root: Json): Api {
  return new Reader(root).api();
}

/** A path whose parameters have no names: `/a/{id}` and `/a/{key}` are one. */
export function unnamed(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, '{}');
}

/** A path whose first major is left out: `/v1/a` and `/v2/a` are one. */
export function withoutMajor(path: string): string {
  return path.replace(/\/v\d+(?=\/|$)/, '');
}

class Reader {
  private readonly source: Source;
  private readonly top: Located;
  private readonly entered = new Set<unknown>();

  constructor(private readonly root: Json) {
    this.source = new Source(root);
    this.top = { value: root, at: '#' };
  }

  api(): Api {
    const servers = serversOf(this.root) ?? ['/'];
    const components = (key: string): Map<string, Located> => this.named(inside(this.top, 'components', key));
    return {
      source: this.source,
      siblings: !String(this.root.openapi).startsWith('3.0'),
      operations: this.items(inside(this.top, 'paths'), true),
      webhooks: this.items(inside(this.top, 'webhooks'), false),
      info: inside(this.top, 'info') ?? { value: {}, at: '#/info' },
      prefix: commonPath(servers),
      servers,
      security: securityOf(this.root),
      securitySchemes: components('securitySchemes'),
      schemas: components('schemas'),
      tags: this.tags(),
    };
  }

  private tags(): Map<string, Located> {
    const named = listOf(this.root.tags).map((value, index) => ({ value, at: `#/tags/${index}` }));
    return new Map(named.flatMap((tag) => (isRecord(tag.value) ? [[String(tag.value.name), tag] as const] : [])));
  }

  private items(paths: Located | undefined, isPath: boolean): Operation[] {
    return [...this.named(paths)]
      .filter(([path]) => !path.startsWith('x-'))
      .flatMap(([path, located]) => this.item(path, this.source.follow(located), isPath));
  }

  private item(path: string, item: Located, isPath: boolean): Operation[] {
    if (!isRecord(item.value) || this.entered.has(item.value)) return [];
    this.entered.add(item.value);
    const found = methods.flatMap((method) => {
      const located = inside(item, method);
      return isRecord(located?.value) ? [this.operation({ path, method, item, isPath }, located)] : [];
    });
    this.entered.delete(item.value);
    return found;
  }

  private operation(
    where: { path: string; method: string; item: Located; isPath: boolean },
    located: Located,
  ): Operation {
    const raw = located.value as Json;
    const item = where.item.value as Json;
    const shared = this.parameters(where.item, where.path, true);
    const inner = this.parameters(located, where.path, false);
    return {
      at: located.at,
      method: where.method.toUpperCase(),
      path: where.path,
      key: where.isPath ? unnamed(where.path) : where.path,
      raw,
      operationId: textOf(raw.operationId) ?? null,
      parameters: [...new Map([...shared, ...inner].map((one) => [one.key, one])).values()],
      body: this.body(inside(located, 'requestBody')),
      responses: new Map(
        [...this.named(inside(located, 'responses'))].flatMap(([status, one]) => this.response(status, one)),
      ),
      security: securityOf(raw) ?? securityOf(this.root),
      servers: serversOf(raw) ?? serversOf(item) ?? [],
      tags: textsOf(raw.tags),
      callbacks: this.callbacks(inside(located, 'callbacks')),
    };
  }

  private callbacks(located: Located | undefined): Operation[] {
    return [...this.named(located)].flatMap(([name, callback]) =>
      this.items(this.source.follow(callback), false).map((one) => ({ ...one, key: `${name} ${one.key}` })),
    );
  }

  private parameters(owner: Located, path: string, shared: boolean): Parameter[] {
    const list = inside(owner, 'parameters');
    return listOf(list?.value).flatMap((value, index) => {
      const located = this.source.follow({ value, at: below(list!.at, index) });
      return isRecord(located.value) ? [parameterOf(located, located.value, path, shared)] : [];
    });
  }

  private body(located: Located | undefined): Body | undefined {
    if (located === undefined) return undefined;
    const body = this.source.follow(located);
    return { at: body.at, required: recordOf(body.value).required === true, content: contentOf(body) };
  }

  private response(status: string, located: Located): [string, Response][] {
    const response = this.source.follow(located);
    if (!isRecord(response.value) || status.startsWith('x-')) return [];
    const headers = [...this.named(inside(response, 'headers'))].map(([name, one]) => this.header(name, one));
    const links = this.named(inside(response, 'links'));
    return [[status, { at: response.at, status, content: contentOf(response), headers, links }]];
  }

  private header(name: string, located: Located): Header {
    const header = this.source.follow(located);
    const raw = recordOf(header.value);
    return { at: header.at, name, required: raw.required === true, schema: schemaOf(header), raw };
  }

  private named(located: Located | undefined): Map<string, Located> {
    const entries = Object.keys(recordOf(located?.value)).map((key) => [key, inside(located!, key)!] as const);
    return new Map(entries.filter(([, value]) => value !== undefined));
  }
}

function schemaOf(owner: Located): Located | undefined {
  const direct = inside(owner, 'schema');
  if (direct !== undefined) return direct;
  return contentOf(owner)[0]?.schema;
}

function contentOf(owner: Located): Media[] {
  const content = inside(owner, 'content');
  return Object.keys(recordOf(content?.value)).map((type) => {
    const media = inside(content!, type);
    return {
      at: media?.at ?? content!.at,
      type,
      schema: media === undefined ? undefined : inside(media, 'schema'),
      encoding: own(recordOf(media?.value), 'encoding'),
    };
  });
}

const styles: Record<string, string> = { path: 'simple', header: 'simple', query: 'form', cookie: 'form' };

function parameterOf(located: Located, raw: Json, path: string, shared: boolean): Parameter {
  const name = String(raw.name);
  const place = String(raw.in);
  const style = textOf(raw.style) ?? styles[place] ?? 'simple';
  return {
    at: located.at,
    name,
    in: place,
    key:
      place === 'path' ? `path ${placeIn(path, name)}` : `${place} ${place === 'header' ? name.toLowerCase() : name}`,
    required: raw.required === true || place === 'path',
    schema: schemaOf(located),
    json: raw.content !== undefined,
    style,
    explode: typeof raw.explode === 'boolean' ? raw.explode : style === 'form',
    raw,
    shared,
  };
}

/** What the parameters of a path are called, in their order. */
export function namesIn(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);
}

/** A path parameter's number; its name where the path does not have it. */
function placeIn(path: string, name: string): number | string {
  const at = namesIn(path).indexOf(name);
  return at < 0 ? name : at;
}

function securityOf(owner: Json): SecurityRequirement[] | undefined {
  if (!Array.isArray(owner.security)) return undefined;
  return owner.security
    .filter(isRecord)
    .map((one) => Object.fromEntries(Object.entries(one).map(([scheme, scopes]) => [scheme, textsOf(scopes)])));
}

function serversOf(owner: Json): string[] | undefined {
  const urls = listOf(owner.servers).flatMap((server) => (isRecord(server) ? [withDefaults(server)] : []));
  return urls.length === 0 ? undefined : urls;
}

function withDefaults(server: Json): string {
  const variables = recordOf(server.variables);
  return String(server.url ?? '/').replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
    return textOf(recordOf(own(variables, name)).default) ?? whole;
  });
}

function commonPath(servers: readonly string[]): string {
  const paths = new Set(servers.map((url) => url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/\/+$/, '')));
  return paths.size === 1 ? [...paths][0]! : '';
}

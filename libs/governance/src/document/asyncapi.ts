import { Api, Media, Operation, Parameter, Response, SecurityRequirement } from './api.js';
import { Json, isRecord, listOf, recordOf, refOf, textOf, textsOf } from './json.js';
import { namesIn, unnamed } from './openapi.js';
import { Located, Source, below, inside } from './source.js';

/**
 * An AsyncAPI 3 document as an Api. What the application sends is an answer nobody asked for, what it receives a request;
 * each message stands where a media type would. A channel no operation names is taken to be one it sends to.
 */
export function asyncApi(root: Json): Api {
  return new Reader(root).api();
}

class Reader {
  private readonly source: Source;
  private readonly top: Located;

  constructor(private readonly root: Json) {
    this.source = new Source(root);
    this.top = { value: root, at: '#' };
  }

  api(): Api {
    const declared = this.entries(inside(this.top, 'operations')).map(([name, one]) =>
      this.operation(name, this.source.follow(one)),
    );
    const used = new Set(declared.map(({ path }) => path));
    const channels = this.entries(inside(this.top, 'channels')).map(([name, one]) =>
      this.channel(name, this.source.follow(one)),
    );
    return {
      source: this.source,
      siblings: true,
      operations: [...declared, ...channels.filter(({ path }) => !used.has(path))],
      webhooks: [],
      info: inside(this.top, 'info') ?? { value: {}, at: '#/info' },
      prefix: '',
      servers: Object.values(recordOf(this.root.servers)).map(
        (one) => `${String(recordOf(one).protocol)}://${String(recordOf(one).host)}`,
      ),
      security: undefined,
      securitySchemes: new Map(this.entries(inside(this.top, 'components', 'securitySchemes'))),
      schemas: new Map(this.entries(inside(this.top, 'components', 'schemas'))),
      tags: new Map(),
    };
  }

  private operation(name: string, located: Located): Operation {
    const raw = recordOf(located.value);
    const channel = this.source.follow(inside(located, 'channel') ?? { value: {}, at: located.at });
    const listed = inside(located, 'messages');
    const messages = listed === undefined ? this.messagesOf(channel) : this.listed(listed);
    const reply = inside(located, 'reply');
    const replies = reply === undefined ? [] : this.replies(this.source.follow(reply));
    const sends = raw.action !== 'receive';
    return {
      ...this.blank(located.at, raw, channel),
      method: sends ? 'SEND' : 'RECEIVE',
      operationId: name,
      security: securityOf(raw),
      body:
        sends && replies.length === 0
          ? undefined
          : { at: located.at, required: !sends, content: sends ? replies : messages },
      responses: responses(located.at, sends ? ['message', messages] : ['reply', replies]),
    };
  }

  private channel(_: string, located: Located): Operation {
    const blank = this.blank(located.at, {}, located);
    return { ...blank, method: 'SEND', responses: responses(located.at, ['message', this.messagesOf(located)]) };
  }

  private blank(at: string, raw: Json, channel: Located): Operation {
    const path = this.addressOf(channel);
    const empty = {
      parameters: this.parametersOf(channel, path),
      body: undefined,
      responses: new Map(),
      security: undefined,
      servers: [],
      tags: [],
      callbacks: [],
    };
    return { at, method: '', path, key: unnamed(path), raw, operationId: null, ...empty };
  }

  /** Who listens or sends chooses the address: its parameters are sent to the API, whichever way the messages go. */
  private parametersOf(channel: Located, address: string): Parameter[] {
    return namesIn(address).map((name, place) => {
      const { at, value } = this.source.follow(inside(channel, 'parameters', name) ?? { value: {}, at: channel.at });
      const raw = recordOf(value);
      const key = `path ${place}`;
      const values = Array.isArray(raw.enum) ? { enum: raw.enum } : {};
      const schema = { at, value: { type: 'string', ...values } };
      const style = { json: false, style: 'simple', explode: false };
      return { at, name, in: 'path', key, required: true, schema, ...style, raw, shared: false };
    });
  }

  private addressOf(channel: Located): string {
    return textOf(recordOf(channel.value).address) ?? channel.at.slice(channel.at.lastIndexOf('/') + 1);
  }

  private replies(reply: Located): Media[] {
    const listed = inside(reply, 'messages');
    if (listed !== undefined) return this.listed(listed);
    const channel = inside(reply, 'channel');
    return channel === undefined ? [] : this.messagesOf(this.source.follow(channel));
  }

  private messagesOf(channel: Located): Media[] {
    return this.entries(inside(channel, 'messages')).flatMap(([name, one]) =>
      this.message(name, this.source.follow(one)),
    );
  }

  private listed(list: Located): Media[] {
    return listOf(list.value).flatMap((value, index) => {
      const ref = isRecord(value) ? textOf(value.$ref) : undefined;
      const name = ref === undefined ? String(index) : ref.slice(ref.lastIndexOf('/') + 1);
      return this.message(name, this.source.follow({ value, at: below(list.at, index) }));
    });
  }

  /** A message's payload, and its headers as a message of their own; by its stated name, so that renamed keys are no change. */
  private message(key: string, located: Located): Media[] {
    const name = textOf(recordOf(located.value).name) ?? key;
    const traits = listOf(recordOf(located.value).traits).map((value, index) =>
      this.source.follow({ value, at: below(located.at, 'traits', index) }),
    );
    const headers = [located, ...traits].flatMap((one) => inside(one, 'headers') ?? [])[0];
    const raw = recordOf(located.value);
    const encoding = {
      contentType: textOf(raw.contentType) ?? textOf(this.root.defaultContentType),
      correlationId: this.meant(inside(located, 'correlationId')),
      bindings: this.meant(inside(located, 'bindings')),
    };
    const payload = { at: located.at, type: name, schema: plain(inside(located, 'payload')), encoding };
    return headers === undefined
      ? [payload]
      : [payload, { ...payload, type: `${name} headers`, schema: plain(headers), encoding: undefined }];
  }

  /** A value as it is meant: wherever its reference leads. */
  private meant(located: Located | undefined): unknown {
    return located === undefined ? undefined : this.source.follow(located).value;
  }

  private entries(located: Located | undefined): [string, Located][] {
    return Object.keys(recordOf(located?.value)).flatMap((key) => {
      const value = inside(located!, key);
      return value === undefined ? [] : [[key, value] as [string, Located]];
    });
  }
}

/** Any one of the schemes will do; each stands for itself, with the scopes it needs. */
function securityOf(raw: Json): SecurityRequirement[] | undefined {
  if (!Array.isArray(raw.security)) return undefined;
  return listOf(raw.security).map((scheme) => {
    const ref = refOf(scheme);
    const name = ref === undefined ? textOf(recordOf(scheme).type) : ref.slice(ref.lastIndexOf('/') + 1);
    return { [name ?? 'unnamed']: textsOf(recordOf(scheme).scopes) };
  });
}

/** A schema in another format is wrapped with the format's name. */
function plain(schema: Located | undefined): Located | undefined {
  if (schema === undefined || !isRecord(schema.value) || schema.value.schemaFormat === undefined) return schema;
  return inside(schema, 'schema');
}

function responses(at: string, [status, content]: readonly [string, readonly Media[]]): Map<string, Response> {
  return content.length === 0 ? new Map() : new Map([[status, { at, status, content, headers: [], links: new Map() }]]);
}

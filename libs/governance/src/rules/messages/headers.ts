import { Header } from '../../document/api.js';
import { ResponsePair, ResponseRule, directionsOf } from '../../compare/pairs.js';
import { Note, note } from '../../compare/note.js';

/** Headers of an answer. Their schemas are compared like any. */
export const responseHeaders: ResponseRule = (pair) => {
  const [was, is] = [byName(pair.base.headers), byName(pair.revision.headers)];
  const removed = [...was].filter(([name]) => !is.has(name)).map(([, one]) => gone(one, pair));
  const added = [...is].filter(([name]) => !was.has(name)).map(([, one]) => come(one, pair));
  const kept = [...was].flatMap(([name, one]) => (is.has(name) ? presence(one, is.get(name)!, pair) : []));
  return [...removed, ...added, ...kept];
};

/** Names of headers are the same in capitals; Content-Type is told by the content. */
export function byName(headers: readonly Header[]): Map<string, Header> {
  const named = headers.map((one) => [one.name.toLowerCase(), one] as const);
  return new Map(named.filter(([name]) => name !== 'content-type'));
}

function gone(header: Header, pair: ResponsePair): Note {
  const needed = header.required ? 'required' : 'optional';
  return note({
    ...where(pair, header.name),
    rule: `${needed}-response-header-removed`,
    level: header.required ? 'breaking' : 'dangerous',
    base: header.at,
    before: header.name,
    message: `A consumer that reads the header ${header.name} no longer gets it.`,
    remedy: 'Keep sending it until nobody reads it.',
  });
}

function come(header: Header, pair: ResponsePair): Note {
  return note({
    ...where(pair, header.name),
    rule: 'response-header-added',
    level: 'safe',
    revision: header.at,
    after: header.name,
    message: `The header ${header.name} now comes.`,
  });
}

function presence(was: Header, is: Header, pair: ResponsePair): Note[] {
  if (was.required === is.required) return [];
  const told = { ...where(pair, is.name), base: was.at, revision: is.at, before: was.required, after: is.required };
  if (is.required)
    return [
      note({
        ...told,
        rule: 'response-header-became-required',
        level: 'safe',
        message: `The header ${is.name} now always comes.`,
      }),
    ];
  return [
    note({
      ...told,
      rule: 'response-header-became-optional',
      level: 'breaking',
      message: `A consumer that relies on the header ${is.name} may not get it.`,
    }),
  ];
}

function where(pair: ResponsePair, name: string): Pick<Note, 'area' | 'direction' | 'field'> {
  return { area: 'headers', direction: directionsOf(pair.operation).answered, field: name };
}

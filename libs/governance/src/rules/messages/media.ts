import { Media } from '../../document/api.js';
import { Note, note } from '../../compare/note.js';
import { same } from '../../document/json.js';
import { carried } from './event.js';

/** Contents that belong together, and those only one version has. */
export interface MediaMatch {
  pairs: readonly (readonly [Media, Media])[];
  removed: readonly Media[];
  added: readonly Media[];
}

/** Where contents are compared: of a request or of a response, in an API or in an event contract. */
export interface MediaPlace {
  direction: 'request' | 'response';
  isEvent: boolean;
}

/** Pairs by name first, then `application/json` with what is a kind of it: `application/problem+json`, `application/*`. */
export function matchMedia(was: readonly Media[], is: readonly Media[]): MediaMatch {
  const pairs: (readonly [Media, Media])[] = [];
  const removed = new Set(was);
  const added = new Set(is);
  const exact = (a: Media, b: Media): boolean => nameOf(a.type) === nameOf(b.type);
  const kin = (a: Media, b: Media): boolean => isKind(a.type, b.type) || isKind(b.type, a.type);
  for (const fits of [exact, kin]) {
    for (const mine of removed) {
      const theirs = [...added].find((one) => fits(mine, one));
      if (theirs === undefined) continue;
      pairs.push([mine, theirs]);
      removed.delete(mine);
      added.delete(theirs);
    }
  }
  return { pairs, removed: [...removed], added: [...added] };
}

/** Media types added, removed and renamed, and the presence of a schema. */
export function mediaNotes({ pairs, removed, added }: MediaMatch, place: MediaPlace): Note[] {
  return [
    ...removed.map((one) => gone(one, place)),
    ...added.map((one) => come(one, place)),
    ...pairs.flatMap(([was, is]) => [
      ...renamed(was, is, place),
      ...described(was, is, place),
      ...(place.isEvent ? carried(was, is, place.direction) : encoded(was, is, place)),
    ]),
  ];
}

function gone({ type, at }: Media, { direction, isEvent }: MediaPlace): Note {
  const told = { area: areaOf(direction), direction, base: at, before: type, level: 'breaking' } as const;
  if (isEvent)
    return note({
      ...told,
      rule: 'message-removed',
      message: `The message ${type} is gone: whoever ${direction === 'request' ? 'sends it is refused' : 'waits for it is never told'}.`,
    });
  return direction === 'request'
    ? note({
        ...told,
        rule: 'request-body-media-type-removed',
        message: `A consumer that sends ${type} is refused (415).`,
      })
    : note({
        ...told,
        rule: 'response-media-type-removed',
        message: `A consumer that reads ${type} gets something else, or nothing (406).`,
      });
}

function come({ type, at }: Media, { direction, isEvent }: MediaPlace): Note {
  const told = { area: areaOf(direction), direction, revision: at, after: type } as const;
  if (isEvent)
    return note({
      ...told,
      rule: 'message-added',
      level: direction === 'response' ? 'dangerous' : 'safe',
      message: `${type} may now come; a subscriber that does not know it must pass over it.`,
    });
  const rule = direction === 'request' ? 'request-body-media-type-added' : 'response-media-type-added';
  return note({ ...told, rule, level: 'safe', message: `${type} is one more choice.` });
}

function renamed(was: Media, is: Media, { direction }: MediaPlace): Note[] {
  if (was.type === is.type) return [];
  const told = {
    area: areaOf(direction),
    direction,
    base: was.at,
    revision: is.at,
    before: was.type,
    after: is.type,
  } as const;
  if (nameOf(was.type) === nameOf(is.type)) {
    return [
      note({
        ...told,
        rule: `${direction}-media-type-name-changed`,
        level: 'safe',
        message: `The same media type is written ${is.type}.`,
      }),
    ];
  }
  const narrower = isKind(is.type, was.type);
  const rule = `${direction}-media-type-name-${narrower ? 'specialized' : 'generalized'}`;
  const hurts = narrower === (direction === 'request');
  const message = hurts
    ? `A consumer that ${direction === 'request' ? 'sends' : 'reads'} ${was.type} meets ${is.type}, which is not the same.`
    : `${is.type} instead of ${was.type} hurts nobody that kept to the contract.`;
  return [note({ ...told, rule, level: hurts ? 'breaking' : 'safe', message })];
}

function described(was: Media, is: Media, { direction }: MediaPlace): Note[] {
  const [had, has] = [was.schema !== undefined, is.schema !== undefined];
  if (had === has) return [];
  const rule = `${direction}-body-media-type-schema-${has ? 'added' : 'removed'}`;
  const request = direction === 'request';
  const level = has ? (request ? 'breaking' : 'safe') : request ? 'safe' : 'dangerous';
  const message = has
    ? `Contents of ${is.type} must now be of a certain form.`
    : `Nothing is said any more of the form of ${is.type}.`;
  return [
    note({
      rule,
      level,
      area: areaOf(direction),
      direction,
      base: was.at,
      revision: is.at,
      before: had,
      after: has,
      message,
    }),
  ];
}

function encoded(was: Media, is: Media, { direction }: MediaPlace): Note[] {
  if (same(was.encoding, is.encoding)) return [];
  const told = {
    area: areaOf(direction),
    direction,
    base: was.at,
    revision: is.at,
    before: was.encoding ?? null,
    after: is.encoding ?? null,
  } as const;
  return [
    note({
      ...told,
      rule: `${direction}-body-encoding-changed`,
      level: 'dangerous',
      message: `Parts of ${is.type} are written in another way.`,
    }),
  ];
}

function areaOf(direction: 'request' | 'response'): 'requestBody' | 'responses' {
  return direction === 'request' ? 'requestBody' : 'responses';
}

/** Without parameters such as `charset`, whose order and presence say nothing of the form. */
function nameOf(type: string): string {
  return type.split(';', 1)[0]!.trim().toLowerCase();
}

function isKind(special: string, general: string): boolean {
  const [a, b] = [nameOf(special).split('/'), nameOf(general).split('/')];
  if (a.length !== 2 || b.length !== 2 || nameOf(special) === nameOf(general)) return false;
  if (b[0] === '*' || (a[0] === b[0] && b[1] === '*')) return true;
  return a[0] === b[0] && a[1]!.endsWith(`+${b[1]}`);
}

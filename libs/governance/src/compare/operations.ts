import { Media, Operation, Parameter } from '../document/api.js';
import { Located } from '../document/source.js';
import { Level } from '../finding.js';
import { Shaper } from '../schema/shaper.js';
import { Untouched } from '../schema/untouched.js';
import { matchMedia, mediaNotes, MediaPlace } from '../rules/messages/media.js';
import { byName } from '../rules/messages/headers.js';
import { matchStatuses, statusNote } from '../rules/messages/status.js';
import { messageRules, operationRules, parameterRules, responseRules } from '../rules/index.js';
import { parameterAdded } from '../rules/parameters/parameter-added.js';
import { parameterRemoved } from '../rules/parameters/parameter-removed.js';
import { Place } from './change.js';
import { Note } from './note.js';
import { Contracts, OperationPair, ResponsePair, directionsOf } from './pairs.js';
import { SchemaComparison } from './schemas.js';
import { isUnpromised } from './sunset.js';
import { told } from './told.js';

/** Compares two versions of an operation: what is sent, what is answered, who may call. */
export class OperationComparison {
  private readonly schemas: SchemaComparison;
  private readonly base: Shaper;
  private readonly revision: Shaper;
  /** Two dialects can mean two things by the same words. */
  private readonly untouched: Untouched | undefined;

  constructor(private readonly contracts: Contracts) {
    const { base, revision } = contracts;
    this.base = new Shaper(base.source, 'base', base.siblings);
    this.revision = new Shaper(revision.source, 'revision', revision.siblings);
    this.untouched = base.siblings === revision.siblings ? new Untouched(base.source, revision.source) : undefined;
    this.schemas = new SchemaComparison({
      base: new Set(base.schemas.keys()),
      revision: new Set(revision.schemas.keys()),
    });
  }

  notes(base: Operation, revision: Operation, turned: boolean): Note[] {
    const pair: OperationPair = { base, revision, contracts: this.contracts, turned };
    const found = [
      ...operationRules.flatMap((rule) => rule(pair)),
      ...this.parameters(pair),
      ...messageRules.flatMap((rule) => rule(pair)),
      ...this.content(base.body?.content, revision.body?.content, pair, directionsOf(pair).sent),
      ...this.responses(pair),
    ];
    return isUnpromised(base.raw) ? found.map(unpromised) : found;
  }

  private parameters(pair: OperationPair): Note[] {
    const [was, is] = [keyed(pair.base.parameters), keyed(pair.revision.parameters)];
    const direction = directionsOf(pair).sent;
    const removed = [...was]
      .filter(([key]) => !is.has(key))
      .map(([, one]) => parameterRemoved(one, direction, this.contracts.terms.today));
    const added = [...is].filter(([key]) => !was.has(key)).map(([, one]) => parameterAdded(one, direction));
    const kept = [...was].flatMap(([key, base]) => {
      const revision = is.get(key);
      if (revision === undefined) return [];
      const versions = { base, revision, contracts: this.contracts, operation: pair };
      const place: Place = {
        direction,
        kind: 'parameter',
        textual: !revision.json,
        repeated: isRepeated(revision),
        ignored: false,
        terms: this.contracts.terms,
      };
      return [
        ...parameterRules.flatMap((rule) => rule(versions)),
        ...this.schema(base.schema, revision.schema, place, revision.name),
      ];
    });
    return [...removed, ...added, ...kept];
  }

  private responses(pair: OperationPair): Note[] {
    const { pairs, removed, added } = matchStatuses(pair.base.responses, pair.revision.responses);
    const direction = directionsOf(pair).answered;
    return [
      ...removed.map((one) => statusNote(one, 'removed', direction)),
      ...added.map((one) => statusNote(one, 'added', direction)),
      ...pairs.flatMap(([base, revision]) =>
        this.response({ base, revision, contracts: this.contracts, operation: pair }),
      ),
    ];
  }

  private response(pair: ResponsePair): Note[] {
    const direction = directionsOf(pair.operation).answered;
    const is = byName(pair.revision.headers);
    const place: Place = {
      direction,
      kind: 'header',
      textual: true,
      repeated: false,
      ignored: false,
      terms: this.contracts.terms,
    };
    const headers = [...byName(pair.base.headers)].flatMap(([name, one]) =>
      is.has(name) ? this.schema(one.schema, is.get(name)!.schema, place, one.name) : [],
    );
    const rules = responseRules.flatMap((rule) => rule(pair));
    return [...rules, ...headers, ...this.content(pair.base.content, pair.revision.content, pair.operation, direction)];
  }

  private content(
    was: readonly Media[] | undefined,
    is: readonly Media[] | undefined,
    pair: OperationPair,
    direction: 'request' | 'response',
  ): Note[] {
    if (was === undefined || is === undefined) return [];
    const match = matchMedia(was, is);
    const place: MediaPlace = { direction, isEvent: ['SEND', 'RECEIVE'].includes(pair.base.method) };
    const schemas = match.pairs.flatMap(([base, revision]) => {
      const inside: Place = {
        direction,
        kind: 'body',
        textual: isText(revision.type),
        repeated: false,
        ignored: false,
        terms: this.contracts.terms,
      };
      return this.schema(base.schema, revision.schema, inside);
    });
    return [...mediaNotes(match, place), ...schemas];
  }

  private schema(was: Located | undefined, is: Located | undefined, place: Place, name?: string): Note[] {
    if (was === undefined && is === undefined) return [];
    if (place.kind === 'body' && (was === undefined || is === undefined)) return [];
    if (this.untouched?.holds(was?.value, is?.value) === true) return [];
    const base = { shaper: this.base, shape: this.base.shape(was === undefined ? [] : [was]) };
    const revision = { shaper: this.revision, shape: this.revision.shape(is === undefined ? [] : [is]) };
    return this.schemas.changes({ base, revision, place }).map((one) => told(one, place, name));
  }
}

function keyed(parameters: readonly Parameter[]): Map<string, Parameter> {
  return new Map(parameters.map((one) => [one.key, one]));
}

function isRepeated({ in: place, style, explode, json }: Parameter): boolean {
  return ['query', 'cookie'].includes(place) && style === 'form' && explode && !json;
}

/** Anything but JSON, and event messages, whose names stand for the media type. */
function isText(type: string): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/|text\/|application\/xml|.*\+xml)/i.test(type);
}

const unpromised = (note: Note): Note => {
  const level: Level = note.level === 'documentation' ? 'documentation' : 'safe';
  return { ...note, level, remedy: '', message: `${note.message} Nothing was promised yet: the operation is a draft.` };
};

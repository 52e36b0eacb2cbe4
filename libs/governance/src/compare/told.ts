import { Level } from '../finding.js';
import { own } from '../document/json.js';
import { below } from '../document/source.js';
import { Shape } from '../schema/shape.js';
import { Change, Place, levelOf } from './change.js';
import { Note } from './note.js';
import { Located } from './schemas.js';

/** A change of a schema as a note: its rule named for the place, its level judged, the sentence made. */
export function told({ change, pair, field, harmless }: Located, place: Place, name?: string): Note {
  const { direction } = place;
  const level = judged(change, pair.place, harmless);
  const path = [name, `${field}${change.property === undefined ? '' : `.${change.property}`}`.replace(/^\./, '')];
  const whole = path.filter((step) => step !== undefined && step !== '').join('.');
  return {
    rule: change.rule.replace(/^\*/, prefixOf(pair.place, field)),
    level,
    area: place.kind === 'parameter' ? 'parameters' : place.kind === 'header' ? 'headers' : 'schema',
    direction,
    ...(whole === '' ? {} : { field: whole }),
    base: pointer(pair.base.shape, change),
    revision: pointer(pair.revision.shape, change),
    before: change.before ?? null,
    after: change.after ?? null,
    message: sentence(change, level, direction, whole),
    ...(change.remedy === undefined || level === 'safe' ? {} : { remedy: change.remedy }),
  };
}

function judged(change: Change, place: Place, harmless: boolean): Level {
  const level = levelOf(change, place.direction);
  if (level !== 'breaking' && level !== 'dangerous') return level;
  if (place.ignored) return 'safe';
  return harmless && change.move !== 'none' && change.firm !== true ? 'safe' : level;
}

function prefixOf({ direction, kind, ignored }: Place, field: string): string {
  if (kind === 'parameter') return field === '' ? `request-parameter` : 'request-parameter-property';
  if (kind === 'header') return field === '' ? 'response-header' : 'response-header-property';
  if (field === '') return `${direction}-body`;
  return ignored
    ? direction === 'request'
      ? 'request-read-only-property'
      : 'response-write-only-property'
    : `${direction}-property`;
}

function pointer(shape: Shape, { keyword, property }: Change): string | null {
  if (property !== undefined)
    return shape.properties.get(property)?.[0]?.at ?? (shape.required.has(property) ? shape.at : null);
  const part = keyword === undefined ? undefined : shape.parts.find(({ raw }) => own(raw, keyword) !== undefined);
  return part === undefined ? shape.at : below(part.at, keyword!);
}

function sentence(change: Change, level: Level, direction: 'request' | 'response', field: string): string {
  if (change.message !== undefined) return change.message;
  const place = field === '' ? 'the body' : field;
  if (level === 'documentation') return `Of ${place}, ${change.what}.`;
  if (level === 'safe')
    return `Of ${place}: ${change.what}; ${direction === 'request' ? 'what was accepted still is' : 'consumers read it as before'}.`;
  const may = level === 'breaking' ? 'can' : 'may';
  return direction === 'request'
    ? `A consumer that goes on sending ${place} as it did ${may} be refused: ${change.what}.`
    : `A consumer that reads ${place} ${may} fail: ${change.what}.`;
}

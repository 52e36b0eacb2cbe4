import { Parameter } from '../../document/api.js';
import { ParameterPair, ParameterRule, directionsOf } from '../../compare/pairs.js';
import { Note, note } from '../../compare/note.js';
import { recordOf, same } from '../../document/json.js';

/** How a value is written: style, explode, JSON. Of a single value only some styles are seen. */
export const parameterStyle: ParameterRule = (pair) => {
  const [was, is] = [written(pair.base, pair), written(pair.revision, pair)];
  const found: Note[] = [];
  if (was !== is) {
    const message = `A consumer that writes ${pair.revision.name} as ${was} is misread: it must be written as ${is}.`;
    const remedy = 'Keep reading the old form, or add a parameter of another name for the new one.';
    found.push(
      note({
        ...where(pair),
        rule: 'request-parameter-style-changed',
        level: 'breaking',
        before: was,
        after: is,
        message,
        remedy,
      }),
    );
  }
  for (const keyword of ['allowReserved', 'allowEmptyValue']) {
    const [before, after] = [pair.base.raw[keyword] === true, pair.revision.raw[keyword] === true];
    if (before === after) continue;
    const rule = `request-parameter-${keyword === 'allowReserved' ? 'allow-reserved' : 'allow-empty-value'}-${after ? 'added' : 'removed'}`;
    const message = after
      ? `${pair.revision.name} can now be sent in one more way.`
      : `A consumer that relied on ${keyword} of ${pair.revision.name} can be refused.`;
    found.push(note({ ...where(pair), rule, level: after ? 'safe' : 'breaking', before, after, message }));
  }
  return found;
};

export const parameterDescription: ParameterRule = (pair) => {
  const [before, after] = [pair.base.raw.description, pair.revision.raw.description];
  if (same(before, after)) return [];
  const told = { before: before ?? null, after: after ?? null, message: 'Its description changed.' };
  return [note({ ...where(pair), ...told, rule: 'request-parameter-description-changed', level: 'documentation' })];
};

function where({
  base,
  revision,
  operation,
}: ParameterPair): Pick<Note, 'area' | 'direction' | 'field' | 'base' | 'revision'> {
  return {
    area: 'parameters',
    direction: directionsOf(operation).sent,
    field: revision.name,
    base: base.at,
    revision: revision.at,
  };
}

const seenInScalars = ['matrix', 'label'];

function written(parameter: Parameter, { base, revision, contracts }: ParameterPair): string {
  if (parameter.json) return 'JSON';
  const several = isComposite(base, contracts.base.source) || isComposite(revision, contracts.revision.source);
  if (several) return `${parameter.style}${parameter.explode ? ', exploded' : ''}`;
  return seenInScalars.includes(parameter.style) ? parameter.style : 'plain text';
}

function isComposite(
  { schema }: Parameter,
  source: { follow: (located: { value: unknown; at: string }) => { value: unknown } },
): boolean {
  if (schema === undefined) return false;
  const value = recordOf(source.follow(schema).value);
  const types = [value.type].flat();
  return (
    types.includes('array') || types.includes('object') || value.properties !== undefined || value.items !== undefined
  );
}

import { Body } from '../../document/api.js';
import { OperationPair, OperationRule, directionsOf } from '../../compare/pairs.js';
import { Note, note } from '../../compare/note.js';

/** Whether a body must, may or cannot be sent. */
export const bodyPresence: OperationRule = (pair) => {
  const [was, is] = [pair.base.body, pair.revision.body];
  if (was === undefined && is === undefined) return [];
  const told = where(pair, was, is);
  if (was === undefined) {
    const needed = is!.required;
    const message = needed ? 'A consumer that sends no body is refused: one is now needed.' : 'A body may now be sent.';
    return [
      note({
        ...told,
        rule: `request-body-added-${needed ? 'required' : 'optional'}`,
        level: hurt(pair, needed),
        message,
      }),
    ];
  }
  if (is === undefined) {
    const message = 'A consumer that sends a body is refused, or what it sends is ignored: none is taken any more.';
    return [note({ ...told, rule: 'request-body-removed', level: 'breaking', message })];
  }
  if (was.required === is.required) return [];
  const message = is.required
    ? 'A consumer that sends no body is refused: one is now needed.'
    : 'The body may now be left out.';
  return [
    note({
      ...told,
      rule: `request-body-became-${is.required ? 'required' : 'optional'}`,
      level: hurt(pair, is.required),
      message,
    }),
  ];
};

function where(
  pair: OperationPair,
  was: Body | undefined,
  is: Body | undefined,
): Pick<Note, 'area' | 'direction' | 'base' | 'revision' | 'before' | 'after'> {
  const said = (body: Body | undefined): string | null =>
    body === undefined ? null : body.required ? 'required' : 'optional';
  return {
    area: 'requestBody',
    direction: directionsOf(pair).sent,
    base: was?.at ?? null,
    revision: is?.at ?? null,
    before: said(was),
    after: said(is),
  };
}

function hurt(pair: OperationPair, needed: boolean): Note['level'] {
  return needed && !pair.turned ? 'breaking' : 'safe';
}

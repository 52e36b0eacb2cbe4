import { ResponseRule, directionsOf } from '../../compare/pairs.js';
import { note } from '../../compare/note.js';
import { same } from '../../document/json.js';

/** Links to what can be asked next. */
export const responseLinks: ResponseRule = ({ base, revision, operation }) => {
  const names = new Set([...base.links.keys(), ...revision.links.keys()]);
  return [...names].flatMap((name) => {
    const [was, is] = [base.links.get(name), revision.links.get(name)];
    if (same(was?.value, is?.value)) return [];
    const done = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    const level = done === 'added' ? 'safe' : 'dangerous';
    const message =
      done === 'added'
        ? `The link ${name} can now be followed.`
        : `A consumer that follows the link ${name} must look again: it was ${done}.`;
    const told = {
      area: 'responses',
      direction: directionsOf(operation).answered,
      field: name,
      base: was?.at ?? null,
      revision: is?.at ?? null,
    } as const;
    return note({
      ...told,
      rule: `response-link-${done}`,
      level,
      before: was?.value ?? null,
      after: is?.value ?? null,
      message,
    });
  });
};

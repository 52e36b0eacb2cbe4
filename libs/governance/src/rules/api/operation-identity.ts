import { OperationRule } from '../../compare/pairs.js';
import { Note, note } from '../../compare/note.js';
import { same } from '../../document/json.js';

/** The name generated clients give an operation. */
export const operationId: OperationRule = ({ base, revision }) => {
  const [before, after] = [base.operationId, revision.operationId];
  if (before === after) return [];
  const where = { base: base.at, revision: revision.at, before, after, level: 'safe' } as const;
  const message = 'Clients generated from the contract call the operation by another name; what is sent is the same.';
  return [
    ...(before === null ? [] : [note({ ...where, rule: 'api-operation-id-removed', message })]),
    ...(after === null ? [] : [note({ ...where, rule: 'api-operation-id-added', message })]),
  ];
};

export const operationTags: OperationRule = ({ base, revision }) => {
  const where = { area: 'tags', base: base.at, revision: revision.at, level: 'documentation' } as const;
  const removed = base.tags.filter((tag) => !revision.tags.includes(tag));
  const added = revision.tags.filter((tag) => !base.tags.includes(tag));
  return [
    ...removed.map((before) =>
      note({ ...where, rule: 'api-tag-removed', before, message: `It is no longer listed under ${before}.` }),
    ),
    ...added.map((after) =>
      note({ ...where, rule: 'api-tag-added', after, message: `It is now listed under ${after}.` }),
    ),
  ];
};

export const operationDescription: OperationRule = ({ base, revision }) =>
  ['summary', 'description'].flatMap((keyword): Note[] => {
    const [before, after] = [base.raw[keyword], revision.raw[keyword]];
    if (same(before, after)) return [];
    const where = { base: base.at, revision: revision.at, before: before ?? null, after: after ?? null };
    return [
      note({ ...where, rule: `api-${keyword}-changed`, level: 'documentation', message: `Its ${keyword} changed.` }),
    ];
  });

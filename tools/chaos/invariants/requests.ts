import type { Evidence } from '../evidence.js';
import type { Violation } from '../invariants.js';

/** I11: one effect a key, one answer however often it is asked, and none for other words. */
export const sameAnswers = ({ requests }: Evidence): Violation[] =>
  requests.flatMap(({ key, answers, otherWords, effects }): Violation[] => [
    ...(answers.length === 0 ? [{ kind: 'lost' as const, what: `key ${key} was never answered` }] : []),
    ...(new Set(answers).size > 1 ? [{ kind: 'other' as const, what: `key ${key} was answered in several ways` }] : []),
    ...(otherWords === 422 ? [] : [{ kind: 'other' as const, what: `key ${key}, other words: ${otherWords}` }]),
    ...(effects === 1
      ? []
      : [
          {
            kind: effects === 0 ? ('lost' as const) : ('duplicate' as const),
            what: `key ${key} had ${effects} effects`,
          },
        ]),
  ]);

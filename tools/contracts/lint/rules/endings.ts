import { judgeDeprecation } from '#governance';
import { fields, type LintRule, operations, rule, when, withOperation } from '../rule.js';

/** What an operation or a field says of its end. */
interface Ending {
  deprecated?: boolean;
  'x-deprecated-since'?: string;
  'x-sunset'?: string;
  'x-successor'?: string;
}

export const endingRules: LintRule[] = [
  rule<Ending>({
    id: 'deprecation-announced',
    reason:
      'a consumer has to know since when, until when, and what instead (RFC 8594, RFC 9745); run time tells it from here',
    given: [operations, fields],
    check: ({ deprecated, 'x-deprecated-since': since, 'x-sunset': sunset, 'x-successor': successor }) => {
      if (!deprecated) return [];
      const isDay = /^\d{4}-\d{2}-\d{2}$/.test(since ?? '');
      const ending = {
        contract: '',
        subject: '',
        since: isDay ? since! : '',
        sunset: sunset ?? null,
        successor: successor ?? null,
      };
      return [
        ...when(!isDay, 'is deprecated without x-deprecated-since, the day it is so (YYYY-MM-DD)'),
        ...judgeDeprecation(ending).map(({ message, remedy }) => `${message.trim()}; ${remedy}`),
      ];
    },
    good: withOperation({
      deprecated: true,
      'x-deprecated-since': '2026-12-01',
      'x-sunset': '2027-03-31',
      'x-successor': '/v2/projects',
    }),
    bad: withOperation({
      deprecated: true,
      'x-deprecated-since': '2027-03-01',
      'x-sunset': '2027-03-31',
      'x-successor': '/v2/projects',
    }),
  }),
];

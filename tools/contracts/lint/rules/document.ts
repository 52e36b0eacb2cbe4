import { type LintRule, type Part, rule, when } from '../rule.js';

interface Info {
  version?: string;
  description?: string;
  'x-owner'?: string;
  'x-audience'?: string;
  'x-lifecycle'?: string;
  'x-slo'?: Part;
}

const stages = ['design', 'published', 'deprecated', 'retired'];
const complete: Info = {
  version: '1.4.0',
  description: 'From a won deal to a project.',
  'x-owner': 'pmo',
  'x-audience': 'process',
  'x-lifecycle': 'published',
  'x-slo': { availability: '99.5 %' },
};

const info = (check: (info: Info) => string[]) => ({ given: '$.info', check });

export const documentRules: LintRule[] = [
  rule<Info>({
    id: 'version-semantic',
    reason: 'the version says what a change costs the consumer',
    ...info(({ version = '' }) =>
      when(!/^\d+\.\d+\.\d+$/.test(version), `version "${version}" is not major.minor.patch`),
    ),
    good: { info: complete },
    bad: { info: { ...complete, version: '2026-11' } },
  }),
  rule<Info>({
    id: 'contract-described',
    reason: 'whoever looks for an API reads this first',
    ...info(({ description }) => when(!description, 'the contract has no description')),
    good: { info: complete },
    bad: { info: { ...complete, description: '' } },
  }),
  rule<Info>({
    id: 'owner-named',
    reason: 'a question or an incident needs somebody to go to',
    ...info((about) => when(!about['x-owner'], 'x-owner names no role')),
    good: { info: complete },
    bad: { info: { ...complete, 'x-owner': undefined } },
  }),
  rule<Info>({
    id: 'audience-named',
    reason: 'a token for one layer must not open another',
    ...info((about) => when(!about['x-audience'], 'x-audience names no layer')),
    good: { info: complete },
    bad: { info: { ...complete, 'x-audience': undefined } },
  }),
  rule<Info>({
    id: 'lifecycle-known',
    reason: 'whether one may build on an API is not guessed',
    ...info((about) =>
      when(
        !stages.includes(about['x-lifecycle'] ?? ''),
        `x-lifecycle is ${about['x-lifecycle'] ?? 'missing'}, not one of ${stages.join(', ')}`,
      ),
    ),
    good: { info: complete },
    bad: { info: { ...complete, 'x-lifecycle': 'beta' } },
  }),
  rule<Info>({
    id: 'slo-stated',
    reason: 'what is promised can be planned with, and missed where somebody sees it',
    ...info((about) => when(!about['x-slo'], 'x-slo promises nothing')),
    good: { info: complete },
    bad: { info: { ...complete, 'x-slo': undefined } },
  }),
];

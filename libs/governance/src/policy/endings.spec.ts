import { endedBetween, endingsIn, judgeEndings, silentBy } from './endings.js';

const contract = 'process/projects/v1';
const listed = 'GET /v1/projects';
const leaves = {
  deprecated: true,
  'x-deprecated-since': '2026-11-01',
  'x-sunset': '2027-01-30',
  'x-successor': '/v2/projects',
};
/** With an operation and a field; null where it is not there. */
const api = (operation: object | null, field: object | null = {}) => ({
  paths: { '/v1/projects': operation ? { get: operation } : {}, '/v1/others': { get: {} } },
  components: { schemas: { Project: { properties: field ? { client: field, name: {} } : { name: {} } } } },
});
const judged = (before: unknown, after: unknown, known: { today?: string; calling?: object } = {}): string[] =>
  judgeEndings({
    contract,
    before,
    after,
    today: known.today ?? '2026-11-01',
    calling: new Map(Object.entries(known.calling ?? {})) as never,
  }).map(({ rule, message }) => `${rule}: ${message}`);

describe('the ends a contract announces', () => {
  it('are those of its operations and fields, each with what it says', () => {
    const endings = endingsIn(api(leaves, { ...leaves, 'x-lifecycle': 'retired', 'x-successor': 'customer' }));
    const days = { since: '2026-11-01', sunset: '2027-01-30' };
    expect(endings).toEqual([
      { subject: listed, kind: 'operation', state: 'deprecated', ...days, successor: '/v2/projects' },
      { subject: 'Project.client', kind: 'field', state: 'retired', ...days, successor: 'customer' },
    ]);
    expect(endingsIn({ asyncapi: '3.0.0' })).toEqual([]);
  });

  it('give 90 days from the day callers can see them, not from a day before', () => {
    expect(judged(api({}), api(leaves))).toEqual([]);
    expect(judged(api({}), api(leaves), { today: '2026-11-02' })).toEqual([
      `early-sunset: ${listed} ends 89 days after its deprecation`,
    ]);
    expect(judged(api(leaves), api(leaves), { today: '2026-12-24' })).toEqual([]);
    expect(judged(null, api(leaves), { today: '2026-12-24' })).toEqual([]);
  });

  it('may come later than was said, and not sooner without the same notice', () => {
    const on = (sunset: string) => api({ ...leaves, 'x-sunset': sunset });
    expect(judged(api(leaves), on('2027-06-30'), { today: '2027-01-29' })).toEqual([]);
    expect(judged(on('2027-06-30'), api(leaves), { today: '2026-11-30' })).toEqual([
      `early-sunset: ${listed} ends 61 days after its deprecation`,
    ]);
  });

  it('of a field are held to the same', () => {
    expect(judged(api({}), api({}, { deprecated: true }))).toEqual([
      'no-sunset: Project.client is deprecated and does not say when it ends',
      'no-successor: Project.client is deprecated and does not say what to use instead',
    ]);
  });

  it('may be taken back', () => {
    expect(judged(api(leaves, leaves), api({}), { today: '2027-01-01' })).toEqual([]);
  });
});

describe('the end of a whole contract', () => {
  it('is told by each operation that ends by then; the others are silent', () => {
    expect(silentBy(api(leaves), '2027-01-30')).toEqual(['GET /v1/others']);
    expect(silentBy(api(leaves), '2027-01-29')).toEqual([listed, 'GET /v1/others']);
  });
});

describe('an end that is carried out', () => {
  const gone = { ...leaves, 'x-lifecycle': 'retired' };
  const report = { consumer: 'Report tool', owner: 'controlling', lastUse: '2027-01-29' };
  const steps: [what: string, before: object, after: object, subject: string][] = [
    ['by answering 410', api(leaves), api(gone), listed],
    ['by leaving the contract', api(leaves), api(null), listed],
    ['by a field leaving its schema', api({}, leaves), api({}, null), 'Project.client'],
  ];

  it.each(steps)('%s waits for its sunset', (_how, before, after, subject) => {
    expect(judged(before, after, { today: '2027-01-30' })).toEqual([]);
    expect(judged(before, after, { today: '2027-01-29' })).toEqual([
      `before-sunset: ${subject} was promised until 2027-01-30`,
    ]);
  });

  it.each(steps)('%s waits for those who still call', (_how, before, after, subject) => {
    const known = { today: '2027-01-30', calling: { [subject]: [report], 'GET /v1/others': [report] } };
    expect(judged(before, after, known)).toEqual([
      `still-called: ${subject} is still called by Report tool (controlling, last on 2027-01-29)`,
    ]);
  });

  it('was announced before: the sunset a retirement brings itself does not count', () => {
    expect(judged(api({}), api(gone), { today: '2027-06-01' })).toEqual([
      `before-sunset: ${listed} was never deprecated`,
    ]);
  });

  it('is none where a schema is only named otherwise', () => {
    const { paths, components } = api({}, leaves);
    const renamed = { paths, components: { schemas: { Undertaking: components.schemas.Project } } };
    expect(endedBetween(api({}, leaves), renamed)).toEqual([]);
  });

  it('is not let pass where nobody knows who still calls', () => {
    const step = { contract, before: api(leaves), after: api(gone), today: '2027-01-30', calling: null };
    expect(judgeEndings(step).map(({ message }) => message)).toEqual([`who still calls ${listed} is not known here`]);
  });

  it('stays carried out: what answers 410 may leave, or go on answering so', () => {
    expect(endedBetween(api(gone), api(null))).toEqual([]);
    expect(judged(api(gone), api(gone), { today: '2028-01-01', calling: { [listed]: [report] } })).toEqual([]);
  });

  it('is let pass by an exemption on file, which is named', () => {
    const exemption = {
      file: 'exemptions/report.yaml',
      contract,
      rule: 'still-called' as const,
      at: null,
      owner: 'pmo',
      reason: 'the tool is switched off on Friday',
      expires: '2027-02-05',
    };
    const step = { contract, before: api(leaves), after: api(gone), today: '2027-01-30' };
    const objections = judgeEndings({ ...step, calling: new Map([[listed, [report]]]) }, [exemption]);
    expect(objections.map((one) => one.exemption)).toEqual(['exemptions/report.yaml']);
  });
});

import type { Finding } from '../finding.js';
import type { Use } from './touches.js';
import { type KnownConsumer, type UsageRecord, whoIsHurt } from './who-is-hurt.js';

const operation = { method: 'GET', path: '/v1/projects/{code}', operationId: 'getProject' };
const removed: Finding = {
  rule: 'response-property-removed',
  level: 'breaking',
  area: 'schema',
  direction: 'response',
  operation,
  field: 'rates[].amount',
  base: '#/paths/x',
  revision: null,
  before: {},
  after: null,
  message: 'whoever reads it finds nothing',
  remedy: '',
};
const known = {
  sent: ['name', 'lines', 'lines[].role'],
  read: ['code', 'name', 'rates', 'rates[].amount', 'rates[].amount.currency'],
};
const use = (change: Partial<Use> & { clientId?: string } = {}) => ({
  clientId: 'report-tool',
  operation: 'GET /v1/projects/{id}',
  calls: 12,
  lastUse: '2026-11-20T08:00:00.000Z',
  sent: {},
  read: known.read,
  known,
  ...change,
});
const consumer = (change: Partial<KnownConsumer> = {}): KnownConsumer => ({
  clientId: 'report-tool',
  name: 'Report tool',
  owner: 'controlling',
  declared: null,
  ...change,
});
const record = (change: Partial<UsageRecord> = {}): UsageRecord => ({
  uses: [use()],
  active: new Set(['report-tool']),
  unnamed: [],
  ...change,
});
const harms = (findings: Finding[], usage: UsageRecord, consumers = [consumer()]): string[] =>
  whoIsHurt(findings, usage, consumers).map(({ clientId, harm }) => `${clientId} ${harm}`);

describe('who is hurt', () => {
  it('is who could have read what goes, with the last use, the volume and the field', () => {
    expect(whoIsHurt([removed], record(), [consumer()])).toEqual([
      {
        clientId: 'report-tool',
        name: 'Report tool',
        owner: 'controlling',
        harm: 'affected',
        lastUse: '2026-11-20T08:00:00.000Z',
        calls: 12,
        because: ['GET /v1/projects/{id} rates[].amount'],
      },
    ]);
  });

  it('is not who calls other operations, or only gets answers without the field', () => {
    const elsewhere = record({ uses: [use({ operation: 'GET /v1/projects' })] });
    expect(harms([removed], elsewhere)).toEqual(['report-tool not-affected']);
    const refusals = record({ uses: [use({ read: ['code'] })] });
    expect(harms([removed], refusals)).toEqual(['report-tool not-affected']);
  });

  it('is unknown of a consumer without any record: never safe', () => {
    expect(harms([removed], record({ uses: [], active: new Set() }))).toEqual(['report-tool unknown']);
  });

  it('is unknown of everybody while clients that cannot be told apart call what changes', () => {
    const blurred = record({ uses: [], unnamed: [use()] });
    expect(harms([removed], blurred)).toEqual(['report-tool unknown']);
    const elsewhere = record({ uses: [], unnamed: [use({ operation: 'GET /v1/projects' })] });
    expect(harms([removed], elsewhere)).toEqual(['report-tool not-affected']);
  });

  it('names a client that nobody registered', () => {
    expect(harms([removed], record({ uses: [use({ clientId: 'shadow' })] }))).toEqual([
      'shadow affected',
      'report-tool not-affected',
    ]);
  });

  it('goes by what a consumer declares too: more is affected, nothing recorded is safe', () => {
    const quiet = record({ uses: [], active: new Set() });
    const declares = (read: string[]) => [consumer({ declared: [use({ read, lastUse: null, calls: 0 })] })];
    expect(harms([removed], quiet, declares(['rates']))).toEqual(['report-tool affected']);
    expect(harms([removed], quiet, declares(['name']))).toEqual(['report-tool not-affected']);
  });

  it('is nobody where nothing hurts', () => {
    expect(harms([{ ...removed, level: 'safe' }], record({ active: new Set() }))).toEqual(['report-tool not-affected']);
  });

  describe('by a change to a request', () => {
    const request = (change: Partial<Finding>): Finding => ({
      ...removed,
      direction: 'request',
      field: 'lines[].role',
      ...change,
    });
    const sends = (sent: Record<string, number>) => record({ uses: [use({ sent })] });

    it.each([
      ['narrows a field it sends', { rule: 'request-pattern-added' }, { lines: 3, 'lines[].role': 3 }, 'affected'],
      ['narrows a field it never sends', { rule: 'request-pattern-added' }, { name: 3 }, 'not-affected'],
      ['needs a field it never sends', { rule: 'request-property-became-required' }, { name: 3 }, 'affected'],
      ['needs a field that is new', { base: null, field: 'grade' }, { name: 3 }, 'affected'],
      ['is about no field we know', { field: 'X-Tenant' }, {}, 'affected'],
      ['is about the whole operation', { field: undefined }, {}, 'affected'],
      ['is about the whole contract', { operation: undefined, field: undefined }, {}, 'affected'],
    ])('that %s', (_what, change, sent, harm) => {
      expect(harms([request(change as Partial<Finding>)], sends(sent))).toEqual([`report-tool ${harm}`]);
    });
  });
});

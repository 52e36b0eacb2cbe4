import { diff } from '../diff.js';
import { api } from '../judge.fixture.js';
import { changelog } from './changelog.js';

const responses = { 200: { description: 'OK' } };
const edition = (before: object, after: object) => ({
  contract: 'process/orders/v1',
  title: 'Orders',
  base: '1.0.0',
  revision: '1.1.0',
  findings: diff(api({ get: before }), api({ get: after }), { today: '2026-06-01' }),
});

it('a deprecation stands in a chapter of its own, with the day it ends', () => {
  const after = { responses, deprecated: true, 'x-sunset': '2027-05-31' };
  expect(changelog([edition({ responses }, after)])).toBe(
    '## Orders (process/orders/v1) 1.0.0 → 1.1.0\n\n### Deprecated\n\n- GET /orders is deprecated and ends on 2027-05-31.\n',
  );
});

it('what several operations share is told once', () => {
  const found = edition({ responses }, { responses: { ...responses, 201: { description: 'Made' } } });
  const [finding] = found.findings;
  const operation = { method: 'PUT', path: '/orders', operationId: null };
  const text = changelog([{ ...found, findings: [finding!, { ...finding!, operation }] }]);
  expect(text.match(/^- /gm)).toHaveLength(1);
  expect(text).toContain('- GET /orders and 1 more: ');
});

it('no text of a document becomes markup', () => {
  const text = changelog([{ ...edition({ responses }, { responses }), title: '<b> [x](y)' }]);
  expect(text).toContain('## \\<b\\> \\[x\\](y) (process');
});

it('a contract that is gone is told so', () => {
  expect(changelog([{ ...edition({ responses }, { responses }), revision: null }])).toContain('Gone');
});

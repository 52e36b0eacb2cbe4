import { breakAt, type ChainedEntry, hashOf } from './audit-chain.js';

const content = {
  position: 1,
  at: '2026-11-21T09:00:00.000001Z',
  actor: 'Dana',
  action: 'thing.assign',
  subject: 'thing/1',
  reason: 'hers',
  correlationId: 'c-1',
  before: { a: '1', b: '2' },
  after: {},
  previous: '',
};
const entry: ChainedEntry = { ...content, hash: hashOf(content) };
const start = { position: 0, hash: '' };

describe('a chained entry', () => {
  it('is right where its hash is that of its content and of the entry before', () => {
    expect(breakAt(start, entry)).toBeNull();
    expect(breakAt(start, { ...entry, before: { b: '2', a: '1' } })).toBeNull();
  });

  it.each(Object.keys(content).filter((name) => name !== 'position' && name !== 'previous'))(
    'is broken by another %s',
    (name) => {
      const other = name === 'before' || name === 'after' ? { c: '3' } : 'other';
      expect(breakAt(start, { ...entry, [name]: other })).toBe('position 1 was changed');
    },
  );
});

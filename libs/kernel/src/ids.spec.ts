import { canonicalJson, derivedId, fingerprint } from './ids.js';

describe('derived ids', () => {
  it('are UUIDs of version 5, the same for the same parts', () => {
    expect(derivedId('step', 'a', 1)).toBe(derivedId('step', 'a', 1));
    expect(derivedId('step', 'a', 1)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('do not confuse parts that read alike when joined', () => {
    expect(derivedId('a', 'bc')).not.toBe(derivedId('ab', 'c'));
  });

  it('do not depend on the order of keys', () => {
    expect(canonicalJson({ b: 1, a: { d: 2, c: 3 } })).toBe('{"a":{"c":3,"d":2},"b":1}');
    expect(fingerprint({ b: 1, a: 2 })).toBe(fingerprint({ a: 2, b: 1 }));
  });
});

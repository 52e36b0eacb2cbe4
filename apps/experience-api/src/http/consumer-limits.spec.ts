import { ConsumerLimits, requestsPerMinute } from './consumer-limits.js';

describe('the limit of a consumer', () => {
  it('lets each have its share of a minute, and no more', () => {
    const limits = new ConsumerLimits(2);
    limits.take('one', 0);
    limits.take('one', 1);
    limits.take('other', 2);
    expect(() => limits.take('one', 20_000)).toThrow(/"one" has had its 2 requests/);
  });

  it('says how long to wait, and begins anew then', () => {
    const limits = new ConsumerLimits(1);
    limits.take('one', 0);
    expect(() => limits.take('one', 20_000)).toThrow(
      expect.objectContaining({
        kind: 'throttled',
        detail: expect.objectContaining({ retryAfterMs: 40_000 }) as unknown,
      }) as Error,
    );
    expect(() => limits.take('one', 60_000)).not.toThrow();
  });

  it('comes from the environment, and is refused where it is no number', () => {
    expect(requestsPerMinute({})).toBe(600);
    expect(requestsPerMinute({ EXPERIENCE_REQUESTS_PER_MINUTE: '50' })).toBe(50);
    expect(() => requestsPerMinute({ EXPERIENCE_REQUESTS_PER_MINUTE: 'many' })).toThrow(/not a whole number/);
  });
});

import { keepsEveryInvariant } from './promises.fixture.js';

describe('a write with the vendor’s help is made once, whatever befalls it', () => {
  it('by an idempotency key that is forgotten after a while', () => keepsEveryInvariant('key', 20_000), 300_000);
  it('by a job that is submitted under a key', () => keepsEveryInvariant('job', 10_000), 300_000);
  it('by a unique external id', () => keepsEveryInvariant('upsert', 10_000), 300_000);
  it('by writing a whole state', () => keepsEveryInvariant('absolute', 6_000), 300_000);
  it('by a transition that can be read', () => keepsEveryInvariant('transition', 12_000), 300_000);
});

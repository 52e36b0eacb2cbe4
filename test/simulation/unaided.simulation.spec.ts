import { keepsEveryInvariant } from './promises.fixture.js';

describe('a write without the vendor’s help is made once, whatever befalls it', () => {
  it('found by its reference', () => keepsEveryInvariant('reference', 20_000), 300_000);
  it('item by item of a batch', () => keepsEveryInvariant('batch', 12_000), 300_000);
  it('counted by its natural key', () => keepsEveryInvariant('count', 10_000), 300_000);
});

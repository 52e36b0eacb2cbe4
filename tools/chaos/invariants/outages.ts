import type { Evidence } from '../evidence.js';
import type { Violation } from '../invariants.js';

/** I13, as far as it needs no clock: work that does not need the vendor that is away goes on. */
export const goesOn = ({ outages }: Evidence): Violation[] =>
  outages
    .filter(({ wentOn }) => wentOn === 0)
    .map(({ vendor, seconds }) => ({
      kind: 'stuck',
      what: `${vendor} was away for ${seconds} s, and work that does not need it stood still`,
    }));

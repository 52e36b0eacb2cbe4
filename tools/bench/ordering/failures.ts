import { Failure, money } from '#kernel';
import type { NewException } from '#workflow';
import { Random } from '../../chaos/random.js';

/** One thing that stopped before a cut-off. */
export type Stopped = Omit<NewException, 'correlationId'>;

/** The hour the people begin; October is billed until 18:00 that day in one legal entity, 12:00 in the other. */
export const begin = new Date('2026-11-03T06:00:00Z');
const hourMs = 3_600_000;

export const estate = `
firm: Ordering
timeZone: UTC
legalEntities:
  - { code: MER-US, name: Meridian Inc., currency: USD, country: US }
  - { code: MER-CA, name: Meridian Ltd., currency: USD, country: CA }
instances: [{ name: only, platform: nothing, settings: {} }]
routing: { crm: only, hr: only, identity: only, erp: only, psa: only, scheduling: only }
ownership: []
mappings: {}
postingWindows:
  - { legalEntity: MER-US, every: 15m, timeZone: UTC, cutOff: day 3 18:00 }
  - { legalEntity: MER-CA, every: 15m, timeZone: UTC, cutOff: day 3 12:00 }
`;

const codes = ['rate-mismatch', 'role-not-on-card', 'unknown-project', 'project-not-active', 'posting-refused'];
/** What stops without money in it, and is somebody's work all the same. */
const unpaid = ['missing-attribute', 'not-the-owner', 'schema-violation'];

/** So many failures in the order in which they happened: most of October, some of November, some without money. */
export function failures(count: number, seed: number): Stopped[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, at) => {
    const isUnpaid = random.next() < 0.1;
    const code = random.oneOf(isUnpaid ? unpaid : codes);
    return {
      subject: { kind: 'billing-line', id: `line-${at}` },
      failure: new Failure('rejected', `line ${at} stopped`, { code }),
      record: `line-${at}`,
      ...(isUnpaid
        ? { dueAt: new Date(begin.getTime() + random.between(1, 24) * hourMs), business: {} }
        : { business: atStake(random) }),
    };
  });
}

/** Amounts as they are: many small ones, a few large ones; the median is 1,000. */
function atStake(random: Random): Stopped['business'] {
  const spread = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return {
    project: `P-${random.between(1, 40)}`,
    client: `Client ${random.between(1, 12)}`,
    legalEntity: random.next() < 0.7 ? 'MER-US' : 'MER-CA',
    billingCycle: random.next() < 0.85 ? '2026-10' : '2026-11',
    moneyAtRisk: money(1_000 * Math.exp(1.2 * spread), 'USD'),
  };
}

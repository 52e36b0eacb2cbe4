import type { SwapDecision } from '#contracts';
import { Failure } from '#kernel';
import { daysAgo, Told, usd } from '../experience.fixture.js';
import { FreshnessRepository } from '../readmodels/freshness.repository.js';
import { CutoverRepository } from './cutover.repository.js';
import { CutoversService } from './cutovers.service.js';

let told: Told;
let decisions: SwapDecision[] | Failure;
let cutovers: CutoversService;

const listSwaps = () =>
  decisions instanceof Failure ? Promise.reject(decisions) : Promise.resolve({ items: decisions });

beforeAll(async () => {
  told = await Told.open();
  const sources = { operations: { listSwaps } } as never;
  cutovers = new CutoversService(sources, new CutoverRepository(told.database), new FreshnessRepository(told.database));
});
beforeEach(() => told.clear());
afterAll(() => told.close());

const decision = (legalEntity: string, more: Partial<SwapDecision> = {}): SwapDecision => ({
  id: `${legalEntity}-1`,
  domain: 'erp',
  legalEntity,
  action: 'dual-run',
  state: 'decided',
  live: 'netsuite',
  shadow: 's4hana',
  reason: 'finance moves',
  requestedBy: 'Dana Whitlock',
  confirmedBy: null,
  since: daysAgo(3),
  ...more,
});

describe('a cut-over', () => {
  it('is shown with the projects, the open exceptions and the unbilled time that hang on it, worked out by hand', async () => {
    decisions = [decision('MER-US')];
    await told.won('OPP-1');
    await told.project('Created', 'OPP-1');
    const open = { invoice: null, erpId: null } as const;
    await told.line('1', { ...open, state: 'ready' });
    await told.line('2', { ...open, state: 'stopped', amount: null, hourlyRate: null, estimate: usd('90.00') });
    await told.line('3');
    await told.line('4', { ...open, state: 'ready', legalEntity: 'MER-DE' });
    await told.raised('billing-line/TE-kantata-2', { class: 'K8', amount: '90.00', project: 'P-OPP-1' });
    const { items } = await cutovers.list();
    expect(items).toMatchObject([
      {
        comparable: true,
        impact: {
          legalEntity: 'MER-US',
          projects: 1,
          openExceptions: 1,
          atRisk: [usd('90.00')],
          unbilledEntries: 2,
          // An hour at 180.00, and one that is assumed to be worth 90.00.
          unbilled: [usd('270.00')],
        },
      },
    ]);
  });

  it('is what was decided last, and one that waits for a second person comes first', async () => {
    decisions = [
      decision('MER-DE', { id: 'MER-DE-2', action: 'end', shadow: null }),
      decision('MER-US', { state: 'unconfirmed', action: 'switch', since: null }),
      decision('MER-DE'),
    ];
    const { items } = await cutovers.list();
    expect(items.map(({ decision: { id }, comparable }) => [id, comparable])).toEqual([
      ['MER-US-1', true],
      ['MER-DE-2', false],
    ]);
  });

  it('that cannot be asked for is named as missing', async () => {
    decisions = new Failure('unavailable', 'process-operations does not answer');
    const { items, missing } = await cutovers.list();
    expect(items).toEqual([]);
    expect(missing).toContainEqual({ part: 'process-operations', reason: 'process-operations does not answer' });
  });
});

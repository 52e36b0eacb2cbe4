import type { ExceptionView, MissingPart } from '#contracts';
import { Cases } from './cases.js';
import type { CaseOwner, ProcessApis } from './process-apis.js';

const hour = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();

const one = (id: string, amount: string | null, dueAt: string | null, billingCycle: string | null = null) =>
  ({
    id,
    createdAt: '2026-11-01T00:00:00Z',
    dueAt,
    business: { legalEntity: 'MER-US', billingCycle, moneyAtRisk: amount && { amount, currency: 'USD' } },
  }) as ExceptionView;

/** Process APIs that hold these exceptions; billing tells a page at a time. */
const holding = (found: Partial<Record<CaseOwner, ExceptionView[]>>, missing: MissingPart[] = []) =>
  ({
    all: async (ask: (app: CaseOwner) => Promise<unknown[]>, only?: string) => {
      const asked = (Object.keys(found) as CaseOwner[]).filter((app) => only === undefined || app === only);
      return { items: (await Promise.all(asked.map(ask))).flat(), missing };
    },
    of: (app: CaseOwner) => ({
      listExceptions: ({ cursor = '0' }: { cursor?: string }) => {
        const at = Number(cursor);
        const rest = found[app]!.length - at - 1;
        return Promise.resolve({ items: [found[app]![at]], nextCursor: rest > 0 ? String(at + 1) : null });
      },
    }),
  }) as unknown as ProcessApis;

const cutOff = inHours(2);
const estate = {
  tooLateAt: ({ billingCycle }: { billingCycle: string | null }, dueAt: string | null) =>
    billingCycle === '2026-10' ? cutOff : dueAt,
};

const order = async (apis: ProcessApis, query = {}): Promise<string[]> =>
  (await new Cases(apis, estate).list(query)).items.map(({ app, id }) => `${app} ${id}`);

describe('the cases of all processes', () => {
  it('come by the money at risk for each hour that is left, the cut-off before the date they are due', async () => {
    const apis = holding({
      // 10 an hour, and nothing.
      'process-workforce': [one('hire', null, inHours(1)), one('late start', '1000.00', inHours(100))],
      // 400 an hour until the cut-off, whatever it is due; 50 an hour.
      'process-billing': [one('rate', '800.00', inHours(500), '2026-10'), one('period', '5000.00', inHours(100))],
    });
    expect(await order(apis)).toEqual([
      'process-billing rate',
      'process-billing period',
      'process-workforce late start',
      'process-workforce hire',
    ]);
  });

  it('are those of one process where only that is asked for', async () => {
    const apis = holding({ 'process-workforce': [one('hire', null, null)], 'process-billing': [one('a', null, null)] });
    expect(await order(apis, { app: 'process-billing' })).toEqual(['process-billing a']);
  });

  it('are shown although a process does not answer, which is named', async () => {
    const missing = [{ part: 'process-projects', reason: 'does not answer' }];
    const apis = holding({ 'process-workforce': [one('hire', null, null)] }, missing);
    expect(await new Cases(apis, estate).list({})).toMatchObject({ items: [{ id: 'hire' }], missing });
  });
});

import { itKeepsReadingPromises } from '../connectors/reading-promises.fixture.js';
import { until } from '../connectors/system-app.fixture.js';
import type { Bench } from './platform.js';

/** Opportunities and customers. */
export function crmPromises(bench: Bench<'crm'>): void {
  const { open, path, platform } = bench;
  const { instance, slowDown } = platform;
  let accountId: string;
  let dealId: string;
  const won = () =>
    open().rows<{ id: string }>(
      `select data ->> 'id' as id from events.log
        where type = 'com.throughline.opportunity.won.v1' and data ->> 'instance' = $1`,
      [instance],
    );

  beforeAll(() => {
    ({ id: dealId } = open().act('closeOpportunity', { code: 'OPP-101', outcome: 'win' }) as { id: string });
    ({ id: accountId } = open().act('editAccount', { code: 'C-01', fields: {} }) as { id: string });
  });

  itKeepsReadingPromises(open, {
    path: (at) => path(`accounts/${accountId}`, at),
    instance,
    asks: platform.asks.crm!,
    ...(slowDown && { slowDown }),
  });

  it('answers a won deal with its customer and the roles sold', async () => {
    const { status, body } = await open().get(path(`opportunities/${dealId}`));
    expect([status, body]).toMatchObject([
      200,
      {
        code: 'OPP-101',
        isWon: true,
        isClosed: true,
        legalEntity: 'MER-US',
        amount: { amount: '200400.00', currency: 'USD' },
        account: { id: accountId, code: 'C-01', name: 'Riverbank Insurance Inc.' },
      },
    ]);
    expect(body.lines).toContainEqual({
      role: 'ENG-MGR',
      roleName: 'Engagement Manager',
      minutes: 7200,
      hourlyRate: { amount: '310.00', currency: 'USD' },
      effectiveFrom: null,
    });
  });

  it('tells of a won deal once, and of a lost one never', async () => {
    const { id: lost } = open().act('closeOpportunity', { code: 'OPP-102', outcome: 'lost' }) as { id: string };
    const { id } = open().act('closeOpportunity', { code: 'OPP-103', outcome: 'win' }) as { id: string };
    const told = (await until(won, (all) => all.some((one) => one.id === id))).map((one) => one.id);
    expect(told.filter((one) => one === dealId)).toHaveLength(1);
    expect(told).not.toContain(lost);
  });

  it('tells of a change of a won deal as changed, and of the win itself never so', async () => {
    const changed = () =>
      open().rows<{ id: string; name: string; day: string | null }>(
        `select data ->> 'id' as id, data #>> '{opportunity,name}' as name,
                data #>> '{opportunity,lines,0,effectiveFrom}' as day from events.log
          where type = 'com.throughline.opportunity.changed.v1' and data ->> 'instance' = $1`,
        [instance],
      );
    const { id } = open().act('closeOpportunity', { code: 'OPP-104', outcome: 'win' }) as { id: string };
    await until(won, (all) => all.some((one) => one.id === id));
    expect((await changed()).filter((one) => one.id === id)).toEqual([]);
    // Stamps are whole seconds: what is changed in the second of the win came with it.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    open().act('changeOpportunity', { code: 'OPP-104', fields: { Name: 'Agreed anew' } });
    const told = await until(changed, (all) => all.some((one) => one.id === id));
    expect(told.filter((one) => one.id === id)).toEqual([{ id, name: 'Agreed anew', day: null }]);
  });

  it('says which record there is not', async () => {
    const { status } = await open().get(path('accounts/001000000000000AAA'));
    expect(status).toBe(404);
  });
}

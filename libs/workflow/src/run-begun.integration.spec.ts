import { currentContext, EstateView, loadEstate, Routing } from '#platform';
import { afterLease, begin, closeBench, database, engine, openBench, runs } from './engine.fixture.js';

const estate = new EstateView(loadEstate('examples/meridian-consulting/estate.yaml', {}));
let routing: Routing;

beforeAll(async () => {
  await openBench();
  routing = new Routing(estate, database);
});
beforeEach(() => database.query('delete from routing.decision'));
afterAll(closeBench);

const decide = (live: string, shadow: string | null, since: string, insteadOf = 'netsuite') =>
  database.query(
    `insert into routing.decision (id, domain, legal_entity, action, live, shadow, instead_of, reason, requester,
                                   requested_by, since)
     values (gen_random_uuid(), 'erp', 'MER-DE', 'switch', $1, $2, $3, 'test', 'mina', 'mina', ${since})`,
    [live, shadow, insteadOf],
  );

const inADay = `clock_timestamp() + interval '1 day'`;
const now = 'clock_timestamp()';

describe('the routing a run asks (F13)', () => {
  it('is that of the moment it began, after a crash and a decision too; what begins later follows the decision', async () => {
    const asked: string[] = [];
    const work = engine(async (flow) => {
      asked.push((await routing.pairOf('erp', 'MER-DE')).live);
      await flow.step('once', { act: () => Promise.resolve('done') });
    });
    const id = await begin();
    await decide('s4hana', 'netsuite', now);
    await work.advance(id);
    await database.query(`update run set state = 'running' where id = $1`, [id]);
    await afterLease(id);
    await work.advance(id);
    await work.advance(await begin());
    expect(asked).toEqual(['netsuite', 'netsuite', 's4hana']);
  });

  it('of a child, and of its child, is that of the run that began it', async () => {
    const parentId = await begin();
    const child = { workflow: 'order', version: 1, input: {}, correlationId: 'c' };
    const begun = async (key: string, parent: string): Promise<string> =>
      (await database.transaction((manager) => runs.begin(manager, { ...child, key, parentId: parent }))).id;
    const grandchildId = await begun('grandchild', await begun('child', parentId));
    const of = async (id: string): Promise<string> => (await runs.find(id))!.begun;
    expect(await of(grandchildId)).toBe(await of(parentId));
  });

  it('knows nothing of a decision that does not count yet, or is about another legal entity', async () => {
    await decide('s4hana', null, inADay);
    expect(await routing.pairOf('erp', 'MER-DE')).toEqual({ live: 'netsuite', shadow: null });
    await decide('netsuite', 's4hana', now);
    expect(await routing.pairOf('erp', 'MER-DE')).toEqual({ live: 'netsuite', shadow: 's4hana' });
    expect(await routing.pairOf('erp', 'MER-US')).toEqual({ live: 'netsuite', shadow: null });
    expect(currentContext().run).toBeUndefined();
  });

  it('is refused while the estate file says a third instance', async () => {
    await decide('s4hana', null, now, 'certinia');
    await expect(routing.pairOf('erp', 'MER-DE')).rejects.toMatchObject({
      kind: 'conflict',
      detail: { code: 'routing-contradicts' },
    });
  });
});

import { Failure } from '#kernel';
import { assignment, assignmentByScheduling, known, person, resource, Sync, workerByHr } from './ownership.fixture.js';

const matrix = [workerByHr, assignmentByScheduling];
let sync: Sync;
let keys = 0;
const newKey = (): string => `ownership-test-${(keys += 1)}`;

afterEach(() => sync.close());

const refusalOf = (work: Promise<unknown>): Promise<Failure> =>
  work.then(
    () => {
      throw new Error('it was not refused');
    },
    (error: unknown) => Failure.from(error),
  );

describe('two systems that both report what they are sent (B10)', () => {
  it('are written exactly once for each change of the owner, however often they echo it', async () => {
    sync = await Sync.open(matrix);
    sync.people.product.change('worker', '1042', resource('DE-STR'));
    sync.planner.product.change('assignment', '77', assignment(4800));
    await sync.rounds(6);
    expect([sync.planner.product.writes, sync.people.product.writes]).toEqual([1, 1]);
    expect(await sync.exceptions()).toEqual([]);
    const refused = await sync.log(`where type = 'com.throughline.change.refused.v1' order by source`);
    expect(refused.map(({ data }) => [data.instance, data.record, data.echo])).toEqual([
      ['people', 'assignment/people-77', true],
      ['planner', 'worker/planner-1042', true],
    ]);
  });

  it('would write to each other without end if nobody owned anything', async () => {
    sync = await Sync.open([]);
    sync.people.product.change('worker', '1042', resource('DE-STR'));
    await sync.rounds(6);
    expect(sync.planner.product.writes).toBeGreaterThan(2);
    expect(sync.people.product.writes).toBeGreaterThan(2);
  });
});

describe('a change told by a system that does not own it', () => {
  it('is kept and reported once, and nobody acts on it (B2)', async () => {
    sync = await Sync.open(matrix);
    sync.planner.product.change('worker', '1043', resource('DE-OPS'));
    sync.planner.product.change('worker', '1043', resource('DE-FIN'));
    await sync.rounds(4);
    expect([sync.planner.product.writes, sync.people.product.writes]).toEqual([0, 0]);
    expect(await sync.log(`where type = 'com.throughline.worker.changed.v1'`)).toEqual([]);
    const kept = await sync.log(`where type = 'com.throughline.change.refused.v1'`);
    expect(kept.map(({ data }) => [data.type, data.change])).toEqual(
      [1, 2].map(() => ['com.throughline.worker.changed.v1', { instance: 'planner', id: 'planner-1043' }]),
    );
    expect(await sync.exceptions()).toEqual([
      {
        code: 'not-the-owner',
        message:
          'worker/planner-1043 was changed in planner, and nobody acted on it: worker.changed belongs to hr (people) everywhere, not to planner: estate.yaml:12',
        remedy: expect.stringContaining("in the owner's system"),
      },
    ]);
  });

  it('is no echo when it comes long after our own write', async () => {
    sync = await Sync.open(matrix);
    sync.people.product.change('worker', '1042', resource('DE-STR'));
    await sync.rounds(2);
    sync.planner.product.change('worker', '1042', resource('DE-OPS'), 10);
    await sync.rounds(2);
    expect(await sync.exceptions()).toHaveLength(1);
    expect(sync.people.product.writes).toBe(0);
  });
});

describe('a write of what another system owns (B1)', () => {
  const put = (costCentre: string, key = newKey()) => sync.put(known, '1042', person(costCentre), key);
  const byPlanner = (costCentre: string, key = newKey()) => sync.begunBy('planner', () => put(costCentre, key));

  beforeEach(async () => {
    sync = await Sync.open(matrix);
    sync.planner.product.change('assignment', '77', assignment(4800));
    sync.people.product.change('worker', '1', resource('DE-STR'));
    await sync.rounds(1);
    sync.people.product.writes = 0;
  });

  it('is refused with the rule, once the record is there', async () => {
    await byPlanner('DE-STR');
    const failure = await refusalOf(byPlanner('DE-OPS'));
    expect(failure.kind).toBe('forbidden');
    expect(failure.message).toBe('planner may not change worker.cost-centre of worker 1042 in people');
    expect(failure.detail).toMatchObject({
      code: 'not-the-owner',
      record: 'worker 1042',
      fields: [
        {
          field: 'psa.putPerson worker.cost-centre',
          message: 'worker.cost-centre belongs to hr (people) everywhere, not to planner: estate.yaml:12',
        },
      ],
    });
    expect(failure.detail.remedy).toContain('change it in people');
    expect(sync.people.product.writes).toBe(1);
  });

  it('provisions the record the first time, and may be repeated and restated', async () => {
    const key = newKey();
    await byPlanner('DE-STR', key);
    await byPlanner('DE-STR', key);
    await byPlanner('DE-STR');
    expect(sync.people.product.writes).toBe(2);
  });

  it("is made where the owner's own change began it, or a person's decision did", async () => {
    await byPlanner('DE-STR');
    await sync.begunBy('people', () => put('DE-OPS'));
    await put('DE-FIN');
    expect(sync.people.product.writes).toBe(3);
    expect((await refusalOf(byPlanner('DE-STR'))).kind).toBe('forbidden');
  });

  it('of a group that nobody owns is everybody’s', async () => {
    await byPlanner('DE-STR');
    const renamed = { ...person('DE-STR'), lastName: 'Rowe-Meier' };
    await sync.begunBy('planner', () => sync.put(known, '1042', renamed, newKey()));
    expect(sync.people.product.writes).toBe(2);
  });
});

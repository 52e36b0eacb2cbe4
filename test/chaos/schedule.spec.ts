import { diskFull, kindsOn, schedule } from '../../tools/chaos/fault-schedule.js';
import { Random } from '../../tools/chaos/random.js';
import { plan } from '../../tools/chaos/work.js';

describe('a seed', () => {
  it('repeats the same faults and the same work', () => {
    const faults = () => schedule(new Random(7), 40, 40_000, kindsOn('redis'));
    expect(faults()).toEqual(faults());
    const work = () => plan(new Random(7), 60, 40_000);
    expect(work()).toEqual(work());
    expect(plan(new Random(8), 60, 40_000)).not.toEqual(work());
  });

  it.each(['postgres', 'redis'] as const)('brings every kind of fault on %s', (queue) => {
    const kinds = new Set(schedule(new Random(1), 26, 26_000, kindsOn(queue)).map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(kindsOn(queue).toSorted());
  });

  it('leaves out a kind that cannot happen here', () => {
    const possible = kindsOn('redis').filter((kind) => kind !== diskFull);
    const kinds = new Set(schedule(new Random(1), 1_000, 1_000_000, possible).map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(possible.toSorted());
  });

  it('needs as many faults as there are kinds', () => {
    expect(() => schedule(new Random(1), 3, 3_000, kindsOn('postgres'))).toThrow('at least');
  });
});

import type { Priority } from './limits.js';
import { Places } from './places.js';

/** Everybody who asks, in the order in which they got in. */
function queue(size: number) {
  const places = new Places();
  const order: string[] = [];
  const enter = (name: string, priority: Priority = 'interactive'): void =>
    void places.enter(priority).then(() => order.push(name));
  places.resize(size);
  return { places, order, enter };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

describe('places', () => {
  it('are never exceeded, and the next gets in when one leaves', async () => {
    const { places, order, enter } = queue(2);
    for (const name of ['a', 'b', 'c']) enter(name);
    await settled();
    expect([order, places.inFlight]).toEqual([['a', 'b'], 2]);
    places.leave('interactive');
    await settled();
    expect([order, places.inFlight]).toEqual([['a', 'b', 'c'], 2]);
  });

  it('go to those who wait before polls that came earlier', async () => {
    const { places, order, enter } = queue(0);
    enter('poll', 'background');
    enter('person');
    places.resize(1);
    places.leave('interactive');
    await settled();
    expect(order[0]).toBe('person');
  });

  it('are not all taken by polls', async () => {
    const { order, enter } = queue(4);
    for (const name of ['poll 1', 'poll 2', 'poll 3', 'poll 4']) enter(name, 'background');
    enter('person');
    await settled();
    expect(order).toEqual(['poll 1', 'poll 2', 'poll 3', 'person']);
  });

  it('come to a poll at last, however many wait', async () => {
    const { places, order, enter } = queue(1);
    for (let at = 0; at < 10; at += 1) enter(`person ${at}`);
    enter('poll', 'background');
    for (let left = 0; left < 10; left += 1) {
      await settled();
      places.leave(order.at(-1) === 'poll' ? 'background' : 'interactive');
    }
    expect(order.indexOf('poll')).toBeLessThan(6);
  });

  it('that are taken away are missed as soon as somebody leaves', async () => {
    const { places, order, enter } = queue(2);
    for (const name of ['a', 'b', 'c']) enter(name);
    places.resize(1);
    places.leave('interactive');
    await settled();
    expect([order, places.inFlight]).toEqual([['a', 'b'], 1]);
  });
});

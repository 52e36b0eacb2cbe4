import { Failure } from '#kernel';
import { Bulkhead } from './bulkhead.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Operations of one second each, at an instance that takes two requests at once: four of them work side by side. */
function busy() {
  const bulkhead = new Bulkhead('erp-west', 2);
  const begun: number[] = [];
  const told: number[] = [];
  let count = 0;
  const ask = (): Promise<void> => {
    const number = (count += 1);
    const work = async (): Promise<void> => {
      begun.push(number);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    };
    return bulkhead.do(work).catch((error: unknown) => void told.push(Failure.from(error).detail.retryAfterMs!));
  };
  const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
  return { ask, begun, told, pass, bulkhead };
}

describe('a bulkhead', () => {
  it('lets as many operations work as keep the places busy, the others in their order as soon as one is over', async () => {
    const { ask, begun, pass } = busy();
    for (let each = 0; each < 6; each += 1) void ask();
    await pass(0);
    expect(begun).toEqual([1, 2, 3, 4]);
    await pass(1_000);
    expect(begun).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('says how full it is: in hand, in line and the places there are', async () => {
    const { ask, pass, bulkhead } = busy();
    for (let each = 0; each < 7; each += 1) void ask();
    expect(bulkhead.load).toEqual({ inHand: 4, inLine: 3, places: 4 });
    await pass(1_000);
    expect(bulkhead.load).toEqual({ inHand: 3, inLine: 0, places: 4 });
    await pass(1_000);
    expect(bulkhead.load).toEqual({ inHand: 0, inLine: 0, places: 4 });
  });

  it('gives the place of one that failed to the next', async () => {
    const { ask, begun, pass, bulkhead } = busy();
    const failing = Array.from({ length: 4 }, () => bulkhead.do(() => Promise.reject(new Error('no'))).catch(() => 0));
    void ask();
    await Promise.all(failing);
    await pass(0);
    expect(begun).toEqual([1]);
  });

  it('tells whoever comes when the line is too long a turn of its own, and lets it in then', async () => {
    const { ask, begun, told, pass } = busy();
    // Half a second each is expected at first: an eighth of a second until the next turn, so 120 stand in line.
    for (let each = 0; each < 126; each += 1) void ask();
    await pass(0);
    expect(told).toEqual([15_125 + 125, 15_125 + 250]);
    // All that were let in are over after 124 / 4 seconds.
    await pass(31_000);
    expect(begun).toHaveLength(124);
    void ask();
    await pass(0);
    expect(begun.at(-1)).toBe(127);
  });

  it('learns how long operations take: fewer stand in line for slow ones', async () => {
    const { ask, told, pass } = busy();
    for (let each = 0; each < 124; each += 1) void ask();
    await pass(31_000);
    expect(told).toEqual([]);
    // A second each by now: a quarter of a second until the next turn, so 60 stand in line beside the four.
    for (let each = 0; each < 65; each += 1) void ask();
    await pass(0);
    expect(told).toHaveLength(1);
  });

  it('sends nobody away for longer than five minutes', async () => {
    const { ask, told, pass } = busy();
    for (let each = 0; each < 5_000; each += 1) void ask();
    await pass(0);
    expect(Math.max(...told)).toBe(300_000);
    await pass(1_300_000);
  });
});

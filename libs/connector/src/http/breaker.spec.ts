import { Failure, type FailureKind } from '#kernel';
import { Breaker } from './breaker.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const away = () => Promise.reject(new Failure('unavailable', 'away'));
const there = () => Promise.resolve('here');
const never = () => false;

/** A vendor, and how many calls reached it. */
function vendor() {
  const breaker = new Breaker('netsuite');
  const reached: string[] = [];
  const call = async (work: () => Promise<unknown>, isOutage = never): Promise<string> => {
    try {
      return String(
        await breaker.guard(() => {
          reached.push('call');
          return work();
        }, isOutage),
      );
    } catch (error) {
      const { kind, detail } = Failure.from(error);
      return detail.code ?? kind;
    }
  };
  const outage = async (times = 5): Promise<void> => {
    for (let at = 0; at < times; at += 1) await call(away);
  };
  return { breaker, reached, call, outage };
}

describe('a breaker', () => {
  it('opens after five outages in a row; from then on calls fail at once, as unavailable with when to come back', async () => {
    const { breaker, reached, call, outage } = vendor();
    await outage();
    expect(breaker.state).toBe('open');
    expect(await call(there)).toBe('breaker-open');
    expect(reached).toHaveLength(5);
    const failure = await breaker.guard(there, never).catch((error: unknown) => Failure.from(error));
    expect(failure).toMatchObject({ kind: 'unavailable', detail: { retryAfterMs: 5_000 } });
  });

  it('counts anew after an answer', async () => {
    const { breaker, call, outage } = vendor();
    await outage(4);
    await call(there);
    await outage(4);
    expect(breaker.state).toBe('closed');
  });

  it.each<FailureKind>(['rejected', 'not-found', 'conflict', 'forbidden', 'throttled', 'unsupported'])(
    'never opens because the vendor says %s: that is an answer',
    async (kind) => {
      const { breaker, call } = vendor();
      for (let at = 0; at < 20; at += 1) await call(() => Promise.reject(new Failure(kind, 'no')));
      expect(breaker.state).toBe('closed');
    },
  );

  it('counts replies that mean an outage, and writes without an answer', async () => {
    const { breaker, call } = vendor();
    for (let at = 0; at < 3; at += 1) await call(there, () => true);
    for (let at = 0; at < 2; at += 1) await call(() => Promise.reject(new Failure('outcome-unknown', 'lost')));
    expect(breaker.state).toBe('open');
  });

  it('lets one call find out whether the vendor is back, and no other meanwhile', async () => {
    const { breaker, reached, call, outage } = vendor();
    await outage();
    jest.advanceTimersByTime(5_000);
    let answer: (value: string) => void = () => undefined;
    const probe = call(() => new Promise((resolve) => (answer = resolve)));
    expect(breaker.state).toBe('half-open');
    expect(await call(there)).toBe('breaker-open');
    answer('back');
    expect(await probe).toBe('back');
    expect([breaker.state, reached.length]).toEqual(['closed', 6]);
    expect(await call(there)).toBe('here');
  });

  it('stays open twice as long after each vain probe, up to a minute', async () => {
    const { breaker, call, outage } = vendor();
    await outage();
    for (const pauseMs of [5_000, 10_000, 20_000, 40_000, 60_000, 60_000]) {
      jest.advanceTimersByTime(pauseMs - 1);
      expect(await call(there)).toBe('breaker-open');
      jest.advanceTimersByTime(1);
      expect(await call(away)).toBe('unavailable');
      expect(breaker.state).toBe('open');
    }
  });

  it('says since when the vendor is away, through all probes', async () => {
    const { breaker, call, outage } = vendor();
    await outage();
    const { since } = breaker;
    jest.advanceTimersByTime(5_000);
    await call(away);
    expect(breaker.since).toEqual(since);
    jest.advanceTimersByTime(10_000);
    await call(there);
    expect(breaker.since.getTime()).toBe(since.getTime() + 15_000);
    expect(breaker.lastAnswer).toEqual(breaker.since);
  });
});

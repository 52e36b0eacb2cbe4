import { Failure } from '#kernel';
import { type Session, SessionKeeper } from './session.js';

/** A vendor that counts who signs in. */
function counting(first?: Failure) {
  const sessions: Session[] = [];
  const keeper = new SessionKeeper(() => {
    const session = { headers: { authorization: `session ${sessions.length + 1}` } };
    sessions.push(session);
    return first && sessions.length === 1 ? Promise.reject(first) : Promise.resolve(session);
  });
  return { sessions, keeper };
}

describe('a session', () => {
  it('is shared by all who ask at once', async () => {
    const { sessions, keeper } = counting();
    const got = await Promise.all([keeper.get(), keeper.get(), keeper.get()]);
    expect([sessions.length, new Set(got).size]).toEqual([1, 1]);
  });

  it('that was refused to several at once is renewed once', async () => {
    const { sessions, keeper } = counting();
    const old = await keeper.get();
    const renewed = async (): Promise<Session> => {
      await keeper.forget(old);
      return keeper.get();
    };
    const got = await Promise.all([renewed(), renewed(), renewed()]);
    expect([sessions.length, new Set(got).size]).toEqual([2, 1]);
  });

  it('that could not be had is asked for again by the next who needs one', async () => {
    const { keeper } = counting(new Failure('unavailable', 'away'));
    await expect(keeper.get()).rejects.toThrow('away');
    expect(await keeper.get()).toEqual({ headers: { authorization: 'session 2' } });
  });
});

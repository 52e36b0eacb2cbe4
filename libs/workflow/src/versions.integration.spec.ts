import { begin, closeBench, control, engineOf, openBench, resolve, runs, views, workflow } from './engine.fixture.js';
import type { Flow } from './flow.js';
import { replay } from './replay.js';

beforeAll(openBench);
afterAll(closeBench);

const stateOf = async (id: string) => (await views.run(id)).state;

const done: string[] = [];
const body =
  (...steps: string[]) =>
  async (flow: Flow): Promise<void> => {
    for (const step of steps) await flow.step(step, { act: async () => done.push(step) });
  };

describe('a run', () => {
  it('finishes on the version it began with, beside a newer one', async () => {
    done.length = 0;
    const both = engineOf(workflow(body('old'), 1), workflow(body('new'), 2));
    const [first, second] = [await begin(1), await begin(2)];
    await both.advance(first);
    await both.advance(second);
    expect(done).toEqual(['old', 'new']);
  });

  it('whose version is not in the release is parked at once, and goes on when it is back', async () => {
    const id = await begin(1);
    const without = engineOf(workflow(body('new'), 2));
    await without.advance(id);
    const [open] = (await views.exceptions({ state: 'open' })).items.filter(({ runId }) => runId === id);
    expect(open).toMatchObject({
      code: 'workflow-version-missing',
      message: 'this release has no version 1 of workflow "order"',
      remedy: 'install a release that lists version 1, then retry',
    });
    await resolve(id, { action: 'retry' });
    await engineOf(workflow(body('old'), 1)).advance(id);
    expect(await stateOf(id)).toBe('completed');
  });

  it('that is taken back and loses its version goes on backwards when it is back', async () => {
    const undone: string[] = [];
    const definition = workflow(async (flow) => {
      await flow.step('one', { act: async () => 1, undo: async () => undone.push('one') });
      await flow.waitUntil('later', 'P1D');
    });
    const id = await begin(1);
    await engineOf(definition).advance(id);
    await control.cancel(id, 'test', { subject: 'u', name: null, roles: [] });
    await engineOf().advance(id);
    await resolve(id, { action: 'retry' });
    await engineOf(definition).advance(id);
    expect([await stateOf(id), undone]).toEqual(['cancelled', ['one']]);
  });

  it('cannot be two things at once: two definitions of one version are refused', () => {
    expect(() => engineOf(workflow(body('a')), workflow(body('b')))).toThrow('the same name and version');
  });
});

describe('a recorded journal against new code', () => {
  const recorded = async (...steps: string[]) => {
    const id = await begin();
    await engineOf(workflow(body(...steps))).advance(id);
    return { run: (await runs.find(id))!, steps: await runs.journal.of(id) };
  };
  const differenceTo = async (...steps: string[]) => {
    const recording = await recorded('one', 'two', 'three');
    done.length = 0;
    const difference = await replay(workflow(body(...steps)), recording, null);
    expect(done).toEqual([]);
    return difference;
  };

  it('does not differ where the steps are the same', async () => {
    expect(await differenceTo('one', 'two', 'three')).toBeNull();
  });

  it('tells which step would be done anew', async () => {
    expect(await differenceTo('one', 'second', 'three')).toEqual({ step: 'second', why: 'comes where "two" was done' });
    expect(await differenceTo('one', 'two', 'three', 'four')).toEqual({
      step: 'four',
      why: 'comes after the end of the run',
    });
  });

  it('tells which step is never reached', async () => {
    expect(await differenceTo('one', 'two')).toEqual({ step: 'three', why: 'was done and is never reached' });
  });

  it('tells which step became another kind', async () => {
    const recording = await recorded('one');
    const asRead = workflow(async (flow) => void (await flow.read('one', async () => ({}))));
    expect(await replay(asRead, recording, null)).toEqual({ step: 'one', why: 'is a read, recorded is a act' });
  });
});

import type { payroll } from '#contracts';
import type { Fault } from '../../apps/sandbox/src/core/faults.js';
import { newKey, spares, type SystemApp } from '../connectors/system-app.fixture.js';
import type { Trace } from './platform.js';

const [, third] = spares;

/** What the promises of a payroll work with. */
export interface PayBench {
  open: () => SystemApp;
  put: (body: object, key?: string, at?: string) => ReturnType<SystemApp['send']>;
  /** How often something left us, and how often something came to be. */
  sent: () => number;
  made: () => number;
  /** Pay data of one line that was never stated before. */
  one: () => payroll.PayDataBatch;
}

/** Replies get lost, and a payroll that shows nothing of what it took must not get it twice. */
export function payrollWirePromises(
  { sends, losses, settledBy }: Trace,
  { open, put, sent, made, one }: PayBench,
): void {
  afterEach(() => open().product.faults.clear());

  /** After an unknown outcome: asked for again, under the same key and another. */
  async function expectSettled(pay: payroll.PayDataBatch, key: string): Promise<void> {
    await open().later();
    const before = sent();
    const again = await put(pay, key);
    if (settledBy !== 'a person') return expect(again.status).toBe(200);
    expect([again.status, again.body.code]).toEqual([409, 'sent-once']);
    expect(again.body.remedy).toContain('docs/operator.md');
    expect([(await put(pay)).status, sent()]).toEqual([409, before]);
  }

  it.each(losses)('whose reply is lost (%s) is 504, and never sent a second time by itself', async (kind) => {
    const [pay, key, before] = [one(), newKey(), made()];
    open().fault({ ...sends, kind });
    const { status, body } = await put(pay, key);
    expect([status, body.kind]).toEqual([504, 'outcome-unknown']);
    await expectSettled(pay, key);
    expect(made()).toBe(before + 1);
  });

  it.each<[string, Omit<Fault, 'times'>]>([
    ['500', { kind: 'status', status: 500 }],
    ['a proxy’s HTML page', { kind: 'html' }],
    ['a cut connection', { kind: 'reset' }],
  ])('answered with %s may have happened: 504, and never sent a second time by itself', async (_what, fault) => {
    const [pay, key, before] = [one(), newKey(), made()];
    open().fault({ ...sends, ...fault });
    const { status, body } = await put(pay, key);
    expect([status, body.kind]).toEqual([504, 'outcome-unknown']);
    await expectSettled(pay, key);
    expect(made()).toBe(before + (settledBy === 'a person' ? 0 : 1));
  });

  it('refused with a long Retry-After is 429 with ours, and nothing is sent before', async () => {
    const [pay, key, before] = [one(), newKey(), made()];
    open().fault({ ...sends, kind: 'status', status: 429, headers: { 'retry-after': '30' } });
    const { status, body, headers } = await put(pay, key, third);
    expect([status, body.kind]).toEqual([429, 'throttled']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    const asked = sent();
    expect((await put(pay, key, third)).status).toBe(429);
    expect([sent(), made()]).toEqual([asked, before]);
  });
}

/** A folder loses no replies: it can only be gone, and come back. */
export function folderPromises({ open, put, made, one }: PayBench): void {
  it('to a folder that is not there is 503 and names it; once it is back, one file', async () => {
    const [pay, key, before] = [one(), newKey(), made()];
    open().act('takeFolderAway');
    const { status, body } = await put(pay, key);
    open().act('bringFolderBack');
    expect([status, body.kind, body.code]).toEqual([503, 'unavailable', 'folder-unusable']);
    expect(made()).toBe(before);
    for (const again of [key, newKey()]) expect((await put(pay, again)).status).toBe(200);
    expect(made()).toBe(before + 1);
  });
}

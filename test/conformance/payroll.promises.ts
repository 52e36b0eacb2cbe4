import type { payroll } from '#contracts';
import type { Fault } from '../../apps/sandbox/src/core/faults.js';
import { namesOf } from '../connectors/reading-promises.fixture.js';
import { newKey, spares } from '../connectors/system-app.fixture.js';
import * as examples from './examples.js';
import { created } from './mishaps.js';
import type { Bench } from './platform.js';

const [, third] = spares;
const path = 'pay-data';

/** Time that is to be paid: nothing is paid twice, whatever happens on the way. */
export function payrollPromises(bench: Bench<'payroll'>): void {
  const { open, platform, trace } = bench;
  const { instance } = platform;
  const { sends, losses, settledBy } = trace('putPayData')!;

  let references = 0;
  const line = (changes: Partial<payroll.PayLine> = {}): payroll.PayLine => ({
    ...examples.payData.lines[0]!,
    reference: `PAY-${(references += 1)}`,
    ...changes,
  });
  const batch = (...lines: payroll.PayLine[]): payroll.PayDataBatch => ({ ...examples.payData, lines });
  const put = (body: object, key = newKey(), at = instance) =>
    open().send('post', bench.path(path, at), body, { 'idempotency-key': key });
  const sent = (): number => open().callsTo(`${sends.method} ${sends.path}`).length;
  const made = (): number => created(bench, 'putPayData');
  const taken = ({ reference }: payroll.PayLine) => ({ reference, outcome: 'taken', reason: null });

  afterEach(() => open().product.faults.clear());

  it('is handed over once for a key, however often it is asked for', async () => {
    const [pay, key, before] = [batch(line(), line()), newKey(), made()];
    const first = await put(pay, key);
    const repeat = await put(pay, key);
    expect([first.status, repeat.status]).toEqual([200, 200]);
    expect(first.body).toEqual({ lines: pay.lines.map(taken) });
    expect(repeat.body).toEqual(first.body);
    expect(made()).toBe(before + 1);
  });

  it('is paid once, in whichever batch a line comes again', async () => {
    const [first, second, before] = [line(), line(), made()];
    await put(batch(first));
    expect((await put(batch(first))).body.lines).toEqual([taken(first)]);
    expect(made()).toBe(before + 1);
    expect((await put(batch(first, second))).body.lines).toEqual([taken(first), taken(second)]);
    expect(made()).toBe(before + 2);
  });

  it('settles each line by itself: a bad one holds up none of its neighbours', async () => {
    const [good, unknown, odd, other] = [
      line(),
      line({ workerNumber: '999999' }),
      line({ workerNumber: 'NOBODY' }),
      line({ earning: 'leave', minutes: 240 }),
    ];
    const { status, body } = await put(batch(good, unknown, odd, other));
    expect(status).toBe(200);
    const refused = ({ reference }: payroll.PayLine) => ({
      reference,
      outcome: 'refused',
      reason: expect.stringMatching(/\w+ \w+/) as string,
    });
    expect((body as payroll.PayDataSettlement).lines).toHaveLength(4);
    expect(body.lines).toEqual(expect.arrayContaining([taken(good), refused(unknown), refused(odd), taken(other)]));
  });

  it('is not taken for a legal entity that nobody set up, which is named', async () => {
    const before = sent();
    const { status, body } = await put({ ...batch(line()), legalEntity: 'MER-XX' });
    expect([status, body.errors]).toMatchObject([422, [{ field: 'legalEntity' }]]);
    expect(sent()).toBe(before);
  });

  it('that states a reference twice is 422 and says where', async () => {
    const [one, before] = [line(), sent()];
    const { status, body } = await put(batch(one, line(), { ...one, minutes: 60 }));
    expect([status, body.errors]).toMatchObject([422, [{ field: 'lines.2.reference' }]]);
    expect(sent()).toBe(before);
  });

  it('without an Idempotency-Key is 400, and with a used key and another body 422, before anything is sent', async () => {
    const key = newKey();
    await put(batch(line()), key);
    const before = sent();
    expect((await put(batch(line()), key)).body.code).toBe('idempotency-key-reused');
    const missing = await open().send('post', bench.path(path), batch(line()));
    expect([missing.status, missing.body.code]).toEqual([400, 'idempotency-key-missing']);
    expect(sent()).toBe(before);
  });

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
    const [pay, key, before] = [batch(line()), newKey(), made()];
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
    const [pay, key, before] = [batch(line()), newKey(), made()];
    open().fault({ ...sends, ...fault });
    const { status, body } = await put(pay, key);
    expect([status, body.kind]).toEqual([504, 'outcome-unknown']);
    await expectSettled(pay, key);
    expect(made()).toBe(before + (settledBy === 'a person' ? 0 : 1));
  });

  it('refused with a long Retry-After is 429 with ours, and nothing is sent before', async () => {
    const [pay, key, before] = [batch(line()), newKey(), made()];
    open().fault({ ...sends, kind: 'status', status: 429, headers: { 'retry-after': '30' } });
    const { status, body, headers } = await put(pay, key, third);
    expect([status, body.kind]).toEqual([429, 'throttled']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    const asked = sent();
    expect((await put(pay, key, third)).status).toBe(429);
    expect([sent(), made()]).toEqual([asked, before]);
  });

  it('to an instance nobody set up is 404 and names those there are', async () => {
    const { status, body } = await put(batch(line()), newKey(), 'nowhere');
    expect([status, body.remedy]).toEqual([404, namesOf(instance)]);
  });
}

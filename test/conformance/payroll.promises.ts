import type { payroll } from '#contracts';
import { namesOf } from '../connectors/reading-promises.fixture.js';
import { newKey } from '../connectors/system-app.fixture.js';
import * as examples from './examples.js';
import { created } from './mishaps.js';
import { folderPromises, type PayBench, payrollWirePromises } from './payroll-mishaps.js';
import type { Bench } from './platform.js';

const path = 'pay-data';
/** Payrolls know their workers and their legal entities. */
const usual = {
  refused: [{ workerNumber: '999999' }, { workerNumber: 'NOBODY' }],
  nobodyPays: 'MER-XX',
  packages: undefined,
};

/** Time that is to be paid: nothing is paid twice, whatever happens on the way. */
export function payrollPromises(bench: Bench<'payroll'>): void {
  const { open, platform, trace } = bench;
  const { instance } = platform;
  const traced = trace('putPayData');
  const { refused: refusable, nobodyPays, packages } = platform.payroll ?? usual;

  let references = 0;
  const line = (changes: Partial<payroll.PayLine> = {}): payroll.PayLine => ({
    ...examples.payData.lines[0]!,
    reference: `PAY-${(references += 1)}`,
    ...changes,
  });
  const batch = (...lines: payroll.PayLine[]): payroll.PayDataBatch => ({ ...examples.payData, lines });
  const put = (body: object, key = newKey(), at = instance) =>
    open().send('post', bench.path(path, at), body, { 'idempotency-key': key });
  const made = (): number => packages?.() ?? created(bench, 'putPayData');
  /** What left us; where there is no wire, what was written. */
  const sent = (): number => (traced ? open().callsTo(`${traced.sends.method} ${traced.sends.path}`).length : made());
  const taken = ({ reference }: payroll.PayLine) => ({ reference, outcome: 'taken', reason: null });

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
    const [good, other] = [line(), line({ earning: 'leave', minutes: 240 })];
    const bad = refusable.map(line);
    const { status, body } = await put(batch(good, ...bad, other));
    expect(status).toBe(200);
    const refused = ({ reference }: payroll.PayLine) => ({
      reference,
      outcome: 'refused',
      reason: expect.stringMatching(/\w+ \w+/) as string,
    });
    expect((body as payroll.PayDataSettlement).lines).toHaveLength(2 + bad.length);
    expect(body.lines).toEqual(expect.arrayContaining([taken(good), ...bad.map(refused), taken(other)]));
  });

  it('is not taken for a legal entity that it cannot pay, which is named', async () => {
    const before = sent();
    const { status, body } = await put({ ...batch(line()), legalEntity: nobodyPays });
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

  it('to an instance nobody set up is 404 and names those there are', async () => {
    const { status, body } = await put(batch(line()), newKey(), 'nowhere');
    expect([status, body.remedy]).toEqual([404, namesOf(instance)]);
  });

  const pay: PayBench = { open, put, sent, made, one: () => batch(line()) };
  if (traced) payrollWirePromises(traced, pay);
  if (packages) folderPromises(pay);
}

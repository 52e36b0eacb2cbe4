import { createHmac } from 'node:crypto';
import type { AlertNotice } from '#contracts';
import { AlertBench, dana, onP1, usd } from './alerts.fixture.js';
import { DeliveryRepository } from './delivery.repository.js';
import { type Received, webhookKey } from './receivers.fixture.js';

const hour = 3_600_000;

let bench: AlertBench;

beforeAll(async () => void (bench = await AlertBench.open()));
beforeEach(() => bench.clear());
afterAll(() => bench.close());

const only = async () => (await bench.service.list({})).items[0]!;

const noticeIn = ({ body }: Received): AlertNotice => JSON.parse(body) as AlertNotice;

/** What a receiver does with a message, from the words of the standard alone. */
function verified({ headers, body }: Received): boolean {
  const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = createHmac('sha256', webhookKey).update(content).digest('base64');
  return headers['webhook-signature'] === `v1,${expected}`;
}

describe('a message', () => {
  it('comes when the cause has had time to gather, and says everything it stopped by then, signed', async () => {
    for (let line = 0; line < 20; line += 1) await bench.stopped({ business: onP1 });
    expect(await bench.send()).toBe(0);
    await bench.later();
    expect(await bench.send()).toBe(1);
    const [received] = bench.receiver.received;
    expect(verified(received!)).toBe(true);
    const { type, data } = noticeIn(received!);
    expect(type).toBe('alert.opened');
    expect(data).toMatchObject({ count: 20, minutes: 1_800, moneyAtRisk: [usd('6000.00')], clients: ['Ardent'] });
    expect(data.link).toBe(`http://portal.example/#/alerts/${data.id}`);
    expect(received!.body).not.toContain('not to be told');
  });

  it('is sent again by the same id and in the same words where the process died before it could note it', async () => {
    await bench.stopped({ business: onP1 });
    await bench.later();
    class Dying extends DeliveryRepository {
      override sent(): Promise<void> {
        return Promise.reject(new Error('killed'));
      }
    }
    await expect(bench.send(new Dying(bench.database))).rejects.toThrow('killed');
    await bench.stopped({ business: onP1 });
    await bench.later();
    expect(await bench.send()).toBe(1);
    const [first, second] = bench.receiver.received;
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(second!.body).toBe(first!.body);
    expect(bench.receiver.received).toHaveLength(2);
    expect(await bench.send()).toBe(0);
  });

  it('waits for a receiver that is away, and arrives once it is back', async () => {
    await bench.stopped({ business: onP1 });
    bench.receiver.status = 503;
    for (let round = 0; round < 3; round += 1) {
      await bench.later();
      await bench.send();
    }
    const { id } = await only();
    expect((await bench.service.get(id)).deliveries).toMatchObject([
      { state: 'waiting', tries: 3, failure: 'the receiver answered 503' },
    ]);
    bench.receiver.status = 204;
    await bench.later();
    await bench.send();
    expect((await bench.service.get(id)).deliveries).toMatchObject([{ state: 'sent', tries: 4, failure: null }]);
    expect(new Set(bench.receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('is given up after twelve tries where all can see it, and sent again when somebody says so', async () => {
    await bench.stopped({ business: onP1 });
    bench.receiver.status = 500;
    for (let round = 0; round < 13; round += 1) {
      await bench.later();
      await bench.send();
    }
    expect(bench.receiver.received).toHaveLength(12);
    const { id, deadDeliveries } = await only();
    expect(deadDeliveries).toBe(1);
    bench.receiver.status = 204;
    await bench.service.resend(id, { reason: 'the receiver is mended' }, dana);
    await bench.send();
    expect(await bench.service.get(id)).toMatchObject({ deadDeliveries: 0, deliveries: [{ state: 'sent' }] });
    expect(await bench.audited(id)).toEqual([
      { actor: 'Dana Whitlock', action: 'alert.resend', reason: 'the receiver is mended' },
    ]);
  });

  it('is given up at once where the receiver wants no more', async () => {
    await bench.stopped({ business: onP1 });
    bench.receiver.status = 410;
    await bench.later();
    await bench.send();
    expect(await only()).toMatchObject({ deadDeliveries: 1 });
  });

  it('about what was settled in the meantime is not sent, and nobody hears that it is over', async () => {
    await bench.settled(await bench.stopped({ business: onP1 }));
    await bench.later();
    await bench.send();
    expect(bench.receiver.received).toEqual([]);
  });

  it('says that it is over to those who were told of it', async () => {
    const id = await bench.stopped({ business: onP1 });
    await bench.later();
    await bench.send();
    await bench.settled(id);
    await bench.send();
    expect(bench.receiver.types).toEqual(['alert.opened', 'alert.resolved']);
  });

  it('comes again when far more is at stake than was told', async () => {
    const dueAt = new Date(Date.now() + 2 * hour);
    await bench.stopped({ business: { ...onP1, billingCycle: null }, dueAt });
    await bench.later();
    await bench.send();
    await bench.age(1);
    await bench.watch.look(new Date());
    expect(await bench.send()).toBe(0);
    // 150 an hour before, 6,150 with this: critical from 5,000.
    await bench.stopped({ business: { ...onP1, billingCycle: null, moneyAtRisk: usd('12000.00') }, dueAt });
    await bench.watch.look(new Date());
    await bench.watch.look(new Date());
    await bench.send();
    const told = bench.receiver.received.map((one) => [noticeIn(one).type, noticeIn(one).data.priority]);
    expect(told).toEqual([
      ['alert.opened', 'normal'],
      ['alert.raised', 'critical'],
    ]);
  });

  it('goes by e-mail without amounts where the route may not have them', async () => {
    await bench.stopped({ code: 'unknown-project', business: { ...onP1, project: 'P-9' } });
    await bench.later();
    await bench.send();
    const [letter] = bench.mailBox.letters;
    expect(letter!.to).toBe('pmo@meridian.example');
    const words = letter!.text.replace(/=\r\n|\r\n /g, '');
    expect(words).toMatch(/Subject: \[\w+\] unknown project, project P-9: 1 exception, 1\.5 h, too/);
    expect(words).toContain('What to do: give the project its code in the PSA');
    expect(words).not.toContain('300.00');
    const [delivery] = (await bench.service.get((await only()).id)).deliveries;
    expect(words).toContain(`Message-ID: <${delivery!.id}@meridian.example>`);
  });

  it('that a mail server will never take is given up at once', async () => {
    bench.mailBox.recipient = '550 no such mailbox';
    await bench.stopped({ code: 'unknown-project', business: onP1 });
    await bench.later();
    await bench.send();
    const { deliveries } = await bench.service.get((await only()).id);
    expect(deliveries).toMatchObject([{ state: 'dead', tries: 1, failure: 'the mail server: 550' }]);
  });
});

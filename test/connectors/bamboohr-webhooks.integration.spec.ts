import { createHmac } from 'node:crypto';
import { loadFirm } from '../../apps/sandbox/src/firm/load-firm.js';
import { bamboohr } from '../../apps/sandbox/src/simulators/bamboohr/bamboohr.simulator.js';
import { app } from '../../apps/system-bamboohr/src/app.js';
import { SystemApp, until } from './system-app.fixture.js';

let system: SystemApp;
const path = '/webhooks/bamboohr';

beforeAll(async () => {
  // The change feed is out of order throughout, so that every event is a webhook's doing.
  const feed = { kind: 'status', status: 500, path: '/employees/changed', times: Number.POSITIVE_INFINITY } as const;
  system = await SystemApp.open(app, bamboohr, { faults: [feed] });
  // BambooHR's own deliveries are played by hand here, but for one test.
  system.act('pauseWebhooks', { paused: true });
});
afterAll(() => system.close());

const seconds = (): number => Math.floor(Date.now() / 1000);

/** Body first, then the timestamp header, no separator, hex (BambooHR, webhook documentation). */
const sign = (body: string, timestamp: string): string =>
  createHmac('sha256', system.product.world.credentials.bamboohr.webhookKey)
    .update(`${body}${timestamp}`)
    .digest('hex');

const signed = (body: string, timestamp = String(seconds())): Record<string, string> => ({
  'x-bamboohr-timestamp': timestamp,
  'x-bamboohr-signature': sign(body, timestamp),
});

const pushed = (body: string, headers = signed(body)) => system.push(path, body, headers);

let moments = 0;
/** No two deliveries of a test are the same bytes unless it says so. */
const moment = (): string => `2026-10-01T12:00:${String((moments += 1)).padStart(2, '0')}+0000`;

const delivery = (employeeId: string, event: 'created' | 'updated' | 'deleted' = 'updated', timestamp = moment()) =>
  JSON.stringify({
    type: `employee.${event}`,
    timestamp,
    data: { companyId: '12345', employeeId, changedFields: ['jobTitle'] },
  });

interface Kept {
  state: string;
  failure: string | null;
}

const keptOf = (body: string): Promise<Kept[]> =>
  system.rows<Kept>('select state, failure from webhook_delivery where body = $1', [Buffer.from(body)]);

const read = (body: string): Promise<Kept[]> =>
  until(
    () => keptOf(body),
    ([kept]) => kept?.state === 'read',
  );

const eventsOf = async (employeeId: string): Promise<string[]> => {
  const found = await system.rows<{ type: string }>(
    'select type from events.log where subject = $1 order by position',
    [`worker/${employeeId}`],
  );
  return found.map(({ type }) => type);
};

/** Every outbox entry has arrived in the log. */
const relayed = () =>
  until(
    () => system.rows('select 1 from outbox'),
    (waiting) => waiting.length === 0,
  );

const hiredEvent = 'com.throughline.worker.hired.v1';
const changedEvent = 'com.throughline.worker.changed.v1';

/** Ids count from 100 in the order in which the example's people were entered; each test has somebody of its own. */
let people = 110;
const somebody = (): string => String((people += 1));

describe('a webhook of BambooHR', () => {
  it('with a good signature is kept before it is answered, and becomes an event', async () => {
    const id = somebody();
    const body = delivery(id);
    expect((await pushed(body)).status).toBe(202);
    expect(await keptOf(body)).toHaveLength(1);
    await read(body);
    await relayed();
    expect(await eventsOf(id)).toEqual([changedEvent]);
  });

  it('is answered after it is kept, however slow that is (I6)', async () => {
    const body = delivery(somebody());
    await system.rows(`
      create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(1); return new; end $$;
      create trigger slowly before insert on webhook_delivery for each row execute function slowly()`);
    expect((await pushed(body)).status).toBe(202);
    expect(await keptOf(body)).toHaveLength(1);
    await system.rows('drop function slowly cascade');
  });

  it.each<[string, number, string, (body: string) => Record<string, string>]>([
    [
      'a signature under another key',
      403,
      'bad-signature',
      (body) => ({ ...signed(body), 'x-bamboohr-signature': '00' }),
    ],
    ['a signature of another body', 403, 'bad-signature', () => signed('{}')],
    ['no signature', 403, 'bad-signature', () => ({ 'x-bamboohr-timestamp': String(seconds()) })],
    [
      'no timestamp',
      403,
      'bad-signature',
      (body) => ({ 'x-bamboohr-signature': signed(body)['x-bamboohr-signature']! }),
    ],
    ['no timestamp and none signed', 403, 'stale-webhook', (body) => ({ 'x-bamboohr-signature': sign(body, '') })],
    ['a timestamp of six minutes ago', 403, 'stale-webhook', (body) => signed(body, String(seconds() - 360))],
    ['a timestamp in six minutes', 403, 'stale-webhook', (body) => signed(body, String(seconds() + 360))],
  ])('with %s is refused with a remedy, and not kept', async (_what, status, code, headers) => {
    const body = delivery(somebody());
    const reply = await pushed(body, headers(body));
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.body.remedy).toEqual(expect.any(String));
    expect(await keptOf(body)).toEqual([]);
  });

  it.each<[string, string, number, string]>([
    ['is no JSON', '{"type": ', 400, 'malformed-body'],
    ['is empty', '', 400, 'malformed-body'],
    ['is no employee event', '{"type":"company.updated","data":{}}', 422, 'schema-violation'],
    ['is larger than 1 MB', JSON.stringify({ padding: 'x'.repeat(1_100_000) }), 413, 'body-too-large'],
  ])('whose body %s is refused although it is signed, and not kept', async (_what, body, status, code) => {
    const reply = await pushed(body);
    expect([reply.status, reply.type, reply.body.code]).toEqual([status, 'application/problem+json', code]);
    expect(await keptOf(body)).toEqual([]);
  });

  it('just below 1 MB is accepted', async () => {
    const bulky = JSON.stringify({ ...(JSON.parse(delivery(somebody())) as object), padding: 'x'.repeat(900_000) });
    expect((await pushed(bulky)).status).toBe(202);
  });

  it('to an instance nobody set up is 404', async () => {
    const body = delivery(somebody());
    const reply = await system.push('/webhooks/nowhere', body, signed(body));
    expect([reply.status, reply.body.code]).toEqual([404, 'unknown-instance']);
  });

  it('delivered several times, also at once and signed anew, is kept once and is one event', async () => {
    const id = somebody();
    const body = delivery(id);
    const stamps = [0, 1, 2, 3].map((age) => String(seconds() - age));
    const replies = await Promise.all(stamps.map((stamp) => pushed(body, signed(body, stamp))));
    expect(replies.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect(await keptOf(body)).toHaveLength(1);
    await read(body);
    expect((await pushed(body)).status).toBe(202);
    expect(await keptOf(body)).toMatchObject([{ state: 'read' }]);
    await relayed();
    expect(await eventsOf(id)).toEqual([changedEvent]);
  });

  it('that overtakes earlier ones tells the present state: each event once, whatever the order', async () => {
    const id = somebody();
    const bodies = [
      delivery(id, 'updated', '2026-10-01T13:00:02+0000'),
      delivery(id, 'updated', '2026-10-01T13:00:01+0000'),
      delivery(id, 'created', '2026-10-01T13:00:00+0000'),
    ];
    for (const body of bodies) expect((await pushed(body)).status).toBe(202);
    for (const body of bodies) await read(body);
    await relayed();
    expect(await eventsOf(id)).toEqual([changedEvent, hiredEvent]);
  });

  it('that cannot be read back yet waits and is read later', async () => {
    const id = somebody();
    system.fault({ kind: 'status', status: 500, path: `/employees/${id}` });
    const body = delivery(id);
    expect((await pushed(body)).status).toBe(202);
    const [late] = await until(
      () => keptOf(body),
      ([kept]) => kept!.failure !== null,
    );
    expect(late).toMatchObject({ state: 'waiting', failure: expect.stringContaining(`/employees/${id}`) as string });
    await read(body);
    await relayed();
    expect(await eventsOf(id)).toEqual([changedEvent]);
  });

  it('of one instance is read while that of another hangs', async () => {
    const [slow, quick] = [somebody(), somebody()];
    system.fault({ kind: 'latency', ms: 4_000, path: `/employees/${slow}` });
    const [hanging, body] = [delivery(slow), delivery(quick)];
    expect((await system.push('/webhooks/second', hanging, signed(hanging))).status).toBe(202);
    await until(
      () => Promise.resolve(system.callsTo(`/employees/${slow}`)),
      (calls) => calls.length === 1,
    );
    await pushed(body);
    await read(body);
    expect(await keptOf(hanging)).toMatchObject([{ state: 'waiting', failure: null }]);
    await read(hanging);
  });

  it('about nobody BambooHR knows stays, with who it was about, and holds up no other', async () => {
    const [unknown, good] = [delivery('99999'), delivery(somebody())];
    await pushed(unknown);
    await pushed(good);
    await read(good);
    const [kept] = await until(
      () => keptOf(unknown),
      ([one]) => one!.state !== 'waiting',
    );
    expect(kept).toEqual({ state: 'unreadable', failure: 'BambooHR has no employee 99999' });
  });

  it('about somebody deleted is read, and left to the change feed to tell', async () => {
    const id = somebody();
    const body = delivery(id, 'deleted');
    await pushed(body);
    await read(body);
    await relayed();
    expect(await eventsOf(id)).toEqual([]);
  });

  it('sent by BambooHR itself is believed, and hired is told once', async () => {
    system.act('pauseWebhooks', { paused: false });
    const worker = { ...loadFirm('examples/meridian-consulting').workers[0]!, number: '2001', manager: '' };
    const { id } = system.act('hire', { worker }) as { id: string };
    const found = await until(
      () => eventsOf(id),
      (types) => types.includes(hiredEvent) && types.includes(changedEvent),
    );
    expect(found.filter((type) => type === hiredEvent)).toHaveLength(1);
  });
});

import type { ConsumerList, DeprecationList } from '#contracts';
import { AppLogger, openMailer, rows, UsageRepository } from '#platform';
import { MailBox } from '#testing';
import { GovernanceBench, thingsApi } from '../governance.fixture.js';
import { ConsumerNotices } from './consumer-notices.js';
import { NoticeRepository } from './notice.repository.js';

const contract = 'process/things/v1';
const sunset = '2027-06-30';
const leaving = {
  deprecated: true,
  'x-lifecycle': 'deprecated',
  'x-deprecated-since': '2026-11-01',
  'x-sunset': sunset,
  'x-successor': '/v2/things',
};

let bench: GovernanceBench;
let mailBox: MailBox;
let notices: ConsumerNotices;

beforeAll(async () => {
  bench = await GovernanceBench.open({ 'process/things/v1.yaml': thingsApi({ leaving }) });
  mailBox = await MailBox.open();
  const mail = { host: '127.0.0.1', port: mailBox.port, tls: 'none' as const, from: 'throughline@meridian.example' };
  notices = new ConsumerNotices({
    deprecations: { list: async () => (await bench.get('/v1/deprecations')).body as DeprecationList },
    notices: new NoticeRepository(bench.database),
    mailer: openMailer(mail, null),
    portalUrl: 'http://portal.example',
    logger: new AppLogger('process-governance', 'silent'),
  });
  const facts = { owner: 'controlling', uses: [] };
  const register = (id: string, name: string, contact: string) =>
    bench.write('ann', 'put', `/v1/consumers/${id}`, { ...facts, name, contact });
  await register('report-tool', 'Report tool', 'reports@example.com');
  await register('planner', 'Planner', 'room 4.12, ask for Lea');
  const use = { contract, version: '1.0.0', operation: 'GET /v1/things', lastUse: new Date() };
  await new UsageRepository(bench.database).add(
    ['report-tool', 'planner', 'shadow'].map((consumer) => ({
      ...use,
      consumer,
      side: 'call' as const,
      name: '',
      count: 4,
    })),
  );
});
afterAll(async () => {
  await mailBox.close();
  await bench.close();
});
beforeEach(async () => {
  mailBox.letters.splice(0);
  mailBox.recipient = '250 ok';
  await bench.database.query('truncate consumer_letter cascade');
});

/** Hands over what is due. */
async function send(): Promise<void> {
  while (await notices.sendNext()) continue;
}

/** As if the pause of what waits were over. */
const later = () => bench.database.query(`update consumer_letter set due_at = now() where state = 'waiting'`);
const states = async (): Promise<string[]> =>
  (await rows<{ state: string }>(bench.database, 'select state from consumer_letter')).map(({ state }) => state);

it('who is registered with an e-mail address is told what ends, when, and what comes instead; nobody else is', async () => {
  expect(await notices.look('2026-12-01')).toBe(1);
  await send();
  expect(mailBox.letters.map(({ to }) => to)).toEqual(['reports@example.com']);
  const text = mailBox.letters[0]!.text.replaceAll(/=\r\n/g, '');
  expect(text).toContain('Subject: Something Report tool uses will end');
  expect(text).toContain(`GET /v1/things of ${contract} may be gone from ${sunset} on; in its place: /v2/things`);
  expect(text).toContain('http://portal.example/#/contracts/deprecations');
});

it('who is not written to is named as such: to whoever registers it, in the list and in the calendar', async () => {
  const planner = { owner: 'pmo', uses: [], name: 'Planner', contact: 'https://chat.example.com/planning' };
  const answer = await bench.write('ann', 'put', '/v1/consumers/planner', planner);
  expect([answer.status, answer.body.writtenTo]).toEqual([200, false]);
  const listed = (await bench.get('/v1/consumers')).body as ConsumerList;
  expect(listed.items.map(({ clientId, writtenTo }) => [clientId, writtenTo])).toEqual([
    ['planner', false],
    ['report-tool', true],
  ]);
  const { items } = (await bench.get('/v1/deprecations')).body as DeprecationList;
  expect(Object.fromEntries(items[0]!.consumers.map(({ clientId, writtenTo }) => [clientId, writtenTo]))).toEqual({
    'report-tool': true,
    planner: false,
    shadow: false,
  });
});

it('each is told once, and again a month and a week ahead and on the day', async () => {
  const days = ['2026-12-01', '2026-12-02', '2027-06-01', '2027-06-02', '2027-06-24', sunset, '2027-07-01'];
  const written: number[] = [];
  for (const day of days) written.push(await notices.look(day));
  expect(written).toEqual([1, 0, 1, 0, 1, 1, 0]);
});

it('two processes that look at the same time write one letter', async () => {
  const written = await Promise.all([1, 2, 3].map(() => notices.look('2026-12-01')));
  expect(written.reduce((sum, one) => sum + one)).toBe(1);
});

it('a mail server that is away gets the letter later, under the same id', async () => {
  await notices.look('2026-12-01');
  mailBox.recipient = '451 come again';
  await send();
  expect([mailBox.letters, await states()]).toEqual([[], ['waiting']]);
  mailBox.recipient = '250 ok';
  await later();
  await send();
  const [letter] = await rows<{ id: string }>(bench.database, 'select id from consumer_letter');
  expect(mailBox.letters[0]!.text).toContain(`Message-ID: <${letter!.id}@meridian.example>`);
  expect(await states()).toEqual(['sent']);
});

it('an address that takes nothing is given up, and stays on record', async () => {
  await notices.look('2026-12-01');
  mailBox.recipient = '550 nobody here';
  await send();
  await later();
  await send();
  expect([mailBox.letters, await states()]).toEqual([[], ['dead']]);
});

it('a letter somebody died with is sent by another', async () => {
  await notices.look('2026-12-01');
  await new NoticeRepository(bench.database).take();
  await send();
  expect(mailBox.letters).toEqual([]);
  await later();
  await send();
  expect(mailBox.letters).toHaveLength(1);
});

import { loadFirm } from '../../apps/sandbox/src/firm/load-firm.js';
import { salesforce } from '../../apps/sandbox/src/simulators/salesforce/salesforce.simulator.js';
import { app } from '../../apps/system-salesforce/src/app.js';
import { SystemApp, until } from './system-app.fixture.js';

let system: SystemApp;

/** One instance listens, and is never asked within the time of a test. */
const listening = { changes: 'capture', alone: true } as const;

beforeAll(async () => {
  system = await SystemApp.open(app, salesforce, listening);
  await until(asked, (cursor) => cursor !== null);
});
afterAll(() => system.close());

const { opportunities, opportunityLines } = loadFirm('examples/meridian-consulting');
const sample = opportunities.find(({ code }) => code === 'OPP-101')!;
const lines = opportunityLines.filter(({ opportunity }) => opportunity === sample.code);

/** Sells something; answers the id of the deal. */
function win(code: string): string {
  const opportunity = { ...sample, code, name: `Deal ${code}` };
  system.act('createOpportunity', { opportunity, lines: lines.map((line) => ({ ...line, opportunity: code })) });
  return (system.act('closeOpportunity', { code, outcome: 'win' }) as { id: string }).id;
}

/** Which deals whose codes begin so were told, in their order. */
const told = async (prefix: string): Promise<string[]> =>
  (
    await system.rows<{ code: string }>(
      `select data -> 'opportunity' ->> 'code' as code from events.log
        where type = 'com.throughline.opportunity.won.v1' and source = '/instances/salesforce' order by position`,
    )
  )
    .map(({ code }) => code)
    .filter((code) => code.startsWith(prefix));
/** The same, once all of these were. */
const toldOf = (...codes: string[]): Promise<string[]> =>
  until(
    () => told(codes[0]!.replace(/\d$/, '')),
    (seen) => codes.every((code) => seen.includes(code)),
  );

const cursorOf = async (feed: string): Promise<string | null> =>
  (
    await system.rows<{ cursor: string }>(
      `select cursor from feed_cursor where instance = 'salesforce' and feed = $1`,
      [feed],
    )
  )[0]?.cursor ?? null;
/** How far the safety net got; it is asked once when the app starts. */
const asked = (): Promise<string | null> => cursorOf('won-opportunities');
/** From where the safety net is asked when the app starts; from a day to come it finds nothing. */
const netIsAt = (day: string) =>
  system.rows(`update feed_cursor set cursor = $1 where feed = 'won-opportunities'`, [`${day}T00:00:00.000Z`]);

interface Position {
  replay: Record<string, number>;
  again: string | null;
}
const position = async (): Promise<Position | null> => {
  const cursor = await cursorOf('captured-opportunities');
  return cursor === null ? null : (JSON.parse(cursor) as Position);
};
const streamed = (): number => system.callsTo('/cometd').length;
/** Waits until the stream has been used again; from then on the endpoint holds a request of ours. */
async function streamedAgain(times = 1): Promise<void> {
  const before = streamed();
  await until(
    () => Promise.resolve(streamed()),
    (count) => count >= before + times,
  );
}

describe('an org whose changes are captured', () => {
  it('has its won deals told without being asked, in the order of their changes', async () => {
    win('CDC-1');
    await toldOf('CDC-1');
    win('CDC-2');
    expect(await toldOf('CDC-2')).toEqual(['CDC-1', 'CDC-2']);
  });

  it('has a deal told again when only a line of it changes', async () => {
    const id = win('LINES-1');
    await toldOf('LINES-1');
    const [line] = await linesOf(id);
    await write('PATCH', `/sobjects/OpportunityLineItem/${line}`, { Quantity: 99 });
    const twice = until(
      () => told('LINES'),
      ({ length }) => length === 2,
    );
    expect(await twice).toEqual(['LINES-1', 'LINES-1']);
  });

  it('has several deals of one merged event told', async () => {
    const ids = [win('MERGED-1'), win('MERGED-2')];
    await toldOf('MERGED-1', 'MERGED-2');
    const records = ids.map((id) => ({ attributes: { type: 'Opportunity' }, id, Practice__c: 'Merged' }));
    await write('PATCH', '/composite/sobjects', { records });
    const all = await until(
      () => told('MERGED'),
      ({ length }) => length === 4,
    );
    expect(all.slice(2).toSorted()).toEqual(['MERGED-1', 'MERGED-2']);
  });

  it('tells nobody what we wrote there ourselves', async () => {
    const id = win('ECHO-1');
    await toldOf('ECHO-1');
    const own = { 'sforce-call-options': 'client=throughline' };
    await write('PATCH', `/sobjects/Opportunity/${id}`, { Practice__c: 'Ours' }, own);
    win('ECHO-2');
    expect(await toldOf('ECHO-2')).toEqual(['ECHO-1', 'ECHO-2']);
  });

  it('is told once each, however often and in whatever order its events come', async () => {
    ['TWICE-1', 'TWICE-2', 'TWICE-3'].forEach(win);
    await toldOf('TWICE-1', 'TWICE-2', 'TWICE-3');
    const before = system.callsTo('/query').length;
    system.act('repeatEvents', { count: 12 });
    await until(
      () => Promise.resolve(system.callsTo('/query').length),
      (count) => count > before,
    );
    win('TWICE-4');
    const seen = await toldOf('TWICE-4');
    expect(seen.toSorted()).toEqual(['TWICE-1', 'TWICE-2', 'TWICE-3', 'TWICE-4']);
  });

  it('has its records read where a gap event says no more than that they changed', async () => {
    system.act('muteCapture', { muted: true });
    const id = win('GAP-1');
    system.act('muteCapture', { muted: false });
    system.act('sendGap', { object: 'Opportunity', ids: [id], changeType: 'GAP_CREATE' });
    expect(await toldOf('GAP-1')).toEqual(['GAP-1']);
  });

  it.each([
    ['an overflow', 'OVER', () => system.act('sendOverflow', { object: 'Opportunity' })],
    ['a gap of all records', 'WILD', () => system.act('sendGap', { object: 'Opportunity', ids: '*' })],
  ])('has everything since read again after %s', async (_what, deal, send) => {
    const codes = [`${deal}-1`, `${deal}-2`];
    system.act('muteCapture', { muted: true });
    codes.forEach(win);
    system.act('muteCapture', { muted: false });
    send();
    expect((await toldOf(...codes)).toSorted()).toEqual(codes);
    await until(position, (reached) => reached?.again === null && Object.keys(reached.replay).length > 0);
  });
});

describe('the stream of an org', () => {
  it.each([
    ['cut', 'CUT', () => system.act('cutStreams')],
    ['cut by an org that forgets who listened', 'FORGET', () => system.act('cutStreams', { forget: true })],
    ['ended with its session', 'SESSION', () => system.act('expireSessions')],
    ['answered by a proxy', 'PROXY', () => system.fault({ kind: 'html', path: '/cometd', times: 2 })],
    ['answered in half', 'HALF', () => system.fault({ kind: 'truncate', path: '/cometd' })],
    ['refused with 401', 'REFUSED', () => system.fault({ kind: 'status', status: 401, path: '/cometd' })],
  ])('that is %s is opened again, and what was won meanwhile is told', async (_how, deal, happen) => {
    const codes = [`${deal}-1`, `${deal}-2`, `${deal}-3`];
    win(codes[0]!);
    await toldOf(codes[0]!);
    happen();
    win(codes[1]!);
    await toldOf(codes[1]!);
    system.act('cutStreams');
    win(codes[2]!);
    expect(await toldOf(codes[2]!)).toEqual(codes);
  });

  it('goes on after a restart exactly where it was', async () => {
    const first = win('RESTART-1');
    await toldOf('RESTART-1');
    await system.stopApp();
    await netIsAt('2099-01-01');
    win('RESTART-2');
    const before = system.calls.length;
    await system.startApp();
    expect(await toldOf('RESTART-2')).toEqual(['RESTART-1', 'RESTART-2']);
    // Events that come again would have their records read again.
    expect(system.calls.slice(before).filter(({ line }) => line.includes(first))).toEqual([]);
  });

  it('whose events were handed over and not kept has them told all the same', async () => {
    await system.rows(
      `alter table feed_cursor add constraint no_room check (feed <> 'captured-opportunities') not valid`,
    );
    win('LOST-1');
    await streamedAgain(6);
    expect(await told('LOST')).toEqual([]);
    await system.rows('alter table feed_cursor drop constraint no_room');
    expect(await toldOf('LOST-1')).toEqual(['LOST-1']);
  });

  it('whose last event is no longer retained has everything since read again, and then goes on', async () => {
    win('GONE-1');
    await toldOf('GONE-1');
    await system.stopApp();
    win('GONE-2');
    win('GONE-3');
    system.act('loseRetention');
    await netIsAt('2099-01-01');
    await system.startApp();
    expect((await toldOf('GONE-2', 'GONE-3')).toSorted()).toEqual(['GONE-1', 'GONE-2', 'GONE-3']);
    win('GONE-4');
    await toldOf('GONE-4');
    expect((await position())!.again).toBeNull();
  });
});

describe('the safety net below the stream', () => {
  it('finds what no event told, and tells nothing twice', async () => {
    win('NET-1');
    await toldOf('NET-1');
    await system.stopApp();
    await netIsAt('2026-01-01');
    system.act('muteCapture', { muted: true });
    win('NET-2');
    system.act('muteCapture', { muted: false });
    await system.startApp();
    expect(await toldOf('NET-2')).toEqual(['NET-1', 'NET-2']);
  });
});

async function token(): Promise<string> {
  const { store } = system.product.world;
  await until(
    () => Promise.resolve(store.list('session')),
    (sessions) => sessions.length > 0,
  );
  return store.list<{ token: string }>('session').at(-1)!.token;
}

/** What another program does, or this one under its name. */
async function write(
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<object> {
  const reply = await fetch(`${system.product.world.origin}/services/data/v67.0${path}`, {
    method,
    headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(reply.status).toBeLessThan(300);
  return reply.status === 204 ? {} : ((await reply.json()) as object);
}

async function linesOf(deal: string): Promise<string[]> {
  const q = `SELECT Id FROM OpportunityLineItem WHERE OpportunityId = '${deal}'`;
  const { records } = (await write('GET', `/query?${new URLSearchParams({ q }).toString()}`)) as {
    records: { Id: string }[];
  };
  return records.map(({ Id }) => Id);
}

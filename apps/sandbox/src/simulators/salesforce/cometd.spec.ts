import { type Json, openOrg, type Org } from './org.fixture.js';

/** A naive Bayeux client: it sends what it is told to and keeps the cookie. */
class Listener {
  private cookie = '';
  clientId = '';
  constructor(readonly org: Org) {}

  async send(message: Json, headers: Record<string, string> = {}): Promise<Json[]> {
    const path = '/cometd/67.0';
    const reply = await this.org.call('POST', path, [message], { cookie: this.cookie, ...headers });
    this.cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    return (await reply.json()) as Json[];
  }

  async handshake(): Promise<Json> {
    const [reply] = await this.send({ channel: '/meta/handshake', version: '1.0', id: '1' });
    this.clientId = String(reply!.clientId);
    return reply!;
  }

  async subscribe(channel: string, replay: number): Promise<Json> {
    const message = { channel: '/meta/subscribe', clientId: this.clientId, subscription: channel };
    return (await this.send({ ...message, ext: { replay: { [channel]: replay } } }))[0]!;
  }

  connect(headers?: Record<string, string>): Promise<Json[]> {
    const message = { channel: '/meta/connect', clientId: this.clientId, connectionType: 'long-polling' };
    return this.send(message, headers);
  }

  /** Ready to wait: what the first connect is answered with is returned. */
  async listen(channel: string, replay: number): Promise<Json[]> {
    await this.handshake();
    await this.subscribe(channel, replay);
    return this.connect();
  }
}

interface Sent {
  channel: string;
  data: { payload: Json & { ChangeEventHeader: Json }; event: { replayId: number } };
}
const eventsIn = (replies: Json[]): Sent[] => replies.filter(({ data }) => data) as unknown as Sent[];
const headersIn = (replies: Json[]): Json[] => eventsIn(replies).map(({ data }) => data.payload.ChangeEventHeader);

const deals = '/data/OpportunityChangeEvent';

describe('the streaming endpoint of an org', () => {
  let org: Org;
  let listener: Listener;
  beforeEach(async () => {
    org = await openOrg();
    listener = new Listener(org);
  });
  afterEach(() => org.hosted.close());

  const win = (code = 'OPP-1'): string => (org.act('closeOpportunity', { code, outcome: 'win' }) as { id: string }).id;

  test('shakes hands, subscribes, answers the first connect at once and keeps the next one until something happens', async () => {
    expect(await listener.handshake()).toMatchObject({ successful: true, ext: { replay: true } });
    expect(await listener.subscribe(deals, -1)).toMatchObject({ successful: true, subscription: deals });
    expect(await listener.connect()).toMatchObject([{ advice: { reconnect: 'retry', timeout: 110_000 } }]);
    const waiting = listener.connect();
    const id = win();
    const [event] = eventsIn(await waiting);
    expect(event).toMatchObject({ channel: deals, data: { payload: { IsWon: true, Amount: null } } });
    expect(event!.data.payload.ChangeEventHeader).toMatchObject({
      entityName: 'Opportunity',
      recordIds: [id],
      changeType: 'UPDATE',
      changeOrigin: expect.stringContaining('client=SfdcInternalAPI/') as string,
      changedFields: expect.arrayContaining(['IsWon', 'StageName', 'LastModifiedDate']) as string[],
    });
  });

  test('tells no change from before the events are asked for, the firm’s first records included', async () => {
    win();
    expect(eventsIn(await listener.listen(deals, -1))).toEqual([]);
    expect(headersIn(await new Listener(org).listen('/data/ChangeEvents', -2))).toHaveLength(1);
  });

  test('goes on after a replay id, which is no running number', async () => {
    win('OPP-1');
    win('OPP-2');
    const all = eventsIn(await listener.listen(deals, -2));
    const ids = all.map(({ data }) => data.event.replayId);
    expect(ids[1]! - ids[0]!).toBeGreaterThan(1);
    expect(eventsIn(await new Listener(org).listen(deals, ids[0]!))).toEqual([all[1]]);
  });

  test('a replay id that is no longer retained is refused, and nothing is subscribed', async () => {
    win();
    const [event] = eventsIn(await listener.listen(deals, -2));
    org.at('2026-09-04T10:00:01Z');
    await org.signIn();
    await listener.handshake();
    const { replayId } = event!.data.event;
    expect(await listener.subscribe(deals, replayId)).toMatchObject({
      successful: false,
      error: expect.stringContaining(`400::The replayId {${replayId}} you provided was invalid`) as string,
    });
  });

  test('a channel of no object is refused', async () => {
    await listener.handshake();
    for (const channel of ['/data/NothingChangeEvent', '/data/Opportunity', '/topic/x'])
      expect(await listener.subscribe(channel, -1)).toMatchObject({ successful: false });
  });

  test('says that a program made the change, and which', async () => {
    await listener.listen('/data/ChangeEvents', -1);
    const call = await org.call('POST', '/sobjects/Account', { Name: 'New' }, { 'sforce-call-options': 'client=Us' });
    expect(call.status).toBe(201);
    const [header] = headersIn(await listener.connect());
    expect(header).toMatchObject({
      changeType: 'CREATE',
      changeOrigin: 'com/salesforce/api/rest/67.0;client=Us',
      changedFields: [],
    });
  });

  test('merges the same change to several records of one transaction, and numbers what it does not merge', async () => {
    const ids = (await org.rows<{ Id: string }>('SELECT Id FROM Account')).map(({ Id }) => Id);
    await listener.listen('/data/ChangeEvents', -1);
    const records = ids.map((id) => ({
      attributes: { type: 'Account' },
      id,
      Industry: 'Apparel',
    }));
    await org.call('PATCH', '/composite/sobjects', { records });
    await org.call('DELETE', `/sobjects/Opportunity/${win()}`);
    const headers = headersIn(await listener.connect());
    expect(headers[0]).toMatchObject({ recordIds: ids, changeType: 'UPDATE', sequenceNumber: 1 });
    const removed = headers.filter(({ changeType }) => changeType === 'DELETE');
    expect(removed.map(({ entityName, sequenceNumber }) => [entityName, sequenceNumber])).toEqual([
      ['Opportunity', 1],
      ['OpportunityLineItem', 2],
    ]);
    expect((removed[1]!.recordIds as string[]).length).toBe(2);
  });

  test('tells an emptied field from an unchanged one only in the header', async () => {
    await listener.listen(deals, -1);
    org.act('editOpportunity', { code: 'OPP-1', fields: { Practice__c: null } });
    const [event] = eventsIn(await listener.connect());
    const { payload } = event!.data;
    expect([payload.Practice__c, payload.Name, payload.ChangeEventHeader.nulledFields]).toEqual([
      null,
      null,
      ['Practice__c'],
    ]);
  });

  test('a naive client without the cookie, and one that is not known, are refused', async () => {
    await listener.listen(deals, -1);
    expect(await listener.connect({ cookie: 'none' })).toMatchObject([
      { error: expect.stringMatching(/^400::/) as string },
    ]);
    org.act('cutStreams', { forget: true });
    expect(await listener.connect()).toMatchObject([
      { error: '403::Unknown client', advice: { reconnect: 'handshake' } },
    ]);
  });

  test('who stays away for more than 40 seconds is forgotten', async () => {
    await listener.listen(deals, -1);
    org.at('2026-09-01T10:00:41Z');
    expect(await listener.connect()).toMatchObject([{ error: '403::Unknown client' }]);
  });

  test('ends with the session, also for who waits, and shakes hands with nobody who has none', async () => {
    await listener.listen(deals, -1);
    const waiting = listener.connect();
    await new Promise((resolve) => setImmediate(resolve));
    org.act('expireSessions');
    expect(await waiting).toMatchObject([{ error: '401::Authentication invalid', advice: { reconnect: 'none' } }]);
    expect(await listener.handshake()).toMatchObject({
      error: '403::Handshake denied',
      ext: { sfdc: { failureReason: '401::Authentication invalid' } },
    });
  });

  test('a cut connection ends without an answer, and the listener may come back', async () => {
    await listener.listen(deals, -1);
    let over = false;
    const lost = listener.connect().then(
      () => 'answered',
      () => 'lost',
    );
    void lost.finally(() => (over = true));
    // The request must have arrived before it can be cut.
    await until(() => {
      org.act('cutStreams');
      return over;
    });
    expect(await lost).toBe('lost');
    win();
    expect(eventsIn(await listener.connect())).toHaveLength(1);
  });

  test('sends gaps, overflows and repeated events when it is told to', async () => {
    await listener.listen(deals, -1);
    const id = win();
    const [first] = eventsIn(await listener.connect());
    org.act('muteCapture', { muted: true });
    win('OPP-2');
    org.act('muteCapture', { muted: false });
    org.act('sendGap', { object: 'Opportunity', ids: [id] });
    org.act('sendGap', { object: 'Opportunity', ids: '*' });
    org.act('sendOverflow', { object: 'Opportunity' });
    const headers = headersIn(await listener.connect());
    expect(headers.map(({ changeType, recordIds }) => [changeType, recordIds])).toEqual([
      ['GAP_UPDATE', [id]],
      ['GAP_UPDATE', ['006*']],
      ['GAP_OVERFLOW', ['000000000000000AAA']],
    ]);
    org.act('repeatEvents', { count: 4 });
    const again = eventsIn(await listener.connect());
    expect(again).toHaveLength(4);
    expect(again.at(-1)).toEqual(first);
  });
});

/** Looks again until it is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

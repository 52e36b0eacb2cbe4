import { AlertBench, dana, onP1, usd } from './alerts.fixture.js';

const hour = 3_600_000;

let bench: AlertBench;

beforeAll(async () => void (bench = await AlertBench.open()));
beforeEach(() => bench.clear());
afterAll(() => bench.close());

const only = async () => (await bench.service.list({})).items[0]!;

describe('an alert', () => {
  it('is one for everything its cause stops, in the words of the business', async () => {
    for (let line = 0; line < 14; line += 1) await bench.stopped({ business: onP1 });
    await bench.stopped({ business: { ...onP1, project: 'P-2' } });
    await bench.stopped({ code: 'unknown-project', business: onP1 });
    const { items } = await bench.service.list({});
    expect(items.map(({ code, scope, owner, count }) => `${code} ${scope} ${owner} ${count}`).sort()).toEqual([
      'rate-mismatch project P-1 finance-operations 14',
      'rate-mismatch project P-2 finance-operations 1',
      'unknown-project project P-1 pmo 1',
    ]);
    // 14 lines of an hour and a half, at 300 each.
    expect(items.find(({ count }) => count === 14)).toMatchObject({
      minutes: 1_260,
      moneyAtRisk: [usd('4200.00')],
      projects: ['P-1'],
      clients: ['Ardent'],
      legalEntities: ['MER-US'],
      billingCycles: ['2026-10'],
      lateAt: '2026-11-03T18:00:00.000Z',
      cause: 'The rate recorded is not the rate agreed.',
    });
  });

  it('names the system where one holds up every project', async () => {
    for (const project of ['P-1', 'P-2', 'P-3'])
      await bench.stopped({ code: 'approved-not-posted', system: 'netsuite', business: { ...onP1, project } });
    expect(await only()).toMatchObject({ system: 'netsuite', count: 3, projects: ['P-1', 'P-2', 'P-3'] });
  });

  it('is resolved with the last of its exceptions, and what comes later is another', async () => {
    const ids = [await bench.stopped({ business: onP1 }), await bench.stopped({ business: onP1 })];
    const { id } = await only();
    await bench.settled(ids[0]!);
    expect(await only()).toMatchObject({ state: 'open', count: 1 });
    await bench.settled(ids[1]!);
    expect(await bench.service.list({})).toEqual({ items: [] });
    expect(await bench.service.get(id)).toMatchObject({ state: 'resolved', count: 2, moneyAtRisk: [usd('600.00')] });
    await bench.stopped({ business: onP1 });
    expect((await only()).id).not.toBe(id);
  });

  it('is let go of once it was resolved long ago, with its messages; what people did about it stays on record', async () => {
    const id = await bench.stopped({ business: onP1 });
    const { id: old } = await only();
    await bench.service.acknowledge(old, { reason: 'I see to it' }, dana);
    await bench.settled(id);
    await bench.stopped({ business: onP1 });
    const live = await only();
    await bench.database.query(`update alert set resolved_at = resolved_at - interval '89 days'`);
    expect(await bench.alerts.forget(90)).toBe(0);
    await bench.database.query(`update alert set resolved_at = resolved_at - interval '2 days'`);
    // Somebody is still to be told that it is resolved.
    expect(await bench.alerts.forget(90)).toBe(0);
    await bench.later();
    await bench.send();
    expect([await bench.alerts.forget(90), await bench.alerts.forget(90)]).toEqual([1, 0]);
    await expect(bench.service.get(old)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await bench.service.get(live.id)).toMatchObject({ state: 'open', count: 1 });
    expect((await bench.audited(old)).map(({ action }) => action)).toEqual(['alert.acknowledge']);
  });

  it('loses an exception that stopped for another reason, and is resolved where that was the last', async () => {
    await bench.stopped({ business: onP1 }, 'line-7');
    const before = await only();
    await bench.stopped({ code: 'role-not-on-card', business: onP1 }, 'line-7');
    expect(await only()).toMatchObject({ code: 'role-not-on-card', count: 1 });
    expect(await bench.service.get(before.id)).toMatchObject({ state: 'resolved' });
  });

  it('is the same when everything is told again', async () => {
    await bench.settled(await bench.stopped({ business: onP1 }));
    await bench.stopped({ business: onP1 });
    const before = await bench.service.list({});
    await bench.tellAgain();
    const after = await bench.service.list({});
    expect(after.items.map(({ id, count }) => `${id} ${count}`)).toEqual(
      before.items.map(({ id, count }) => `${id} ${count}`),
    );
    expect(after.items).toHaveLength(1);
  });

  it('comes before another where more money is lost in an hour', async () => {
    const soon = new Date(Date.now() + 2 * hour);
    const late = new Date(Date.now() + 100 * hour);
    const about = (project: string, amount: string) => ({ project, moneyAtRisk: usd(amount) });
    // 50 an hour; 500 an hour; 100 an hour.
    await bench.stopped({ business: about('P-1', '5000.00'), dueAt: late });
    await bench.stopped({ business: about('P-2', '1000.00'), dueAt: soon });
    await bench.stopped({ business: about('P-3', '200.00'), dueAt: soon });
    const { items } = await bench.service.list({});
    expect(items.map(({ scope }) => scope)).toEqual(['project P-2', 'project P-3', 'project P-1']);
    expect(items.map(({ moneyPerHour }) => moneyPerHour)).toEqual([500, 100, 50]);
  });
});

describe('an owner', () => {
  it('who does not acknowledge an alert in time has it escalated, once, to whom the estate says', async () => {
    await bench.stopped({ business: onP1 });
    await bench.watch.look(new Date());
    expect(await only()).toMatchObject({ state: 'open', escalatedAt: null });
    await bench.age(61);
    await bench.watch.look(new Date());
    await bench.watch.look(new Date());
    const alert = await only();
    expect(alert).toMatchObject({ state: 'escalated', escalatedTo: 'pmo' });
    await bench.later();
    await bench.send();
    expect(bench.mailBox.letters).toHaveLength(1);
    expect(bench.mailBox.letters[0]!.text).toContain('nobody has taken it');
    expect((await bench.service.list({ owner: 'pmo' })).items.map(({ id }) => id)).toEqual([alert.id]);
    expect(await bench.audited(alert.id)).toMatchObject([{ actor: 'throughline', action: 'alert.escalate' }]);
  });

  it('who acknowledges it is on record, once, and it is not escalated', async () => {
    await bench.stopped({ business: onP1 });
    const { id } = await only();
    await bench.service.acknowledge(id, { reason: 'calling the client' }, dana);
    await bench.age(61);
    await bench.watch.look(new Date());
    expect(await only()).toMatchObject({ state: 'acknowledged', acknowledgedBy: 'Dana Whitlock', escalatedAt: null });
    await expect(bench.service.acknowledge(id, {}, { ...dana, name: 'Rafael Ortiz' })).rejects.toThrow(
      'Dana Whitlock sees to it already',
    );
    expect(await bench.audited(id)).toEqual([
      { actor: 'Dana Whitlock', action: 'alert.acknowledge', reason: 'calling the client' },
    ]);
  });

  it('who mutes a cause hears nothing of it, not even of the next alert, until the time is over', async () => {
    const first = await bench.stopped({ business: onP1 });
    const until = new Date(Date.now() + 4 * hour);
    await bench.service.mute((await only()).id, { until: until.toISOString(), reason: 'the card is under way' }, dana);
    await bench.settled(first);
    await bench.stopped({ business: onP1 });
    await bench.age(61);
    await bench.watch.look(new Date());
    await bench.later();
    await bench.send();
    expect(bench.receiver.received).toEqual([]);
    expect(await only()).toMatchObject({
      state: 'muted',
      mutedBy: 'Dana Whitlock',
      muteReason: 'the card is under way',
    });
    await bench.watch.look(new Date(until.getTime() + 1));
    // The time is over for the database too.
    await bench.send();
    expect(bench.receiver.types).toEqual(['alert.unmuted']);
  });

  it('who lifts a mute hears of the alert again', async () => {
    await bench.stopped({ business: onP1 });
    const { id } = await only();
    const until = new Date(Date.now() + hour).toISOString();
    await bench.service.mute(id, { until, reason: 'noise' }, dana);
    await bench.service.unmute(id, { reason: 'no noise' }, dana);
    await bench.later();
    await bench.send();
    // It had not been told of yet: that is what is told now.
    expect(bench.receiver.types).toEqual(['alert.opened']);
    await bench.service.mute(id, { until, reason: 'noise' }, dana);
    await bench.service.unmute(id, { reason: 'no noise' }, dana);
    await bench.send();
    expect(bench.receiver.types).toEqual(['alert.opened', 'alert.unmuted']);
    expect((await bench.audited(id)).map(({ action }) => action)).toEqual([
      'alert.mute',
      'alert.unmute',
      'alert.mute',
      'alert.unmute',
    ]);
  });

  it('cannot mute for ever, nor do anything to what is resolved or is not there', async () => {
    const exception = await bench.stopped({ business: onP1 });
    const { id } = await only();
    const far = new Date(Date.now() + 32 * 24 * hour).toISOString();
    await expect(bench.service.mute(id, { until: far, reason: 'for ever' }, dana)).rejects.toMatchObject({
      detail: { fields: [{ field: 'until', message: 'must be in the next 31 days' }] },
    });
    await expect(bench.service.unmute(id, { reason: 'why not' }, dana)).rejects.toThrow('it is not muted');
    await bench.settled(exception);
    await expect(bench.service.acknowledge(id, {}, dana)).rejects.toThrow('it is resolved');
    await expect(bench.service.get('no-such')).rejects.toMatchObject({ kind: 'not-found' });
  });
});

import { readFileSync } from 'node:fs';
import type {
  AcquisitionList,
  AcquisitionMapping,
  AcquisitionRehearsal,
  AcquisitionView,
  ExceptionView,
} from '#contracts';
import { armFailpoint, watchFailpoints } from '#kernel';
import { WorkforceEstate } from './workforce-estate.fixture.js';

jest.setTimeout(600_000);

const file = readFileSync('examples/meridian-consulting/acquisition.csv', 'utf8');
const [header, ...lines] = file.trim().split('\n');
/** The header and these people, by their numbers. */
const part = (...numbers: number[]): string => [header, ...numbers.map((number) => lines[number - 1])].join('\n');
const numberOf = new Map(lines.map((line) => [line.split(',')[3]!, line.split(',')[0]!]));
const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

const numbers = (from: number, to: number): string[] =>
  span(from, to).map((at) => `HWY-${String(at).padStart(3, '0')}`);

let estate: WorkforceEstate;
beforeEach(async () => {
  estate = await WorkforceEstate.open();
});
afterEach(() => {
  watchFailpoints(null);
  return estate.close();
});

async function upload(csv: string): Promise<AcquisitionView> {
  const body = { name: 'Halloway Advisory', legalEntity: 'MER-US', csv, reason: 'signed on 2026-10-30' };
  const reply = await estate.send('mina', 'post', '/v1/acquisitions', body);
  expect([reply.status, reply.body]).toEqual([201, expect.anything()]);
  return reply.body as AcquisitionView;
}

const report = async (id: string): Promise<AcquisitionView> =>
  (await estate.send('mina', 'get', `/v1/acquisitions/${id}`)).body as AcquisitionView;

const countsOf = ({ counts }: Pick<AcquisitionView, 'counts'>): Record<string, number> =>
  Object.fromEntries(counts.map(({ state, rows }) => [state, rows]));

async function reached(id: string, good: (counts: Record<string, number>) => boolean): Promise<AcquisitionView> {
  for (;;) {
    const view = await report(id);
    if (good(countsOf(view))) return view;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

const load = (id: string, who = 'rafael') =>
  estate.send(who, 'post', `/v1/acquisitions/${id}/load`, { reason: 'looked at the rehearsal' });

const control = (id: string, action: string) =>
  estate.send('rafael', 'post', `/v1/acquisitions/${id}/control`, { action, reason: 'a question came up' });

const isQuiet = ({ onboarding = 0, queued = 0, ready = 0 }: Record<string, number>): boolean =>
  onboarding + queued + ready === 0;

const exceptions = async (): Promise<ExceptionView[]> =>
  (await estate.send('mina', 'get', '/v1/exceptions?state=open&limit=200')).body.items as ExceptionView[];

const settle = async (code: string, text: string, how: object): Promise<void> => {
  const found = (await exceptions()).find((one) => one.code === code && one.message.includes(text))!;
  const resolution = { ...how, reason: 'asked Halloway' };
  const reply = await estate.send('mina', 'post', `/v1/exceptions/${found.id}/resolutions`, resolution);
  expect([reply.status, reply.body]).toEqual([202, expect.objectContaining({ state: 'settled' })]);
};

const correct = (code: string, text: string, changes: object): Promise<void> =>
  settle(code, text, { action: 'correct', changes });

const accept = async (id: string, kind: string, foreign: string, value: string): Promise<void> => {
  const { items } = (await estate.send('mina', 'get', `/v1/acquisitions/${id}/mappings`)).body as {
    items: AcquisitionMapping[];
  };
  const { version } = items.find((one) => one.kind === kind && one.foreign === foreign)!;
  const path = `/v1/acquisitions/${id}/mappings/${kind}/${encodeURIComponent(foreign)}`;
  const reply = await estate.send('mina', 'put', path, { value, version, reason: 'their leads are our architects' });
  expect([reply.status, reply.body]).toEqual([200, expect.objectContaining({ state: 'accepted', value })]);
};

describe('the acquisition of 300 people (E17, L1)', () => {
  it('makes all who are clear staffable in one run, and names exactly what is not', async () => {
    const { id, counts } = await upload(file);
    // By hand: 300, less 2 who are ours, less 4 with a grade that is only plausible, less 19 in exceptions:
    // 1 perhaps ours, 2 + 3 in circles of managers, 5 in an unknown cost centre, 3 + 4 with unknown skills, 1 without e-mail.
    expect(countsOf({ counts })).toEqual({ ready: 275, matched: 2, 'waiting-for-mapping': 4, exception: 19 });

    await accept(id, 'grade', 'Lead Architect', 'Architect');
    const before = estate.changes;
    const rehearsed = await estate.send('mina', 'post', `/v1/acquisitions/${id}/rehearsal`);
    expect(rehearsed.body as AcquisitionRehearsal).toMatchObject({ created: 279, matched: 2, refused: 19 });
    expect((rehearsed.body as AcquisitionRehearsal).exceptions).toHaveLength(7);
    expect([estate.changes - before, await exceptions()]).toEqual([0, []]);

    const own = await load(id, 'mina');
    expect([own.status, own.body]).toEqual([403, expect.objectContaining({ code: 'same-person' })]);
    expect((await load(id)).status).toBe(202);
    const done = await reached(id, isQuiet);
    expect(countsOf(done)).toEqual({ staffable: 279, matched: 2, exception: 19 });
    expect((await exceptions()).map(({ code }) => code).toSorted()).toEqual([
      'duplicate-worker',
      'manager-cycle',
      'manager-cycle',
      'missing-attribute',
      'missing-cost-centre',
      'unmapped-value',
      'unmapped-value',
    ]);
    const accounts = estate.created('scim', 'User').map(({ userName }) => numberOf.get(String(userName))!);
    expect([accounts.length, new Set(accounts).size]).toEqual([279, 279]);
    expect(estate.created('netsuite', 'employee')).toHaveLength(279);
    expect(estate.created('kantata', 'account_invitation')).toHaveLength(279);
    // Whom everybody reports to comes first, then the ten principals, then the fifty managers.
    expect(accounts[0]).toBe('HWY-001');
    expect(new Set(accounts.slice(1, 11))).toEqual(new Set(numbers(2, 11)));
    expect(new Set(accounts.slice(11, 61))).toEqual(new Set(numbers(12, 61)));

    await correct('missing-cost-centre', 'Legal Affairs', { value: 'US-OPS' });
    expect(countsOf(await reached(id, ({ staffable }) => staffable === 284))).toMatchObject({ exception: 14 });
    await correct('unmapped-value', 'COBOL', { value: null });
    await settle('unmapped-value', 'Origami', { action: 'skip' });
    await correct('missing-attribute', 'HWY-150', { workEmail: 'hwy150@halloway.example' });
    await correct('duplicate-worker', 'HWY-122', { samePersonAs: '1013' });
    await correct('manager-cycle', 'HWY-100 → HWY-101', { 'HWY-100': 'HWY-012' });
    await correct('manager-cycle', 'HWY-110', { 'HWY-110': 'nobody' });
    const all = await reached(id, (now) => isQuiet(now) && now['exception'] === undefined);
    expect([countsOf(all), await exceptions()]).toEqual([{ 'left-out': 3, staffable: 294, matched: 3 }, []]);
    expect(estate.created('scim', 'User')).toHaveLength(294);
    expect(estate.created('kantata', 'account_invitation')).toHaveLength(294);
    const told = (): Promise<{ people: number }[]> =>
      estate.rows(
        `select sum((data ->> 'people')::int)::int as people from events.log
          where type = 'com.throughline.acquisition.batch-imported.v1'`,
      );
    // Each load tells how many it brought in, once it is through.
    while ((await told())[0]!.people < 294) await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await told()).toEqual([{ people: 294 }]);
  });
});

describe('a load', () => {
  it('that the apps are stopped under goes on where it was, and makes nobody twice', async () => {
    const { id } = await upload(part(...span(1, 45)));
    await load(id);
    await reached(id, ({ staffable = 0 }) => staffable > 0);
    await estate.stop();
    await estate.start();
    expect(countsOf(await reached(id, isQuiet))).toEqual({ staffable: 45 });
    expect(estate.created('scim', 'User')).toHaveLength(45);
    expect(estate.created('netsuite', 'employee')).toHaveLength(45);
  });

  it.each([
    ['the plan', 1],
    ['the hand-over of a portion', 3],
  ])('forgets that %s was done, does it again, and makes nobody twice', async (_what, hit) => {
    const { id } = await upload(part(...span(1, 12), 130));
    armFailpoint({ failpoint: 'after-act', hit, kind: 'error' });
    await load(id);
    expect(countsOf(await reached(id, isQuiet))).toEqual({ staffable: 12, exception: 1 });
    expect(estate.created('scim', 'User')).toHaveLength(12);
    // Neither the cost centre of HWY-130 nor its manager, who is not in this file, is known.
    const raised = (await exceptions()).map(({ code }) => code);
    expect(new Set(raised)).toEqual(new Set(['missing-cost-centre', 'unmapped-value']));
    expect(raised).toHaveLength(2);
    const [{ tries }] = (await estate.rows(
      `select max(jsonb_array_length(attempts)) as tries from step where name in ('take what is clear', 'onboard portion 1 of 3')`,
    )) as [{ tries: number }];
    expect(tries).toBe(2);
  });

  it('pauses, goes on and is cancelled; whom it has begun with comes to the end, the others can be loaded later', async () => {
    const { id } = await upload(part(...span(1, 45)));
    await load(id);
    expect((await control(id, 'pause')).body).toMatchObject({ state: 'paused' });
    // Waves of 1, 10 and 34: at most the first portion is on its way.
    const paused = await reached(id, ({ onboarding = 0, queued = 0 }) => onboarding === 0 && queued > 0);
    expect(countsOf(paused).queued).toBeGreaterThanOrEqual(34);
    expect((await control(id, 'cancel')).body).toMatchObject({ state: 'cancelled' });
    const ended = await reached(id, ({ queued = 0 }) => queued === 0);
    expect(countsOf(ended).ready).toBe(countsOf(paused).queued);
    expect((await control(id, 'resume')).body).toMatchObject({ code: 'wrong-state' });
    await load(id);
    expect(countsOf(await reached(id, isQuiet))).toEqual({ staffable: 45 });
    expect(estate.created('scim', 'User')).toHaveLength(45);
  });

  it('is recognised in HR later: the same person stays one, under the number they came with (K2)', async () => {
    const { id } = await upload(part(1));
    await load(id);
    await reached(id, ({ staffable }) => staffable === 1);
    const [, firstName, lastName, email] = lines[0]!.split(',');
    const hired = estate.hire({
      number: '2001',
      firstName,
      lastName,
      email,
      hireDate: '2018-02-20',
      employmentType: 'Full-Time',
      legalEntity: 'MER-US',
      costCentre: 'US-STR',
      location: 'Boston',
      country: 'US',
      grade: 'Principal',
      jobTitle: 'Managing Principal',
      manager: '1001',
      weeklyHours: 40,
      pay: '1.00 USD',
      skills: ['SKL-STRAT'],
    }) as { id: string };
    await estate.report(hired.id);
    const ended = async (): Promise<{ state: string }[]> =>
      estate.rows(`select state from run where key = 'bamboohr/' || $1 and state in ('completed', 'parked')`, [
        hired.id,
      ]);
    while ((await ended()).length === 0) await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await ended()).toEqual([{ state: 'completed' }]);
    expect(estate.created('scim', 'User')).toHaveLength(1);
    expect(estate.created('netsuite', 'employee')).toHaveLength(1);
    expect(estate.created('kantata', 'account_invitation')).toHaveLength(1);
  });
});

describe('an upload', () => {
  it('with anything wrong in it keeps nothing, and says all of it', async () => {
    const body = { name: 'Halloway', legalEntity: 'MER-US', csv: `${part(1, 2, 1)}\nHWY-9,x`, reason: 'test' };
    const reply = await estate.send('mina', 'post', '/v1/acquisitions', body);
    expect(reply.status).toBe(422);
    expect((reply.body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual([
      'row 5',
      'row 4: number',
      'row 4: email',
    ]);
    expect(await estate.rows('select 1 from acquisition')).toEqual([]);
    const elsewhere = await estate.send('mina', 'post', '/v1/acquisitions', { ...body, legalEntity: 'MER-UK' });
    expect(elsewhere.body).toMatchObject({ code: 'unknown-legal-entity' });
  });

  it('is listed with its counts and how many of its values wait for a person, one less with each that is decided', async () => {
    const { id, counts } = await upload(part(1, 160));
    const listed = async () => (await estate.send('mina', 'get', '/v1/acquisitions')).body as AcquisitionList;
    const [first, ...others] = (await listed()).items;
    expect([first, others]).toEqual([expect.objectContaining({ id, name: 'Halloway Advisory', counts }), []]);
    expect(first).not.toHaveProperty('rows');
    const { items } = (await estate.send('mina', 'get', `/v1/acquisitions/${id}/mappings`)).body as {
      items: AcquisitionMapping[];
    };
    expect(first!.openMappings).toBe(items.filter(({ state }) => state !== 'accepted').length);
    await accept(id, 'grade', 'Lead Architect', 'Architect');
    expect((await listed()).items[0]!.openMappings).toBe(first!.openMappings - 1);
  });

  it('leaves decisions to people: one that is not ours, or was looked at before somebody else decided, is refused', async () => {
    const { id } = await upload(part(1, 160));
    const path = `/v1/acquisitions/${id}/mappings/grade/Lead%20Architect`;
    const decide = (value: string | null, version = 1) =>
      estate.send('mina', 'put', path, { value, version, reason: 'test' });
    expect((await decide('Wizard')).body).toMatchObject({ code: 'unmapped-value' });
    expect((await decide(null)).body).toMatchObject({ code: 'unmapped-value' });
    expect((await decide('Architect')).body).toMatchObject({ version: 2, decidedBy: 'mina' });
    expect((await decide('Manager')).body).toMatchObject({ code: 'mapping-changed' });
    const audited = await estate.rows('select actor, reason, after from audit where action = $1', ['acquisition.map']);
    expect(audited).toEqual([
      {
        actor: 'mina',
        reason: 'test',
        after: { mapping: 'grade/Lead Architect', value: 'Architect', version: '2', person: 'mina' },
      },
    ]);
  });
});

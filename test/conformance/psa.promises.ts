import { itKeepsReadingPromises } from '../connectors/reading-promises.fixture.js';
import { newKey } from '../connectors/system-app.fixture.js';
import * as examples from './examples.js';
import { itKeepsTracedPromises } from './mishaps.js';
import type { Bench } from './platform.js';

interface Entry {
  id: string;
  minutes: number;
  modifiedAt: string;
}

/** Delivery workspaces and recorded time. */
export function psaPromises(bench: Bench<'psa'>): void {
  const { open, path, has, platform } = bench;
  const { instance, slowDown } = platform;
  const post = (rest: string) => open().send('post', path(rest), undefined, { 'idempotency-key': newKey() });
  const statusOf = async (code: string): Promise<unknown> => (await open().get(path(`projects/${code}`))).body.status;

  itKeepsReadingPromises(open, {
    path: (at) => path('projects/LEG-02', at),
    instance,
    asks: platform.asks.psa!,
    ...(slowDown && { slowDown }),
  });

  let clientId: string;
  const workspace = async (code: string): Promise<void> => {
    expect((await open().put(path(`projects/${code}`), examples.workspace(`Work ${code}`, clientId))).status).toBe(200);
  };
  beforeAll(async () => {
    clientId = String((await open().put(path('clients/C-CONF'), examples.client('Conformance Ltd'))).body.id);
    if (!has('putAssignment') || !has('putPerson')) return;
    await workspace('CONF-6');
    await post('projects/CONF-6/time-capture');
    expect((await open().put(path('people/9002'), examples.person('Grace'))).status).toBe(200);
  });

  itKeepsTracedPromises(bench, 'putClient', { path: 'clients', body: examples.client });
  itKeepsTracedPromises(bench, 'putProject', {
    path: 'projects',
    body: (name) => examples.workspace(name, clientId),
  });
  itKeepsTracedPromises(bench, 'putPerson', { path: 'people', body: examples.person });
  itKeepsTracedPromises(bench, 'putAssignment', {
    path: 'assignments',
    body: (name) => ({ ...examples.assignment('CONF-6', '9002'), minutes: 60 * name.length }),
  });

  it('answers a project as it stands on the screens, and says which one there is not', async () => {
    expect((await open().get(path('projects/LEG-02'))).body).toEqual({
      id: expect.any(String) as string,
      reference: 'LEG-02',
      name: 'Policy archive migration',
      status: 'open',
    });
    const missing = await open().get(path('projects/OPP-999'));
    expect([missing.status, missing.body.code]).toEqual([404, 'unknown-project']);
    expect(missing.body.detail).toContain('OPP-999');
  });

  it('opens a workspace to people and time only when asked to, and archives it', async () => {
    await workspace('CONF-1');
    expect(await statusOf('CONF-1')).toBe('in-setup');
    for (let time = 0; time < 2; time += 1) {
      expect((await post('projects/CONF-1/time-capture')).body.status).toBe('open');
    }
    for (let time = 0; time < 2; time += 1) {
      expect((await post('projects/CONF-1/archival')).body.status).toBe('closed');
    }
    expect(await statusOf('CONF-1')).toBe('closed');
  });

  it('has nothing to archive where nothing came to be', async () => {
    const { status, body } = await post('projects/NEVER-1/archival');
    expect([status, body.status]).toEqual([200, 'closed']);
  });

  it('shows what finance decided, as often as it is said', async () => {
    await workspace('CONF-2');
    const say = () => open().put(path('projects/CONF-2/financial-dimensions'), examples.dimensions);
    const first = await say();
    expect([first.status, (await say()).body.id]).toEqual([200, first.body.id]);
  });

  if (has('changeProject')) {
    it('changes name and dates of a workspace and leaves its state alone', async () => {
      await workspace('CONF-3');
      await post('projects/CONF-3/time-capture');
      const { status, body } = await open().put(path('projects/CONF-3/change'), examples.projectChange('Work, longer'));
      expect([status, body.name, body.status]).toEqual([200, 'Work, longer', 'open']);
    });
  }

  if (has('putRates')) {
    it('takes new rates from a day on, as often as they are said', async () => {
      await workspace('CONF-4');
      for (let time = 0; time < 2; time += 1) {
        expect((await open().put(path('projects/CONF-4/rates'), examples.projectRates)).status).toBe(200);
      }
    });
  }

  if (has('putPerson') && has('putAssignment')) {
    it('puts a person on a project once, moves them, and takes them off again', async () => {
      await workspace('CONF-5');
      await post('projects/CONF-5/time-capture');
      expect((await open().put(path('people/9001'), examples.person('Ada'))).status).toBe(200);
      const state = examples.assignment('CONF-5', '9001');
      const put = (changes: object) => open().put(path('assignments/A-1'), { ...state, ...changes });
      const first = await put({});
      expect(first.status).toBe(200);
      for (const changes of [{}, { minutes: 3000 }, { endDate: '2026-12-18' }, { minutes: 0 }]) {
        const { status, body } = await put(changes);
        expect([changes, status, body.id]).toEqual([changes, 200, first.body.id]);
      }
    });

    it('says which person and which project it does not know, and takes back what never was', async () => {
      const put = (changes: object) =>
        open().put(path('assignments/A-2'), { ...examples.assignment('LEG-02', '9001'), ...changes });
      const codes = [];
      for (const changes of [{ workerNumber: 'NOBODY' }, { project: 'NOPE-1' }, { minutes: 0 }]) {
        const { status, body } = await put(changes);
        codes.push([status, body.code ?? null]);
      }
      expect(codes).toEqual([
        [404, 'unknown-worker'],
        [404, 'unknown-project'],
        [200, null],
      ]);
    });
  }

  describe('approved time', () => {
    const approve = (count: number, day: number): void => {
      for (let at = 0; at < count; at += 1) {
        open().act('logTime', {
          projectRef: 'LEG-02',
          email: 'felix.baumann@meridian.example',
          date: `2026-10-${String(day + at).padStart(2, '0')}`,
          minutes: 60 + at,
          roleName: 'Consultant',
          billable: true,
          notes: 'Conformance',
        });
      }
      open().act('submitAndApproveTime', { projectRef: 'LEG-02' });
    };
    const page = async (cursor: string | null, limit = 2) => {
      const query = `limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
      const { body } = await open().get(path(`time-entries?${query}`));
      return body as { items: Entry[]; nextCursor: string | null };
    };

    it('is read page by page without a gap or a repeat, also while more is approved', async () => {
      approve(5, 5);
      const seen: Entry[] = [];
      let cursor: string | null = null;
      let approved = 5;
      do {
        const { items, nextCursor } = await page(cursor);
        seen.push(...items);
        cursor = nextCursor;
        if (approved === 5 && cursor) {
          approve(2, 12);
          approved = 7;
        }
      } while (cursor);
      const ids = seen.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const all = await page(null, 200);
      expect(ids.sort()).toEqual(all.items.map(({ id }) => id).sort());
      expect(seen.filter(({ minutes }) => minutes >= 60 && minutes <= 64).length).toBeGreaterThanOrEqual(approved);
    });

    it('is answered one by one as in the list', async () => {
      const [entry] = (await page(null)).items;
      expect((await open().get(path(`time-entries/${entry!.id}`))).body).toEqual(entry);
      expect((await open().get(path('time-entries/999999'))).status).toBe(404);
    });
  });
}

import type { Fault } from '../../apps/sandbox/src/core/faults.js';
import { spares, type SystemApp } from './system-app.fixture.js';

/** A question every connector is put through the same mishaps with. */
export interface ReadExample {
  /** Our path of a record that exists, by instance. */
  path: (instance: string) => string;
  instance: string;
  /** The part of the product's path that the question, and nothing in the background, asks. */
  asks: string;
  slowDown?: SlowDown;
}

/** How the vendor asks us to slow down for a number of seconds. */
export type SlowDown = (seconds: number) => Pick<Fault, 'status' | 'headers' | 'body'>;

const page = '<html><body><h1>We will be back soon</h1></body></html>';
export const htmlWith200 = {
  kind: 'status',
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: page,
} as const;

const [second] = spares;
export const namesOf = (instance: string): string => `use one of ${[instance, ...spares].join(', ')}`;

export const tooMany: SlowDown = (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) } });

/** What every connector promises about questions, whatever happens on the way. */
export function itKeepsReadingPromises(open: () => SystemApp, example: ReadExample): void {
  const { asks: path, instance, slowDown = tooMany } = example;
  const read = (from = instance) => open().get(example.path(from));
  const mishap = (fault: Omit<Fault, 'times'>): void => open().fault({ path, method: 'GET', ...fault });

  describe('a question', () => {
    it('is answered in the words of the contract', async () => {
      expect((await read()).status).toBe(200);
    });

    it('refused with a long Retry-After is handed back as 429 with ours, and not asked again before', async () => {
      mishap({ kind: 'status', ...slowDown(30) });
      const first = await read(second);
      const asked = open().callsTo(path).length;
      const again = await read(second);
      for (const { status, body, headers } of [first, again]) {
        expect([status, body.kind]).toEqual([429, 'throttled']);
        expect(body.detail).toContain(second);
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
        expect(Number(headers['retry-after'])).toBeLessThanOrEqual(30);
      }
      expect(open().callsTo(path)).toHaveLength(asked);
    });

    it('to another instance goes on while one is asked to slow down', async () => {
      expect((await read(second)).status).toBe(429);
      expect((await read()).status).toBe(200);
    });

    it.each<[string, Omit<Fault, 'times'>]>([
      ['500', { kind: 'status', status: 500 }],
      ['a proxy’s HTML page', { kind: 'html' }],
      ['HTML where JSON belongs', htmlWith200],
      ['half of a body', { kind: 'truncate' }],
      ['a cut connection', { kind: 'reset' }],
    ])('answered with %s is 503 naming instance and request, and answered the next time', async (_what, fault) => {
      mishap(fault);
      const { status, body } = await read();
      expect([status, body.kind]).toEqual([503, 'unavailable']);
      expect(body.detail).toMatch(new RegExp(`^${instance} .* GET /`));
      expect((await read()).status).toBe(200);
    });

    it('whose session the product no longer knows signs in again by itself', async () => {
      mishap({ kind: 'status', status: 401 });
      expect((await read()).status).toBe(200);
    });

    it('whose credentials are refused for good is 403 and says where they are set', async () => {
      open().fault({ path, method: 'GET', kind: 'status', status: 401, times: 2 });
      const { status, body } = await read();
      expect([status, body.kind]).toEqual([403, 'forbidden']);
      expect(body.remedy).toContain('estate.yaml');
    });

    it('to an instance nobody set up is 404 and names those there are', async () => {
      const { status, body } = await read('nowhere');
      expect([status, body.code]).toEqual([404, 'unknown-instance']);
      expect(body.detail).toContain('"nowhere"');
      expect(body.remedy).toBe(namesOf(instance));
    });
  });
}

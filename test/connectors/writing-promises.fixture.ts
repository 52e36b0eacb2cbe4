import type { Fault } from '../../apps/sandbox/src/core/faults.js';
import { namesOf, type SlowDown, tooMany } from './reading-promises.fixture.js';
import { newKey, spares, type SystemApp } from './system-app.fixture.js';

const [, third] = spares;

/** A change every connector is put through the same mishaps with. */
export interface WriteExample {
  /** Our path of a record that does not exist yet, by instance and reference. */
  path: (instance: string, reference: string) => string;
  instance: string;
  body: (name: string) => object;
  /** The vendor's request that creates the record. */
  sends: { method: string; path: string };
  /** The vendor's record type, as its ledger has it. */
  entity: string;
  /** Whether a lost reply is settled by reading, once the quarantine is over, or else by saying the same again. */
  settledBy: string;
  /** How the reply can get lost after the work was done. */
  losses: Fault['kind'][];
  slowDown?: SlowDown;
}

let references = 0;
const newReference = (): string => `NEW-${(references += 1)}`;

/** What every connector promises about changes, whatever happens on the way. */
export function itKeepsWritingPromises(open: () => SystemApp, example: WriteExample): void {
  const { instance, entity, sends, settledBy, slowDown = tooMany } = example;
  const put = (reference: string, key?: string, name = `Test ${reference}`, at = instance) =>
    open().put(example.path(at, reference), example.body(name), key);
  const mishap = (fault: Omit<Fault, 'times'>): void => open().fault({ ...sends, ...fault });
  const creates = `${sends.method} ${sends.path}`;
  const sent = (): number => open().callsTo(creates).length;

  /** Whatever a write did is told to the product’s own administrator, with who asked. */
  const bornDuring = async (work: () => Promise<void>): Promise<number> => {
    const before = open().created(entity).length;
    await work();
    const born = open().created(entity).slice(before);
    for (const { correlationId, effectId } of born) expect([correlationId, effectId]).not.toContain(undefined);
    return born.length;
  };

  // Where an earlier change was told to slow down, nothing is sent and a mishap still waits.
  afterEach(() => open().product.faults.clear());

  describe('a change', () => {
    it('is made once for a key, however often it is asked for', async () => {
      const [reference, key] = [newReference(), newKey()];
      const born = await bornDuring(async () => {
        const first = await put(reference, key);
        const repeat = await put(reference, key);
        expect([first.status, repeat.status]).toEqual([200, 200]);
        expect(repeat.body).toEqual(first.body);
      });
      expect(born).toBe(1);
    });

    it('asked for again under another key is the same record', async () => {
      const reference = newReference();
      const born = await bornDuring(async () => {
        const first = await put(reference);
        const again = await put(reference);
        expect([again.status, again.body.id]).toEqual([200, first.body.id]);
      });
      expect(born).toBe(1);
    });

    it('without an Idempotency-Key is 400 before anything is sent', async () => {
      const before = open().calls.length;
      const path = example.path(instance, newReference());
      const { status, body } = await open().send('put', path, example.body('Test'));
      expect([status, body.code]).toEqual([400, 'idempotency-key-missing']);
      expect(body.remedy).toContain('UUID');
      expect(
        open()
          .calls.slice(before)
          .filter(({ line }) => !line.startsWith('GET ')),
      ).toEqual([]);
    });

    it('with a used key and another body is 422, and nothing is sent', async () => {
      const [reference, key] = [newReference(), newKey()];
      await put(reference, key);
      const before = sent();
      const { status, body } = await put(reference, key, 'Another name');
      expect([status, body.code]).toEqual([422, 'idempotency-key-reused']);
      expect(body.detail).toContain(key);
      expect(sent()).toBe(before);
    });

    it.each(example.losses)(
      'whose reply is lost (%s) is 504, and one record when it is asked for again',
      async (kind) => {
        const [reference, key] = [newReference(), newKey()];
        const born = await bornDuring(async () => {
          mishap({ kind });
          const lost = await put(reference, key);
          expect([lost.status, lost.body.kind]).toEqual([504, 'outcome-unknown']);
          expect(lost.body.detail).toContain(reference);
          expect(lost.body.remedy).toContain('same Idempotency-Key');
          if (settledBy === 'reading') {
            const early = await put(reference, key);
            expect([early.status, early.body.code]).toEqual([504, 'in-quarantine']);
            expect(early.body.detail).toContain(reference);
            expect(Number(early.headers['retry-after'])).toBeGreaterThan(0);
            await open().later();
          }
          expect((await put(reference, key)).status).toBe(200);
          expect((await put(reference, key)).status).toBe(200);
        });
        expect(born).toBe(1);
      },
    );

    it.each<[string, Omit<Fault, 'times'>]>([
      ['500', { kind: 'status', status: 500 }],
      ['a proxy’s HTML page', { kind: 'html' }],
      ['a cut connection', { kind: 'reset' }],
    ])('answered with %s may have happened: 504, and one record when it is asked for again', async (_what, fault) => {
      const [reference, key] = [newReference(), newKey()];
      const born = await bornDuring(async () => {
        mishap(fault);
        const unknown = await put(reference, key);
        expect([unknown.status, unknown.body.kind]).toEqual([504, 'outcome-unknown']);
        expect(unknown.body.detail).toContain(reference);
        await open().later();
        expect((await put(reference, key)).status).toBe(200);
      });
      expect(born).toBe(1);
    });

    it('refused with a long Retry-After is 429 with ours; nothing is done and nothing more is sent', async () => {
      const [reference, key] = [newReference(), newKey()];
      const born = await bornDuring(async () => {
        mishap({ kind: 'status', ...slowDown(30) });
        const { status, body, headers } = await put(reference, key, undefined, third);
        expect([status, body.kind]).toEqual([429, 'throttled']);
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
        const before = sent();
        expect((await put(reference, key, undefined, third)).status).toBe(429);
        expect(sent()).toBe(before);
      });
      expect(born).toBe(0);
    });

    it('to an instance nobody set up is 404 and names those there are', async () => {
      const { status, body } = await put(newReference(), newKey(), 'Test', 'nowhere');
      expect([status, body.remedy]).toEqual([404, namesOf(instance)]);
    });
  });
}

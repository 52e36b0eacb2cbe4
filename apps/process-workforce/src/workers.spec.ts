import type { hr } from '#contracts';
import type { Systems } from '#platform';
import { Workers } from './workers.js';

const worker = (changes: Partial<hr.Worker>): hr.Worker =>
  ({
    id: '9',
    number: '1041',
    firstName: 'Ada',
    lastName: 'Rowe',
    workEmail: 'ada@halloway.example',
    ...changes,
  }) as hr.Worker;

const acquired = worker({ id: 'a/H-1', number: 'H-1' });

const workersOf = (inHr: hr.Worker, alike: hr.Worker[]): Workers => {
  const systems = { named: () => ({ getWorker: () => Promise.resolve(inHr) }) } as unknown as Systems;
  return new Workers(systems, { worker: () => Promise.resolve(acquired), alike: () => Promise.resolve(alike) });
};

describe('a worker', () => {
  it('is read from the acquisition it came with, or from the HR system', async () => {
    const workers = workersOf(worker({}), []);
    expect(await workers.get('acquisition:a', 'H-1')).toMatchObject({ number: 'H-1' });
    expect(await workers.get('bamboohr', '9')).toMatchObject({ number: '1041' });
  });

  it('that came with an acquisition and is in HR now stays under the number every other system has (K2)', async () => {
    const found = await workersOf(worker({ firstName: 'ADA' }), [acquired]).get('bamboohr', '9');
    expect(found).toMatchObject({ id: '9', number: 'H-1' });
  });

  it('is the same one under a new name, where number and e-mail are', async () => {
    const married = worker({ number: 'H-1', lastName: 'Rowe-Hale' });
    expect(await workersOf(married, [acquired]).get('bamboohr', '9')).toMatchObject({
      number: 'H-1',
      lastName: 'Rowe-Hale',
    });
  });

  it('with the number or the e-mail of somebody else is an exception, not that person (K2)', async () => {
    const other = worker({ number: 'H-1', firstName: 'Ben', workEmail: 'ben@meridian.example' });
    const refusal = workersOf(other, [acquired]).get('bamboohr', '9');
    await expect(refusal).rejects.toMatchObject({ kind: 'conflict', detail: { code: 'duplicate-worker' } });
    const both = workersOf(worker({}), [acquired, worker({ number: 'H-2' })]).get('bamboohr', '9');
    await expect(both).rejects.toMatchObject({ kind: 'conflict' });
  });
});

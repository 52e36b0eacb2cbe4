import { changesOf } from './changes.js';
import { transaction, workerElement } from './worker.fixture.js';

const vendor = { instance: 'workday', config: { changesSince: '2026-01-01' } } as Parameters<typeof changesOf>[0];
const until = '2026-11-21T08:00:00.000Z';
const log = transaction('2026-02-01T09:00:00.000-08:00', '2026-02-01T00:00:00.000-08:00');
const told = (parts: Parameters<typeof workerElement>[0]) =>
  changesOf(vendor, workerElement(parts), until).map(({ type, key }) => [type.type, key]);

const changed = 'com.throughline.worker.changed.v1';

describe('a change in Workday', () => {
  it('of somebody hired since the instance counts is a hire, once for each first day, and a change', () => {
    expect(told({ log })).toEqual([
      ['com.throughline.worker.hired.v1', 'a1/hired/2026-01-05'],
      [changed, 'a1/2026-02-01T17:00:00.000Z'],
    ]);
  });

  it('of somebody who was here before is a change alone', () => {
    const config = { ...vendor.config, changesSince: '2026-01-06' };
    const changes = changesOf({ ...vendor, config }, workerElement({ log }), until);
    expect(changes.map(({ type }) => type.type)).toEqual([changed]);
  });

  it('that takes a hire back is no hire', () => {
    const status = '<wd:Hire_Rescinded>1</wd:Hire_Rescinded>';
    expect(told({ log, status })).toEqual([[changed, 'a1/2026-02-01T17:00:00.000Z']]);
  });

  it('whose log may not be seen is told at the moment of the poll', () => {
    expect(told({})[1]).toEqual([changed, `a1/${until}`]);
  });
});

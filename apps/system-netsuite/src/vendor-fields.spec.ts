import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toEndedTask, toTask } from './labour-mapping.js';
import { toTimeBill } from './mapping.js';

/** The vendor's field lists are not ours to publish: whoever has them says where. */
const folder = process.env.VENDOR_SPECS ?? '';
const file = join(folder, 'netsuite', 'record-v1-2026.1-fields.json');
const isHere = folder !== '' && existsSync(file);

const usd = (amount: string) => ({ amount, currency: 'USD' });
const of = { project: 'P-101', workerNumber: '1042', role: 'CONS', minutes: 450 };
const spell = { startDate: '2026-10-01', endDate: '2027-03-31' };
const task = toTask({ ...of, ...spell, costCentre: 'US-STR', hourlyCost: usd('95.00') });
const line = { ...of, reference: 'TE-1', date: '2026-10-12', hourlyRate: usd('180.00'), memo: null };

const used: [string, object][] = [
  ['projectTask', { ...task, ...toEndedTask() }],
  ['projectTask-assigneeElement', task.assignee.items[0]!],
  ['timeBill', toTimeBill({ ...line, amount: usd('1350.00') })],
];

(isHere ? describe : describe.skip)('fields against the REST API Browser (skipped without VENDOR_SPECS)', () => {
  const described = (isHere ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Record<string, string[]>;

  it.each(used)('every field of %s that we send is known, but the account’s own', (type, body) => {
    const names = described[type]!.map((field) => field.split(':')[0]);
    const unknown = Object.keys(body).filter((name) => !name.startsWith('cust') && !names.includes(name));
    expect(unknown).toEqual([]);
  });
});

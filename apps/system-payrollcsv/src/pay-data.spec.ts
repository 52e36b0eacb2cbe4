import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Vendor, Write } from '#connector';
import type { payroll } from '#contracts';
import { Failure } from '#kernel';
import { writePackage } from './packages.js';
import { putPayData } from './pay-data.js';
import type { PayrollCsvSettings } from './settings.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-payroll-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const line = (reference: string, changes: Partial<payroll.PayLine> = {}): payroll.PayLine => ({
  reference,
  workerNumber: '1042',
  earning: 'regular',
  date: '2026-10-05',
  minutes: 480,
  costCentre: 'US-STR',
  ...changes,
});

const period = { legalEntity: 'MER-DE', periodStart: '2026-10-01', periodEnd: '2026-10-31' };

async function put(lines: payroll.PayLine[], changes: Partial<PayrollCsvSettings> = {}) {
  const earnings = { regular: 'LOHN', overtime: 'UEST', leave: 'URL' };
  const settings = { folder, separator: ';', encoding: 'utf-8', earnings, ...changes };
  return (await handOver({ settings } as unknown as Vendor, { ...period, lines })).lines;
}

const handOver = (vendor: Vendor, pay: payroll.PayDataBatch): Promise<payroll.PayDataSettlement> =>
  (putPayData as Write<payroll.PayDataBatch, payroll.PayDataSettlement>).run(vendor, pay, {} as never);

const first = 'MER-DE_2026-10-01_2026-10-31_001';
const second = 'MER-DE_2026-10-01_2026-10-31_002';
const fileOf = (name: string): Buffer => readFileSync(join(folder, name, 'pay-data.csv'));
const manifestOf = (name: string) =>
  JSON.parse(readFileSync(join(folder, name, 'manifest.json'), 'utf8')) as Record<string, unknown>;
const kindOf = (work: Promise<unknown>) => work.then(String, (error: unknown) => Failure.from(error).kind);

describe('pay data in a folder', () => {
  it('is one file of a period, with a manifest that counts it', async () => {
    const settled = await put([line('a'), line('b', { earning: 'leave', minutes: 20 })]);
    expect(settled.map(({ outcome }) => outcome)).toEqual(['taken', 'taken']);
    expect(fileOf(first).toString()).toBe(
      'reference;worker;earning;date;minutes;hours;cost_centre\r\n' +
        'a;1042;LOHN;2026-10-05;480;8.00;US-STR\r\n' +
        'b;1042;URL;2026-10-05;20;0.33;US-STR\r\n',
    );
    expect(manifestOf(first)).toEqual({
      file: 'pay-data.csv',
      ...period,
      number: 1,
      rows: 2,
      minutes: 500,
      sha256: createHash('sha256').update(fileOf(first)).digest('hex'),
      separator: ';',
      encoding: 'utf-8',
    });
  });

  it('that comes again is not written again, and what is new is a file of the next number', async () => {
    await put([line('a')]);
    await put([line('a')]);
    expect(readdirSync(folder)).toEqual([first]);
    await put([line('a'), line('b')], { separator: ',' });
    await put([line('b'), line('a')]);
    expect(readdirSync(folder).sort()).toEqual([first, second]);
    expect(fileOf(second).toString().split('\r\n').slice(1)).toEqual(['b,1042,LOHN,2026-10-05,480,8.00,US-STR', '']);
  });

  it('under a used reference with other content is refused, and its neighbours are written', async () => {
    await put([line('a')]);
    const settled = await put([line('a', { minutes: 60 }), line('b')]);
    expect(settled.map(({ outcome }) => outcome)).toEqual(['refused', 'taken']);
    expect(settled[0]!.reason).toContain('reference of its own');
    expect(manifestOf(second)).toMatchObject({ rows: 1, minutes: 480 });
  });

  it('is never half there: a process that died while writing leaves no file, and the next one writes it', async () => {
    writeFileSync(join(folder, '.writing-x'), 'half');
    await put([line('a')]);
    expect(readdirSync(folder).sort()).toEqual(['.writing-x', first]);
  });

  it('replaces nothing that another process wrote in the meantime', async () => {
    await put([line('a')]);
    const before = fileOf(first);
    const late = writePackage(folder, period, 1, { rows: [['z']], separator: ';', encoding: 'utf-8' });
    expect(await kindOf(late)).toBe('unavailable');
    expect(readdirSync(folder)).toEqual([first]);
    expect(fileOf(first)).toEqual(before);
  });

  it('written by several at once holds each line once', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => kindOf(put([line('a')]))));
    expect(outcomes.filter((kind) => kind !== 'unavailable').length).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual([first]);
  });

  it('holds no formula', async () => {
    await put([line('=1+1', { workerNumber: '@SUM(A1)', costCentre: '-2;"x"' })]);
    expect(fileOf(first).toString()).toContain(`'=1+1;'@SUM(A1);LOHN;2026-10-05;480;8.00;"'-2;""x"""\r\n`);
    await put([line('=1+1', { workerNumber: '@SUM(A1)', costCentre: '-2;"x"' })]);
    expect(readdirSync(folder)).toEqual([first]);
  });

  it('is in the encoding that the office reads, and what that cannot say is refused', async () => {
    const settled = await put([line('ü'), line('Ł')], { encoding: 'latin1' });
    expect(settled.map(({ outcome }) => outcome)).toEqual(['taken', 'refused']);
    expect(fileOf(first).includes(Buffer.from([0xfc, 0x3b]))).toBe(true);
    await put([line('ü'), line('Ł')], { encoding: 'utf-8-bom' });
    expect(fileOf(second).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(manifestOf(second)).toMatchObject({ rows: 1, encoding: 'utf-8-bom' });
  });

  it('stops where somebody changed a file', async () => {
    await put([line('a')]);
    chmodSync(join(folder, first, 'pay-data.csv'), 0o600);
    writeFileSync(join(folder, first, 'pay-data.csv'), 'reference\r\n');
    expect(await kindOf(put([line('b')]))).toBe('conflict');
  });

  it('is unavailable where the folder is not there, and rejected where its name would be a path', async () => {
    expect(await kindOf(put([line('a')], { folder: `${folder}/none` }))).toBe('unavailable');
    const pay = { ...period, legalEntity: '../MER', lines: [] };
    expect(await kindOf(handOver({ settings: { folder } } as unknown as Vendor, pay))).toBe('rejected');
  });
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Failure } from '#kernel';
import { loadFirm } from './load-firm.js';

const example = resolve('examples/meridian-consulting');

describe('loading a firm', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'firm-'));
    cpSync(example, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Replaces a piece of a file that occurs in it exactly once. */
  const edit = (file: string, from: string, to: string): void => {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text.split(from)).toHaveLength(2);
    writeFileSync(join(folder, file), text.replace(from, to));
  };
  const append = (file: string, line: string): void =>
    writeFileSync(join(folder, file), `${readFileSync(join(folder, file), 'utf8')}${line}\n`);
  const problems = (): string[] => {
    try {
      loadFirm(folder);
    } catch (error) {
      return ((error as Failure).detail.fields ?? []).map(({ field, message }) => `${field}: ${message}`);
    }
    return [];
  };

  test('the example firm has what its README promises', () => {
    const firm = loadFirm(example);
    expect(firm.name).toBe('Meridian Consulting');
    expect(firm.legalEntities.map(({ code, currency }) => `${code} ${currency}`)).toEqual(['MER-US USD', 'MER-DE EUR']);
    expect(firm.workers).toHaveLength(40);
    expect(firm.costCentres).toHaveLength(8);
    expect(firm.roles).toHaveLength(8);
    expect(firm.skills).toHaveLength(15);
    expect(firm.customers.filter(({ inErp }) => inErp)).toHaveLength(3);
    expect(firm.opportunities.map(({ outcome }) => outcome).sort()).toEqual([
      'lost',
      'open',
      'open',
      ...Array<string>(8).fill('win'),
    ]);
  });

  test('cells arrive as text, whole numbers, flags and lists', () => {
    const firm = loadFirm(example);
    expect(firm.workers.find(({ number }) => number === '1012')).toMatchObject({
      weeklyHours: 24,
      manager: '1001',
      skills: ['SKL-OPMOD'],
    });
    expect(firm.opportunityLines[0]).toEqual({
      opportunity: 'OPP-101',
      role: 'ENG-MGR',
      hours: 120,
      hourlyRate: '310.00',
    });
    expect(firm.customers.find(({ code }) => code === 'C-04')?.inErp).toBe(false);
  });

  test('a quoted comma stays inside its cell', () => {
    expect(loadFirm(example).customers.find(({ code }) => code === 'C-10')?.name).toBe('Halden Maritime, Inc');
  });

  test('the dirt that belongs to the story loads', () => {
    const firm = loadFirm(example);
    expect(firm.workers.filter(({ costCentre }) => costCentre === '').map(({ number }) => number)).toEqual(['1014']);
    expect(firm.workers.filter(({ email }) => email === '').map(({ number }) => number)).toEqual(['1037']);
    expect(firm.opportunities.find(({ code }) => code === 'OPP-107')?.legalEntity).toBe('MER-UK');
  });

  test('every bad cell of every file is listed at once, with file, line and column', () => {
    edit('workers.csv', '2018-11-23,Full-Time', '2018-02-30,Fulltime');
    edit('opportunity-lines.csv', '310.00', '310');
    edit('customers.csv', 'Insurance,yes', 'Insurance,y');
    edit('staffing.csv', '1003,2026-10-01,2026-10-31,7200', '1003,2026-10-01,2026-10-31,-5');
    edit('roles.csv', 'PM,Project Manager', 'PM,');
    expect(problems().sort()).toEqual([
      'customers.csv:2 inErp: "y" is not yes or no',
      'opportunity-lines.csv:2 hourlyRate: "310" is not an amount such as 120.00',
      'roles.csv:9 name: is empty',
      'staffing.csv:2 minutes: "-5" is not a whole number',
      'workers.csv:4 employmentType: "Fulltime" is not one of Full-Time, Part-Time, Contractor',
      'workers.csv:4 hireDate: "2018-02-30" is not a date (YYYY-MM-DD)',
    ]);
  });

  test('a column nobody knows, one that is missing and one named twice are refused', () => {
    edit('skills.csv', 'code,name,category', 'code,name,group');
    edit('roles.csv', 'code,name', 'code,code');
    expect(problems()).toEqual([
      'roles.csv:1: has the column "code" more than once',
      'roles.csv:1: lacks the column "name"',
      'skills.csv:1: has an unknown column "group"',
      'skills.csv:1: lacks the column "category"',
    ]);
  });

  test('a row with too few or too many cells is refused', () => {
    append('roles.csv', 'LEAD');
    append('skills.csv', 'SKL-X,Extra,Data,more');
    expect(problems()).toEqual(['roles.csv:10: has 1 cells instead of 2', 'skills.csv:17: has 4 cells instead of 3']);
  });

  test('the line counts what an editor counts, over empty lines too', () => {
    append('roles.csv', '\n\nLEAD,');
    expect(problems()).toEqual(['roles.csv:12 name: is empty']);
  });

  test('names of nothing are refused in every list', () => {
    edit('workers.csv', 'Managing Principal,,40', 'Managing Principal,9999,40');
    edit('opportunities.csv', 'Claims operating model,C-01', 'Claims operating model,C-99');
    append('time-entries.csv', 'TE-9001,OPP-999,1998,2026-10-05,60,GURU,,yes,');
    append('legacy-projects.csv', 'LEG-09,Old,C-01,MER-XX,USD,2026-01-01,2026-02-01,open,PM,100.00,1003;1999');
    expect(problems().sort()).toEqual([
      'legacy-projects.csv:4 legalEntity: "MER-XX" does not exist',
      'legacy-projects.csv:4 workers: "1999" does not exist',
      'opportunities.csv:2 customer: "C-99" does not exist',
      expect.stringMatching(/^time-entries\.csv:\d+ project: "OPP-999" does not exist$/),
      expect.stringMatching(/^time-entries\.csv:\d+ role: "GURU" does not exist$/),
      expect.stringMatching(/^time-entries\.csv:\d+ worker: "1998" does not exist$/),
      'workers.csv:2 manager: "9999" does not exist',
    ]);
  });

  test('a code used twice is refused', () => {
    append('roles.csv', 'PM,Another');
    expect(problems()).toEqual(['roles.csv:10 code: "PM" is used more than once']);
  });

  test('staffing on a role that was not sold, or ending before it starts, is refused', () => {
    append('staffing.csv', 'OPP-101,QA,1003,2026-10-31,2026-10-01,60');
    expect(problems()).toEqual([
      'staffing.csv:29 endDate: lies before startDate',
      'staffing.csv:29 role: "QA" is not sold on OPP-101',
    ]);
  });

  test('a missing file, broken quotes and a nameless firm are problems like others', () => {
    rmSync(join(folder, 'skills.csv'));
    writeFileSync(join(folder, 'roles.csv'), 'code,name\nPM,"Project\n');
    writeFileSync(join(folder, 'firm.yaml'), 'title: Meridian\n');
    expect(problems()).toEqual([
      'firm.yaml name: is missing',
      expect.stringMatching(/^roles\.csv:\d+: Quote Not Closed/),
      expect.stringMatching(/^skills\.csv: ENOENT/),
    ]);
  });
});

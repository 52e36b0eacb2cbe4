import type { hr } from '#contracts';
import { EstateView } from '#platform';
import { assertNothingFound, atRisk, type Facts, findingsOf, type Wanted, worthOf } from './assignment-rules.js';
import { carriedOf } from './carry.js';
import { estate, project, worker } from './firm.fixture.js';

const facts = (wanted: Partial<Wanted> = {}, more: Partial<Facts> = {}): Facts => ({
  wanted: {
    id: 'A1',
    workerNumber: '1021',
    project: 'P-1',
    role: 'CONS',
    roleName: 'Consultant',
    startDate: '2026-10-05',
    endDate: '2026-10-16',
    minutes: 2400,
    ...wanted,
  },
  worker: worker(),
  project,
  isStaffingReady: true,
  calendar: { holidays: [], leave: [] },
  others: [],
  ...more,
});

const codes = (all: Facts, of = estate): string[] => findingsOf(all, of).map(({ code, field }) => `${code} ${field}`);
const of = (changes: Partial<hr.Worker>): Facts => facts({}, { worker: worker(changes) });

describe('what speaks against an assignment', () => {
  it('is nothing where all is well', () => {
    expect(codes(facts())).toEqual([]);
  });

  it('is all that the scheduler leaves out, at once', () => {
    expect(codes(facts({ workerNumber: null, endDate: null, roleName: null, role: null }))).toEqual([
      'incomplete-assignment workerNumber',
      'incomplete-assignment roleName',
      'incomplete-assignment endDate',
    ]);
    expect(codes(facts({ endDate: '2026-10-04' }))).toEqual(['incomplete-assignment endDate']);
    expect(codes(facts({ endDate: '2036-10-04' }))).toEqual(['incomplete-assignment endDate']);
  });

  it.each([
    ['is unknown', { project: null }, 'unknown-project project'],
    ['is not active', { project: { ...project, status: 'mobilising' as const } }, 'project-not-staffable project'],
    ['is closed', { project: { ...project, status: 'closed' as const } }, 'project-not-staffable project'],
    ['is not ready for staffing', { isStaffingReady: false }, 'project-not-staffable project'],
  ])('is that the project %s (K5, K7)', (_what, more, found) => {
    expect(codes(facts({}, more))).toEqual([found]);
  });

  it.each([
    ['is unknown', facts({}, { worker: null }), 'unknown-worker workerNumber'],
    ['is not active', of({ status: 'inactive' }), 'worker-unavailable workerNumber'],
    ['has no cost centre', of({ costCentre: null }), 'missing-cost-centre costCentre'],
  ])('is that the worker %s (K11, K12, K17)', (_what, all, found) => {
    expect(codes(all)).toEqual([found]);
  });

  it('is that the worker comes later or leaves earlier (K17)', () => {
    expect(codes(of({ hireDate: '2026-10-06' }))[0]).toBe('worker-unavailable workerNumber');
    expect(codes(of({ terminationDate: '2026-10-15' }))[0]).toBe('worker-unavailable workerNumber');
    expect(codes(of({ hireDate: '2026-10-05', terminationDate: '2026-10-16' }))).toEqual([]);
  });

  it('is a role that was not sold (K8)', () => {
    expect(codes(facts({ role: 'QA', roleName: 'Quality Analyst' }))).toEqual(['role-not-on-card roleName']);
    expect(codes(facts({ role: null, roleName: 'Wizard' }))).toEqual(['role-not-on-card roleName']);
  });

  it('is a skill or grade the role asks for (K16)', () => {
    const architect = { role: 'ARCH', roleName: 'Solution Architect' };
    expect(codes(facts(architect))).toEqual(['role-constraint roleName']);
    expect(codes(facts(architect, { worker: worker({ skills: ['SKL-CLOUD'] }) }))).toEqual([]);
  });

  it('is what a client or project asks for, of this client and project only (K16)', () => {
    const asks = (which: object): EstateView =>
      new EstateView({
        ...estate.estate,
        staffing: { roleConstraints: [{ name: 'cleared', grades: ['Principal'], skills: ['CERT-GXP'], ...which }] },
      });
    const both = ['role-constraint roleName', 'role-constraint roleName'];
    expect(codes(facts(), asks({}))).toEqual(both);
    expect(codes(facts(), asks({ client: 'A client' }))).toEqual(both);
    expect(codes(facts(), asks({ client: 'Another' }))).toEqual([]);
    expect(codes(facts(), asks({ project: 'P-1' }))).toEqual(both);
    expect(codes(facts(), asks({ project: 'P-2' }))).toEqual([]);
    expect(codes(facts(), asks({ role: 'ARCH' }))).toEqual([]);
  });

  it('names the other projects of somebody who is overbooked, and what cannot be worked is at risk (K4)', () => {
    const other = { id: 'A2', project: 'P-2', startDate: '2026-10-12', endDate: '2026-10-16', minutes: 1800 };
    const all = facts({}, { others: [other] });
    const findings = findingsOf(all, estate);
    expect(findings).toMatchObject([
      {
        code: 'assignment-conflict',
        field: 'week 2026-10-12',
        message: '3000 minutes are planned and 2400 can be worked; also on P-2',
      },
    ]);
    // 600 minutes at 120.00 an hour.
    expect(atRisk(all, findings)).toEqual({ amount: '1200.00', currency: 'USD' });
  });

  it('counts holidays of the place and of everywhere, and leave of this person only (K17)', () => {
    const calendar = {
      holidays: [
        { date: '2026-10-05', location: 'Chicago' },
        { date: '2026-10-06', location: null },
        { date: '2026-10-07', location: 'Munich' },
        { date: '2026-10-16', location: 'US' },
      ],
      leave: [
        { workerId: 'W1', days: [{ date: '2026-10-08', minutes: 480 }] },
        { workerId: 'W2', days: [{ date: '2026-10-09', minutes: 480 }] },
      ],
    };
    expect(codes(facts({ minutes: 2880 }, { calendar }))).toEqual([]);
    expect(findingsOf(facts({ minutes: 2881 }, { calendar }), estate)).toMatchObject([
      { code: 'assignment-at-risk', field: 'minutes', minutes: 1 },
    ]);
  });

  it('is one exception that lists everything', () => {
    const all = facts({ role: 'QA', roleName: 'Quality Analyst' }, { isStaffingReady: false });
    const raise = (): void => assertNothingFound('assignment A1', findingsOf(all, estate));
    expect(raise).toThrow('P-1 is active, but not ready for staffing; roleName Quality Analyst was not sold on P-1');
    expect(atRisk(all, findingsOf(all, estate))).toBeNull();
  });
});

describe('a rate that changes while an assignment lasts', () => {
  const rate = (amount: string, effectiveFrom: string | null) => ({
    role: 'CONS',
    hourlyRate: { amount, currency: 'USD' },
    effectiveFrom,
  });
  /** Dearer from the second of the two weeks on; 240 minutes a day. */
  const sold = (...rates: ReturnType<typeof rate>[]): Facts => facts({}, { project: { ...project, rates } });
  const dearer = sold(rate('180.00', '2026-10-12'), rate('120.00', null));

  it('prices each day at its own', () => {
    // 20 h at 120.00, 20 h at 180.00.
    expect(worthOf(dearer)).toEqual({ amount: '6000.00', currency: 'USD' });
    // Half of it: 10 h at each.
    expect(worthOf(dearer, 1200)).toEqual({ amount: '3000.00', currency: 'USD' });
  });

  it('prices days before the first at the first to come', () => {
    expect(worthOf(sold(rate('180.00', '2026-12-01'), rate('150.00', '2026-11-01')))!.amount).toBe('6000.00');
  });

  it('moves nothing to a day nobody works', () => {
    const holidays = [{ date: '2026-10-16', location: null }];
    // Nine days: 1,333 minutes fall on the first five (2,400 * 5 / 9, down), 1,067 on the other four.
    expect(worthOf({ ...dearer, calendar: { holidays, leave: [] } })!.amount).toBe('5867.00');
  });

  it('is worth nothing known without days or a rate', () => {
    expect(worthOf({ ...dearer, wanted: { ...dearer.wanted, endDate: null } })).toBeNull();
    expect(worthOf(sold())).toBeNull();
  });

  it('is carried to PSA as it is on the first day', () => {
    expect(carriedOf('float', dearer, estate).ownership.hourlyRate!.amount).toBe('120.00');
    const later = { ...dearer, wanted: { ...dearer.wanted, startDate: '2026-10-12' } };
    expect(carriedOf('float', later, estate).ownership.hourlyRate!.amount).toBe('180.00');
  });
});

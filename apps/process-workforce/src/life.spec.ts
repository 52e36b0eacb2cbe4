import type { hr } from '#contracts';
import { Failure } from '#kernel';
import { EstateView, loadEstate, Policies } from '#platform';
import { changesBetween, holdersOfAny, inWords, merged, reportedOf } from './carried.js';
import { approvalsFor, isHiredAgain, planOf } from './change-rules.js';
import { assertCommittable, commitmentOf, contractedMinutes, notCommitted } from './commitment.js';
import { impactInWords, impactOf, type Work } from './impact.js';
import { accessEnds, lastDayOf } from './last-day.js';
import { aPerson, aWorker, carried } from './life.fixture.js';
import { assertDue, assertNobodyElse, assertStarted, type OnboardableWorker } from './onboarding-rules.js';
import { reasonForNone } from './provisioning.js';

const plain = loadEstate('examples/meridian-consulting/estate.yaml', {});
const estate = new EstateView({
  ...plain,
  mappings: {
    ...plain.mappings,
    hourlyCosts: { CONS: '80.00 USD', 'SR-CONS': '95.50 USD', 'CONS/MER-DE': '70.00 EUR' },
    certificateOfRole: { PM: 'SKL-PMP' },
    timeZones: { Berlin: 'Europe/Berlin', US: 'America/New_York' },
  },
});
const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('the last day of a worker', () => {
  const ending = (changes: Partial<hr.Worker>) => lastDayOf(aWorker({ hireDate: '2024-01-01', ...changes }));

  it('is the one HR names, whether it is to come or past', () => {
    expect(ending({})).toBeNull();
    expect(ending({ terminationDate: '2027-01-31' })).toBe('2027-01-31');
    expect(ending({ status: 'inactive', terminationDate: '2026-10-31' })).toBe('2026-10-31');
  });

  it('of an earlier employment counts no more for somebody who is hired again', () => {
    expect(ending({ hireDate: '2026-12-01', terminationDate: '2026-10-31' })).toBeNull();
  });

  it('is the day of the change where somebody is inactive without one', () => {
    expect(ending({ status: 'inactive', modifiedAt: '2026-11-05T08:00:00Z' })).toBe('2026-11-05');
    expect(ending({ status: 'inactive', hireDate: '2027-01-01' })).toBeNull();
  });
});

describe('access ends (E11)', () => {
  const at = (lastDay: string, zone: string, now: string): string =>
    accessEnds(lastDay, zone, new Date(now)).toISOString();

  it('as the day after the last day begins where the worker works', () => {
    // Winter: Berlin is at +1, New York at -5.
    expect(at('2026-12-31', 'Europe/Berlin', '2026-11-01T12:00:00Z')).toBe('2026-12-31T23:00:00.000Z');
    expect(at('2026-12-31', 'America/New_York', '2026-11-01T12:00:00Z')).toBe('2027-01-01T05:00:00.000Z');
  });

  it('at once where the last day is today or past, by the clocks of that place', () => {
    const now = '2026-11-30T23:30:00.000Z';
    expect(at('2026-12-01', 'Europe/Berlin', now)).toBe(now);
    expect(at('2026-12-01', 'America/New_York', now)).toBe('2026-12-02T05:00:00.000Z');
    expect(at('2026-10-01', 'Europe/Berlin', now)).toBe(now);
  });
});

it('a place of work decides the time zone, then its country, the legal entity and the firm', () => {
  const zone = (location: string | null, country: string | null) =>
    estate.timeZoneOf({ location, country, legalEntity: 'MER-DE' });
  expect(zone('Berlin', 'US')).toBe('Europe/Berlin');
  expect(zone('Boston', 'US')).toBe('America/New_York');
  expect(zone(null, null)).toBe('America/New_York');
  const { legalEntities } = plain;
  const own = legalEntities.map((entity) => ({ ...entity, timeZone: 'Europe/Paris' }));
  const other = new EstateView({ ...plain, legalEntities: own });
  expect(other.timeZoneOf({ location: null, country: null, legalEntity: 'MER-DE' })).toBe('Europe/Paris');
});

describe('what changed about a worker (E12)', () => {
  const before = reportedOf(aWorker());
  const after = (changes: Partial<hr.Worker>) => reportedOf(aWorker(changes));

  it('is found group by group, in whatever order skills are listed', () => {
    expect(changesBetween(before, after({}))).toEqual([]);
    expect(changesBetween(before, after({ skills: ['SKL-STRAT', 'SKL-CHANGE'] }))).toEqual([]);
    expect(changesBetween(before, after({ legalEntity: 'MER-DE', costCentre: 'DE-STR', managerId: '9' }))).toEqual([
      'legal-entity',
      'cost-centre',
      'manager',
    ]);
  });

  it('goes to the systems that hold it and to no others', () => {
    expect(holdersOfAny(['grade'])).toEqual(['scheduling', 'psa']);
    expect(holdersOfAny(['cost-centre', 'job-title'])).toEqual(['identity', 'erp', 'scheduling', 'psa']);
    expect(holdersOfAny(['manager', 'place'])).toEqual([]);
  });

  it('is said in words', () => {
    expect(inWords(['legal-entity', 'name', 'manager'], before, after({ legalEntity: 'MER-DE' }))).toBe(
      'legal entity MER-US → MER-DE, name, manager 100 → 100',
    );
  });

  it('leaves what a person corrected as it is', () => {
    const corrected = { ...carried(), grade: 'Analyst' };
    const next = merged(corrected, aWorker({ grade: 'Grade 7', costCentre: 'US-TEC' }), ['cost-centre']);
    expect([next.grade, next.costCentre]).toEqual(['Analyst', 'US-TEC']);
  });
});

describe('what is to be done about somebody', () => {
  const plan = (person: Parameters<typeof aPerson>[0], changes: Partial<hr.Worker>) => {
    const worker = aWorker(changes);
    return planOf(aPerson(person), { ...worker, reported: reportedOf(worker), isAhead: false });
  };

  it('is nothing where they are as carried through', () => expect(plan({}, {}).kind).toBe('nothing'));

  it('is the last day before all else where it came, moved or went', () => {
    const both = { terminationDate: '2026-12-31', grade: 'Analyst' };
    expect(plan({}, both)).toEqual({ kind: 'last-day', changes: [], lastDay: '2026-12-31', isLastDayChanged: true });
    expect(plan({}, { grade: 'Analyst' })).toMatchObject({ kind: 'change', changes: ['grade'] });
    const leaving = { standing: 'leaving', lastDay: '2026-12-31' } as const;
    expect(plan(leaving, { terminationDate: '2026-12-31' }).kind).toBe('nothing');
    expect(plan(leaving, {})).toMatchObject({ kind: 'last-day', lastDay: null, isLastDayChanged: true });
  });

  it('is a return for somebody who left and is active again, and nothing while they are not', () => {
    const left = { standing: 'left', lastDay: '2026-10-31' } as const;
    expect(plan(left, { status: 'inactive', terminationDate: '2026-10-31', grade: 'Analyst' }).kind).toBe('nothing');
    expect(plan(left, {}).kind).toBe('return');
    expect(plan(left, { terminationDate: '2027-03-31' })).toMatchObject({ kind: 'return', isLastDayChanged: true });
    expect(isHiredAgain(aPerson(left), aWorker({ hireDate: '2026-12-01' }))).toBe(true);
    expect(isHiredAgain(aPerson(left), aWorker())).toBe(false);
  });
});

describe('the impact of a change', () => {
  // 600 minutes of a consultant at 120.00: 10 h, cost 80.00 before and 95.50 as a senior consultant.
  const work: Work = {
    assignments: [
      {
        id: 'A-1',
        workerNumber: '1042',
        roleName: 'Consultant',
        minutes: 600,
        project: 'P-1',
        startDate: '2026-11-01',
        endDate: '2026-12-31',
        status: 'confirmed',
      },
    ],
    rates: { 'P-1': [{ role: 'CONS', hourlyRate: usd('120.00') }] },
    unbilled: [
      { project: 'P-1', state: 'ready', lines: 2, minutes: 120, amount: usd('240.00') },
      { project: 'P-1', state: 'stopped', lines: 1, minutes: 30, amount: usd('60.00') },
      { project: 'P-1', state: 'posted', lines: 9, minutes: 900, amount: usd('1800.00') },
    ],
  };
  const promoted = carried({ grade: 'Senior Consultant' });

  it('is 400.00 of margin before and 245.00 after, and 300.00 unbilled, to the cent', () => {
    const impact = impactOf(carried(), promoted, work, estate);
    expect(impact).toEqual({
      assignments: ['A-1'],
      margin: [{ before: usd('400.00'), after: usd('245.00') }],
      marginUnknown: null,
      unbilled: [usd('300.00')],
      unbilledProjects: ['P-1'],
      compliance: [],
    });
    expect(impactInWords(impact)).toBe(
      '1 assignments affected; margin 400.00 USD → 245.00 USD; unbilled 300.00 USD on P-1',
    );
  });

  it('is at the rate of the first day of each assignment, or the first to come', () => {
    const rates = [
      { role: 'CONS', hourlyRate: usd('150.00'), effectiveFrom: '2026-11-02' },
      { role: 'CONS', hourlyRate: usd('130.00'), effectiveFrom: '2026-10-15' },
    ];
    const marginFrom = (startDate: string) => {
      const assignments = [{ ...work.assignments![0]!, startDate }];
      return impactOf(carried(), promoted, { ...work, assignments, rates: { 'P-1': rates } }, estate).margin;
    };
    // 10 h at 130.00 less 80.00 and 95.50; at 150.00 from 2 November on.
    expect(marginFrom('2026-11-01')).toEqual([{ before: usd('500.00'), after: usd('345.00') }]);
    expect(marginFrom('2026-11-02')).toEqual([{ before: usd('700.00'), after: usd('545.00') }]);
    expect(marginFrom('2026-10-01')).toEqual([{ before: usd('500.00'), after: usd('345.00') }]);
  });

  it('says what is not known instead of a figure', () => {
    const why = (changes: Partial<Work>, after = promoted) =>
      impactOf(carried(), after, { ...work, ...changes }, estate).marginUnknown;
    expect(why({ assignments: null })).toContain('does not tell assignments');
    expect(why({ rates: {} })).toContain('no rate is agreed for Consultant on P-1');
    expect(why({}, carried({ grade: 'Analyst' }))).toContain('no cost of the role');
    expect(why({}, carried({ legalEntity: 'MER-DE' }))).toContain('different currencies');
  });

  it('names a country without the employer, and a certificate the role asks for (K16)', () => {
    const after = carried({ legalEntity: 'MER-DE', grade: 'Project Manager', country: 'US' });
    expect(impactOf(carried(), after, work, estate).compliance).toEqual([
      'works in US, employed by MER-DE in DE',
      'PM asks for SKL-PMP',
    ]);
  });

  it('decides who is asked (F20)', () => {
    const impact = impactOf(carried(), promoted, work, estate);
    const { approvals } = estate.policies.workforce;
    expect(approvalsFor(['legal-entity', 'grade'], approvals, impact)).toEqual([
      { change: 'legal-entity', roles: ['finance-operations'] },
    ]);
    const whileAssigned = [{ change: 'cost-centre', roles: ['pmo'], whileAssigned: true }] as const;
    const asked = (assignments: string[] | null) =>
      approvalsFor(['cost-centre'], whileAssigned as never, { ...impact, assignments }).length;
    expect([asked(['A-1']), asked([]), asked(null)]).toEqual([1, 0, 1]);
  });
});

describe('a hire for a later day', () => {
  const hire = aWorker({ hireDate: '2026-12-07', location: 'Berlin', country: 'DE' });
  const retry = (check: typeof assertDue, now: string): number | undefined => {
    try {
      check(hire, estate, new Date(now));
      return undefined;
    } catch (error) {
      return Failure.from(error).detail.retryAfterMs;
    }
  };

  it('is prepared five days before, and let in on the day, by the clocks of Berlin', () => {
    // 2 December begins in Berlin on the 1st at 23:00 UTC.
    expect(retry(assertDue, '2026-12-01T22:00:00Z')).toBe(3_600_000);
    expect(retry(assertDue, '2026-12-01T23:00:00Z')).toBeUndefined();
    expect(retry(assertStarted, '2026-12-06T22:30:00Z')).toBe(1_800_000);
    expect(retry(assertStarted, '2026-12-06T23:00:00Z')).toBeUndefined();
  });

  it('is read again every day, as the first day may be moved', () => {
    expect(retry(assertDue, '2026-11-01T00:00:00Z')).toBe(86_400_000);
  });
});

describe('one person is one worker (K2)', () => {
  const key = { instance: 'bamboohr', workerId: '200' };
  const check = (person: Parameters<typeof aPerson>[0]) => () =>
    assertNobodyElse(aWorker() as OnboardableWorker, key, [aPerson(person)]);

  it('the same record is, and somebody who left and is hired as a new record', () => {
    expect(check({ workerId: '200' })).not.toThrow();
    expect(check({ workerId: '7', standing: 'left' })).not.toThrow();
  });

  it('another record with the number or the e-mail is not', () => {
    expect(check({ workerId: '7' })).toThrow('has the number or the e-mail of worker 1042');
    expect(check({ workerId: '7', number: '1007', standing: 'left' })).toThrow('of worker 1007');
  });
});

describe('a commitment for a contractor (E10, K18)', () => {
  const contractor = carried({ employmentType: 'contractor', supplier: 'Nimbus Staffing', hireDate: '2026-11-02' });

  it('is the whole contract at the assumed cost', () => {
    // 2 to 13 November 2026 are ten days from Monday to Friday: 80 h at 80.00.
    expect(contractedMinutes('2026-11-02', '2026-11-13', 2400)).toBe(4_800);
    expect(contractedMinutes('2026-11-07', '2026-11-08', 2400)).toBe(0);
    expect(commitmentOf(contractor, '2026-11-13', estate)).toEqual({
      supplier: 'Nimbus Staffing',
      startDate: '2026-11-02',
      endDate: '2026-11-13',
      amount: usd('6400.00'),
    });
  });

  it('names everything that is missing at once', () => {
    const incomplete = commitmentOf({ ...contractor, supplier: null, grade: 'Analyst' }, '2026-11-13', estate);
    expect(() => assertCommittable('1042', incomplete)).toThrow('cannot be committed: supplier, amount');
  });

  it('that an ERP refuses or cannot take is K18, and one that may come right is tried again', () => {
    expect(notCommitted(new Failure('unsupported', 'not here'), '1042').detail.code).toBe('commitment-missing');
    expect(notCommitted(new Failure('rejected', 'no vendor'), '1042').message).toContain('no vendor');
    expect(notCommitted(new Failure('unavailable', 'away'), '1042').kind).toBe('unavailable');
  });

  it('comes instead of an employee record, unless the ERP books time on one', () => {
    const other = new EstateView({ ...plain, policies: withContractors('no-record') });
    expect(reasonForNone('erp', contractor, other)).toContain('no employee record');
    expect(reasonForNone('erp', carried(), other)).toBeNull();
    const booking = new EstateView({ ...plain, policies: withContractors('for-time') });
    expect(reasonForNone('erp', contractor, booking)).toBeNull();
  });
});

function withContractors(contractorsInErp: 'no-record' | 'for-time'): Policies {
  const policies = new Policies();
  policies.workforce.contractorsInErp = contractorsInErp;
  return policies;
}

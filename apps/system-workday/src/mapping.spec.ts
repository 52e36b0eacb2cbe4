import { parseXml } from '#connector';
import { toWorker } from './mapping.js';
import { transaction, workerElement } from './worker.fixture.js';

describe('a Workday worker', () => {
  it('is told from their primary job, their own organisations and their manager, in the contract’s words', () => {
    const log = transaction('2026-02-01T09:00:00.000-08:00', '2026-02-01T00:00:00.000-08:00');
    expect(toWorker(workerElement({ log }), undefined)).toEqual({
      id: 'a1',
      number: '1003',
      firstName: 'Priya',
      lastName: 'Raman',
      workEmail: 'priya.raman@meridian.example',
      employmentType: 'employee',
      status: 'active',
      hireDate: '2026-01-05',
      terminationDate: null,
      supplier: null,
      legalEntity: 'MER-US',
      costCentre: 'US-STR',
      location: 'New York',
      country: 'US',
      grade: 'Manager',
      jobTitle: 'Strategy Manager',
      managerId: 'boss',
      weeklyMinutes: 2250,
      skills: ['SKL-STRAT', 'SKL-CHANGE'],
      modifiedAt: '2026-02-01T17:00:00.000Z',
    });
  });

  it('has no pay, even where Workday sends it', () => {
    expect(JSON.stringify(toWorker(workerElement(), undefined))).not.toContain('65438');
  });

  it('may take the grade from the job profile', () => {
    expect(toWorker(workerElement(), 'job-profile').grade).toBe('JP-MGR');
  });

  it('with a contingent worker id is a contractor until the contract ends', () => {
    const contract =
      '<wd:Worker_Contract_Data><wd:Contract_End_Date>2026-12-31-08:00</wd:Contract_End_Date><wd:Supplier_Reference>' +
      '<wd:ID wd:type="Supplier_ID">SUP-7</wd:ID></wd:Supplier_Reference></wd:Worker_Contract_Data>';
    const worker = toWorker(workerElement({ reference: { Contingent_Worker_ID: 'C-9' }, contract }), undefined);
    expect(worker).toMatchObject({ employmentType: 'contractor', terminationDate: '2026-12-31', supplier: 'SUP-7' });
  });

  it('whose hire was taken back is inactive', () => {
    const status = '<wd:Hire_Rescinded>1</wd:Hire_Rescinded>';
    expect(toWorker(workerElement({ status }), undefined).status).toBe('inactive');
  });

  it('has a last day as soon as Workday knows it, on the day Workday means', () => {
    const status = '<wd:Termination_Date>2026-11-30-08:00</wd:Termination_Date>';
    expect(toWorker(workerElement({ status }), undefined)).toMatchObject({
      status: 'active',
      terminationDate: '2026-11-30',
    });
  });

  it('was last changed when an earlier entry took effect, and not by what is still to come', () => {
    const log = [
      transaction('2026-02-01T09:00:00.000-08:00', '2026-03-01T00:00:00.000-08:00'),
      transaction('2026-02-02T09:00:00.000-08:00', '2099-01-01T00:00:00.000-08:00'),
    ].join('');
    expect(toWorker(workerElement({ log }), undefined).modifiedAt).toBe('2026-03-01T08:00:00.000Z');
  });

  it('of whom the user may see nothing but the reference has nothing else', () => {
    const bare = parseXml(
      '<w:Worker xmlns:w="u"><w:Worker_Reference><w:ID w:type="WID">b2</w:ID></w:Worker_Reference></w:Worker>',
    )!;
    const { id, status, skills, employmentType, ...rest } = toWorker(bare.first('Worker')!, undefined);
    expect([id, status, skills, employmentType]).toEqual(['b2', 'inactive', [], 'employee']);
    expect(new Set(Object.values(rest))).toEqual(new Set([null]));
  });
});

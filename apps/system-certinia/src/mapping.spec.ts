import { scheduleBody, toProject, type ProjectRow, newProjectBody } from './mapping.js';
import { FieldNames, Stages, defaults } from './settings.js';

const row: ProjectRow = {
  Id: 'a0P5g000001abcDEAQ',
  Name: 'Claims operating model',
  CurrencyIsoCode: 'USD',
  pse__Stage__c: 'Planned',
  pse__Is_Active__c: false,
  pse__Is_Billable__c: true,
  pse__Closed_for_Time_Entry__c: true,
  External_Id__c: 'P-OPP-101',
};

describe('a project', () => {
  const [fields, stages] = [new FieldNames(), new Stages()];
  const status = (changes: Partial<ProjectRow>) => toProject({ ...row, ...changes }, fields, stages).status;

  it('is known by our code in the External Id field', () => {
    expect(toProject(row, fields, stages)).toEqual({
      id: 'a0P5g000001abcDEAQ',
      reference: 'P-OPP-101',
      name: 'Claims operating model',
      status: 'in-setup',
    });
  });

  it('takes people and time only while it is active and open for time', () => {
    const active = { pse__Is_Active__c: true, pse__Closed_for_Time_Entry__c: false };
    expect(status({ ...active, pse__Stage__c: 'Anything the org calls it' })).toBe('open');
    expect(status({ ...active, pse__Closed_for_Time_Entry__c: true, pse__Stage__c: 'In Progress' })).toBe('closed');
    expect(status({ pse__Stage__c: 'Canceled' })).toBe('closed');
  });

  it('names its currency only where the org has several', () => {
    const state = { name: 'X', clientId: '0015g', currency: 'EUR', startDate: '2026-10-01', endDate: null };
    expect(newProjectBody(state, defaults())).toMatchObject({ CurrencyIsoCode: 'EUR', pse__Is_Active__c: false });
    expect(newProjectBody(state, { ...defaults(), currency: 'EUR' })).not.toHaveProperty('CurrencyIsoCode');
    expect(newProjectBody({ ...state, name: 'N'.repeat(120) }, defaults()).Name).toHaveLength(80);
  });
});

describe('the minutes of an assignment', () => {
  const { workDays } = defaults();
  const assignment = {
    project: 'P-OPP-101',
    workerNumber: '1042',
    roleName: 'Project Manager',
    startDate: '2026-03-02',
    endDate: '2026-05-29',
    minutes: 31_200,
    hourlyRate: null,
  };

  it('become the hours of each working day of its schedule', () => {
    // Monday 2 March to Friday 29 May 2026: 13 weeks, 65 working days of 8 hours
    expect(scheduleBody(assignment, workDays)).toEqual({
      pse__Start_Date__c: '2026-03-02',
      pse__End_Date__c: '2026-05-29',
      pse__Sunday_Hours__c: 0,
      pse__Monday_Hours__c: 8,
      pse__Tuesday_Hours__c: 8,
      pse__Wednesday_Hours__c: 8,
      pse__Thursday_Hours__c: 8,
      pse__Friday_Hours__c: 8,
      pse__Saturday_Hours__c: 0,
    });
  });

  it('have two decimals, as the fields have', () => {
    // 1,000 minutes on Monday to Wednesday: 5.5556 hours a day
    const three = { ...assignment, minutes: 1000, endDate: '2026-03-04' };
    expect(scheduleBody(three, workDays)).toMatchObject({ pse__Monday_Hours__c: 5.56 });
  });

  it('that nobody could work are refused', () => {
    const weekend = { ...assignment, startDate: '2026-03-07', endDate: '2026-03-08' };
    expect(() => scheduleBody(weekend, workDays)).toThrow('Certinia cannot hold 31200 minutes in 0 working days');
    expect(() => scheduleBody({ ...assignment, endDate: '2026-03-02', minutes: 1441 }, workDays)).toThrow(
      'Certinia cannot hold 1441 minutes in 1 working days',
    );
    expect(scheduleBody({ ...weekend, minutes: 960 }, ['Saturday', 'Sunday'])).toMatchObject({
      pse__Sunday_Hours__c: 8,
      pse__Monday_Hours__c: 0,
    });
  });
});

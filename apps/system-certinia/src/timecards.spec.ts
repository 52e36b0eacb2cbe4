import { defaults } from './settings.js';
import { splitColumns, type SplitRow, toEntries } from './timecards.js';

/** A card of the week Sunday 25 to Saturday 31 October 2026 that was worked on Monday, Tuesday and not on Wednesday. */
const split: SplitRow = {
  Id: 'a1T5g000000SplitAA',
  pse__Timecard_Header__c: 'a1H5g000000CardEAA',
  SystemModstamp: '2026-11-02T09:12:31.000+0000',
  CurrencyIsoCode: 'USD',
  pse__Start_Date__c: '2026-10-25',
  pse__End_Date__c: '2026-10-31',
  pse__Status__c: 'Approved',
  pse__Billable__c: true,
  pse__Invoiced__c: false,
  pse__Monday_Hours__c: 7.5,
  pse__Tuesday_Hours__c: 0.33,
  pse__Wednesday_Hours__c: 0,
  pse__Monday_Notes__c: 'Workshop',
  pse__Project__r: { Name: 'Claims operating model', External_Id__c: 'P-OPP-101' },
  pse__Resource__r: { Email: 'ada.rowe@meridian.example', pse__API_Resource_Correlation_Id__c: '1042' },
  pse__Assignment__r: { pse__Role__c: 'Consultant', pse__API_Assignment_Correlation_Id__c: '9001-11' },
  pse__Timecard_Header__r: { pse__Bill_Rate__c: 180.5, pse__Daily_Bill_Rate__c: false },
};
const settings = defaults();

describe('the days of a timecard split', () => {
  it('with hours are time entries, each named by card and day', () => {
    const [monday, tuesday, wednesday, ...others] = toEntries(split, settings);
    expect(monday).toEqual({
      id: 'a1H5g000000CardEAA-2026-10-26',
      project: 'P-OPP-101',
      projectName: 'Claims operating model',
      workerNumber: '1042',
      workerEmail: 'ada.rowe@meridian.example',
      roleName: 'Consultant',
      assignmentId: '9001-11',
      date: '2026-10-26',
      minutes: 450,
      billable: true,
      approved: true,
      invoiced: false,
      hourlyRate: { amount: '180.50', currency: 'USD' },
      notes: 'Workshop',
      modifiedAt: '2026-11-02T09:12:31.000Z',
    });
    // 0.33 h is 19.8 minutes
    expect([tuesday?.date, tuesday?.minutes]).toEqual(['2026-10-27', 20]);
    expect(wednesday).toMatchObject({ date: '2026-10-28', minutes: 0, billable: false });
    expect(others).toEqual([]);
  });

  it('outside the split belong to the split of the next month', () => {
    const part = { ...split, pse__Start_Date__c: '2026-10-27' };
    expect(toEntries(part, settings).map(({ date }) => date)).toEqual(['2026-10-27', '2026-10-28']);
  });

  it('keep their names when the package makes the splits anew', () => {
    const anew = { ...split, Id: 'a1T5g000000OtherAA' };
    expect(toEntries(anew, settings).map(({ id }) => id)).toEqual(toEntries(split, settings).map(({ id }) => id));
  });

  it('rated by the day have no price of an hour', () => {
    const daily = { ...split, pse__Timecard_Header__r: { pse__Bill_Rate__c: 1440, pse__Daily_Bill_Rate__c: true } };
    expect(toEntries(daily, settings)[0]?.hourlyRate).toBeNull();
  });

  it('of a project without our code and a resource without a number are told all the same', () => {
    const foreign = { ...split, pse__Project__r: { Name: 'Internal' }, pse__Resource__r: null };
    expect(toEntries(foreign, settings)[0]).toMatchObject({
      project: null,
      projectName: 'Internal',
      workerNumber: null,
    });
  });

  it('that were rejected are not approved', () => {
    expect(toEntries({ ...split, pse__Status__c: 'Rejected' }, settings)[0]).toMatchObject({ approved: false });
  });
});

describe('the columns of a split', () => {
  it('name the currency only where the org has several', () => {
    expect(splitColumns(settings)).toContain('CurrencyIsoCode');
    expect(splitColumns({ ...settings, currency: 'EUR' })).not.toContain('CurrencyIsoCode');
  });
});

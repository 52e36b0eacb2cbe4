import { resolve } from 'node:path';
import { loadFirm } from '../../firm/load-firm.js';
import {
  at,
  attribute,
  envelope,
  flags,
  getWorkers,
  idsOf,
  openTenant,
  security,
  type Tenant,
  textAt,
  withDescriptors,
  workerReference,
} from './tenant.fixture.js';
import { childrenOf, type XmlNode } from './xml.js';

const wid = expect.stringMatching(/^[0-9a-f]{32}$/) as string;

describe('workers of a Workday tenant', () => {
  let tenant: Tenant;
  beforeEach(async () => {
    tenant = await openTenant();
  });
  afterEach(() => tenant.hosted.close());

  const sectionsOf = (worker: XmlNode): string[] => at(worker, 'Worker_Data')!.children.map(({ name }) => name);
  const job = (worker: XmlNode): XmlNode | undefined =>
    at(worker, 'Worker_Data', 'Employment_Data', 'Worker_Job_Data', 'Position_Data');

  describe('what comes', () => {
    const always = ['Worker_ID', 'User_ID'];

    test('without a flag the vendor’s choice, of which this integration may not see pay', async () => {
      expect(sectionsOf(await tenant.worker('3'))).toEqual([
        ...always,
        'Personal_Data',
        'Employment_Data',
        'Organization_Data',
      ]);
    });

    test('with any flag only what is flagged: the reference itself is one of them', async () => {
      const worker = await tenant.worker('3', flags('Include_Skills'));
      expect(worker.children.map(({ name }) => name)).toEqual(['Worker_Data']);
      expect(sectionsOf(worker)).toEqual([...always, 'Skill_Data']);
    });

    test('pay only to whom it is granted, and no word where it is not', async () => {
      const group = flags('Include_Compensation');
      expect(sectionsOf(await tenant.worker('3', group))).toEqual(always);
      tenant.act('setPermission', { domain: 'Worker Data: Compensation', granted: true });
      const pay = at(await tenant.worker('3', group), 'Worker_Data', 'Compensation_Data');
      expect(textAt(pay, 'Salary_and_Hourly_Data', 'Amount')).toBe('104000.00');
      const hourly = at(pay, 'Employee_Compensation_Summary_Data', 'Summary_Data_in_Hourly_Frequency');
      // 104000 / (52 × 40)
      expect(textAt(hourly, 'Total_Base_Pay')).toBe('50.000000');
      expect(idsOf(at(hourly, 'Currency_Reference'))).toEqual({ WID: wid, Currency_ID: 'USD' });
    });

    test('a contractor’s rate stands with the employment, and is as secret', async () => {
      const contract = async () =>
        at(
          await tenant.worker('4', flags('Include_Employment_Information')),
          'Worker_Data',
          'Employment_Data',
          'Worker_Contract_Data',
        );
      expect(await contract()).toBeUndefined();
      tenant.act('setPermission', { domain: 'Worker Data: Compensation', granted: true });
      expect(textAt(await contract(), 'Contract_Pay_Rate')).toBe('97.00');
    });

    test('a section taken from the integration is left out like one nobody asked for', async () => {
      tenant.act('setPermission', { domain: 'Worker Data: Organization Information', granted: false });
      expect(sectionsOf(await tenant.worker('3'))).toEqual([...always, 'Personal_Data', 'Employment_Data']);
      expect(() => tenant.act('setPermission', { domain: 'Pay', granted: true })).toThrow('there is no domain "Pay"');
    });

    test('what references mean is told only to who asks for descriptors', async () => {
      const location = async (header?: string) => {
        const response = await tenant.ask(getWorkers(), header ? { header } : {});
        const worker = at(response, 'Response_Data', 'Worker')!;
        return attribute(at(job(worker), 'Business_Site_Summary_Data', 'Location_Reference'), 'Descriptor');
      };
      expect(await location()).toBeUndefined();
      expect(await location(security() + withDescriptors)).toBe('Boston');
    });

    test('the reply gives the request back, with digits for booleans', async () => {
      const response = await tenant.ask(getWorkers(flags('Include_Reference')));
      expect(attribute(response, 'version')).toBe('v44.0');
      expect(response.children.map(({ name }) => name)).toEqual([
        'Response_Group',
        'Response_Results',
        'Response_Data',
      ]);
      expect(textAt(response, 'Response_Group', 'Include_Reference')).toBe('1');
    });
  });

  describe('what it looks like', () => {
    test('an employee: names, work address among private ones, hours, grade and place', async () => {
      const worker = await tenant.worker('2');
      expect(idsOf(at(worker, 'Worker_Reference'))).toEqual({ WID: wid, Employee_ID: '2' });
      const personal = at(worker, 'Worker_Data', 'Personal_Data');
      const name = at(personal, 'Name_Data', 'Legal_Name_Data', 'Name_Detail_Data');
      expect([attribute(name, 'Formatted_Name'), attribute(name, 'Reporting_Name')]).toEqual(['Ben Hale', 'Hale, Ben']);
      const addresses = childrenOf(at(personal, 'Contact_Data'), 'Email_Address_Data').map((address) => [
        idsOf(at(address, 'Usage_Data', 'Type_Data', 'Type_Reference')).Communication_Usage_Type_ID,
        textAt(address, 'Email_Address'),
      ]);
      expect(addresses).toEqual([
        ['HOME', 'ben.hale@home.example'],
        ['WORK', 'ben@north.example'],
      ]);
      const data = job(worker);
      expect(idsOf(at(data, 'Worker_Type_Reference'))).toEqual({ WID: wid, Employee_Type_ID: 'Regular' });
      expect(idsOf(at(data, 'Position_Time_Type_Reference')).Position_Time_Type_ID).toBe('Part_time');
      expect(textAt(data, 'Scheduled_Weekly_Hours')).toBe('30');
      // Of a hundred, not of one.
      expect(textAt(data, 'Full_Time_Equivalent_Percentage')).toBe('75');
      const profile = at(data, 'Job_Profile_Summary_Data');
      expect(idsOf(at(profile, 'Management_Level_Reference')).Management_Level_ID).toBe('Senior_Consultant');
      const site = at(data, 'Business_Site_Summary_Data');
      expect(textAt(site, 'Name')).toBe('Boston');
      expect(idsOf(at(site, 'Address_Data', 'Country_Reference'))).toEqual({
        WID: wid,
        'ISO_3166-1_Alpha-2_Code': 'US',
        'ISO_3166-1_Alpha-3_Code': 'USA',
        'ISO_3166-1_Numeric-3_Code': '840',
      });
    });

    test('a contractor has another kind of id and of type', async () => {
      const worker = await tenant.worker('4');
      expect(idsOf(at(worker, 'Worker_Reference'))).toEqual({ WID: wid, Contingent_Worker_ID: '4' });
      expect(idsOf(at(job(worker), 'Worker_Type_Reference'))).toEqual({
        WID: wid,
        Contingent_Worker_Type_ID: 'Contractor',
      });
    });

    test('dates carry the offset of their own day, booleans are digits', async () => {
      const status = async (number: string) =>
        at(await tenant.worker(number), 'Worker_Data', 'Employment_Data', 'Worker_Status_Data');
      // Winter and summer in the tenant’s time zone.
      expect(textAt(await status('2'), 'Hire_Date')).toBe('2020-03-02-08:00');
      expect(textAt(await status('3'), 'Hire_Date')).toBe('2024-07-15-07:00');
      expect(textAt(await status('3'), 'Active')).toBe('1');
      expect(textAt(await status('3'), 'Terminated')).toBe('0');
      const site = at(job(await tenant.worker('2')), 'Business_Site_Summary_Data', 'Address_Data');
      // The beginning of time.
      expect(attribute(site, 'Effective_Date')).toBe('1900-01-01-08:00');
    });

    test('a user id is no address, and who has no work address still has a private one', async () => {
      tenant.act('editEmployee', { number: '3', fields: { email: '' } });
      const worker = await tenant.worker('3');
      expect(textAt(worker, 'Worker_Data', 'User_ID')).toBe('dlind');
      const addresses = childrenOf(at(worker, 'Worker_Data', 'Personal_Data', 'Contact_Data'), 'Email_Address_Data');
      expect(addresses.map((address) => textAt(address, 'Email_Address'))).toEqual(['dora.lind@home.example']);
    });

    test('what is empty is not there at all', async () => {
      tenant.act('editEmployee', { number: '3', fields: { costCentre: '', grade: '', location: '' } });
      const worker = await tenant.worker('3');
      expect(at(job(worker), 'Job_Profile_Summary_Data', 'Management_Level_Reference')).toBeUndefined();
      expect(at(job(worker), 'Business_Site_Summary_Data', 'Location_Reference')).toBeUndefined();
    });

    test('skills by id and name', async () => {
      const item = at(
        await tenant.worker('3', flags('Include_Skills')),
        'Worker_Data',
        'Skill_Data',
        'Worker_Skill_Item',
      );
      expect(idsOf(at(item, 'Skill_Reference'))).toEqual({ WID: wid, Skill_ID: 'SQL' });
      expect(attribute(at(item, 'Skill_Data'), 'Name')).toBe('SQL queries');
      expect(textAt(item, 'Skill_Data', 'ID')).toBe('SQL');
    });

    test('a second job comes first, and only the flag says which is the primary one', async () => {
      tenant.act('addJob', { number: '3', jobTitle: 'Trainer', weeklyHours: 4, date: '2026-01-01' });
      const jobs = async (...names: string[]) =>
        childrenOf(
          at(await tenant.worker('3', flags(...names)), 'Worker_Data', 'Employment_Data'),
          'Worker_Job_Data',
        ).map((data) => [attribute(data, 'Primary_Job'), textAt(data, 'Position_Data', 'Business_Title')]);
      expect(await jobs('Include_Employment_Information')).toEqual([['1', 'Consultant']]);
      expect(await jobs('Include_Employment_Information', 'Include_Additional_Jobs')).toEqual([
        ['0', 'Trainer'],
        ['1', 'Consultant'],
      ]);
    });
  });

  test('the example firm is there on its first day', async () => {
    const meridian = await openTenant(loadFirm(resolve('examples/meridian-consulting')));
    expect(await meridian.found()).toHaveLength(40);
    await meridian.hosted.close();
  });

  describe('who comes', () => {
    const criteria = (content: string): string => `<bsvc:Request_Criteria>${content}</bsvc:Request_Criteria>`;

    test('everybody without a word, contractors and those who left included', async () => {
      tenant.act('terminateEmployee', { number: '3', date: '2026-09-30' });
      expect(await tenant.found()).toEqual(['2', '1', '3', '4']);
      expect(await tenant.found(criteria(on('Exclude_Inactive_Workers')))).toEqual(['2', '1', '4']);
      expect(await tenant.found(criteria(on('Exclude_Employees')))).toEqual(['4']);
      expect(await tenant.found(criteria(on('Exclude_Contingent_Workers')))).toEqual(['2', '1', '3']);
    });

    test('members of an organisation, of those below it only on request', async () => {
      const organization = (type: string, id: string): string =>
        `<bsvc:Organization_Reference><bsvc:ID bsvc:type="${type}">${id}</bsvc:ID></bsvc:Organization_Reference>`;
      expect(await tenant.found(criteria(organization('Cost_Center_Reference_ID', 'CC-1')))).toEqual(['2', '1', '3']);
      const team = organization('Organization_Reference_ID', 'SUPERVISORY_ORGANIZATION-1');
      expect(await tenant.found(criteria(team))).toEqual(['2', '4']);
      expect(await tenant.found(criteria(team + on('Include_Subordinate_Organizations')))).toEqual(['2', '3', '4']);
    });

    test('an id nobody has is a fault that says where it stands', async () => {
      const body = `<bsvc:Request_References>${workerReference('1')}${workerReference('999')}</bsvc:Request_References>`;
      expect(await tenant.fault(envelope(getWorkers(body)))).toEqual({
        status: 500,
        code: 'SOAP-ENV:Client.validationError',
        text: "Validation error occurred. Invalid ID value.  '999' is not a valid ID value for type = 'Employee_ID'",
        messages: ["Invalid ID value.  '999' is not a valid ID value for type = 'Employee_ID'"],
        xpaths: ['/bsvc:Get_Workers_Request[1]/bsvc:Request_References[1]/bsvc:Worker_Reference[2]'],
      });
      const skipping = body.replace('References>', 'References bsvc:Skip_Non_Existing_Instances="true">');
      expect(await tenant.found(skipping)).toEqual(['1']);
    });

    test('the number of a contractor is no employee’s', async () => {
      const references = `<bsvc:Request_References>${workerReference('4')}</bsvc:Request_References>`;
      expect((await tenant.fault(envelope(getWorkers(references)))).messages).toHaveLength(1);
    });

    test('a contractor who is taken on is found under both ids, and shows the new one', async () => {
      tenant.act('editEmployee', { number: '4', fields: { employmentType: 'Full-Time' } });
      for (const type of ['Employee_ID', 'Contingent_Worker_ID']) {
        const references = `<bsvc:Request_References>${workerReference('4', type)}</bsvc:Request_References>`;
        const worker = at(await tenant.ask(getWorkers(references)), 'Response_Data', 'Worker');
        expect(idsOf(at(worker, 'Worker_Reference'))).toEqual({ WID: wid, Employee_ID: '4' });
      }
    });
  });
});

function on(name: string): string {
  return `<bsvc:${name}>true</bsvc:${name}>`;
}

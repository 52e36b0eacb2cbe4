import { at, attribute, envelope, flags, idsOf, openTenant, person, type Tenant, textAt } from './tenant.fixture.js';
import { childrenOf, type XmlNode } from './xml.js';

describe('organisations and holidays of a Workday tenant', () => {
  let tenant: Tenant;
  beforeEach(async () => {
    tenant = await openTenant();
  });
  afterEach(() => tenant.hosted.close());

  const assigned = async (number: string, ...more: string[]) => {
    const data = at(
      await tenant.worker(number, flags('Include_Organizations', ...more)),
      'Worker_Data',
      'Organization_Data',
    );
    return (data?.children ?? []).map((entry) => [
      idsOf(at(entry, 'Organization_Data', 'Organization_Type_Reference')).Organization_Type_ID,
      textAt(entry, 'Organization_Data', 'Organization_Code') ??
        textAt(entry, 'Organization_Data', 'Organization_Name'),
    ]);
  };
  /** The managers of the chain, nobody where nobody leads. */
  const chain = async (number: string) => {
    const worker = await tenant.worker(number, flags('Include_Management_Chain_Data'));
    const data = at(worker, 'Worker_Data', 'Management_Chain_Data', 'Worker_Supervisory_Management_Chain_Data');
    return data!.children.map((entry) => idsOf(at(entry, 'Manager_Reference')).Employee_ID);
  };
  const organizations = async (content = ''): Promise<XmlNode[]> => {
    const response = await tenant.ask(`<bsvc:Get_Organizations_Request>${content}</bsvc:Get_Organizations_Request>`);
    return at(response, 'Response_Data')!.children;
  };
  const ofType = (type: string, more = ''): string =>
    '<bsvc:Request_Criteria><bsvc:Organization_Type_Reference>' +
    `<bsvc:ID bsvc:type="Organization_Type_ID">${type}</bsvc:ID></bsvc:Organization_Type_Reference>${more}</bsvc:Request_Criteria>`;

  test('a worker is in several organisations, told apart by type', async () => {
    expect(await assigned('3')).toEqual([
      ['SUPERVISORY', 'Team of Ben Hale'],
      ['COMPANY', 'NW-US'],
      ['COST_CENTER', 'CC-1'],
    ]);
    expect(await assigned('3', 'Exclude_Companies', 'Exclude_Supervisory_Organizations')).toEqual([
      ['COST_CENTER', 'CC-1'],
    ]);
  });

  test('who has no cost centre has none', async () => {
    expect(await assigned('4')).toEqual([
      ['SUPERVISORY', 'Team of Cleo Marsh'],
      ['COMPANY', 'NW-DE'],
    ]);
  });

  test('the chain begins at the top, where nobody leads; the own manager comes last', async () => {
    expect(await chain('3')).toEqual([undefined, '1', '2']);
    expect(await chain('1')).toEqual([undefined]);
  });

  test('who leaves leaves a team nobody leads', async () => {
    tenant.act('terminateEmployee', { number: '2', date: '2026-09-30' });
    expect(await chain('3')).toEqual([undefined, '1', undefined]);
  });

  test('a circle of managers has an end', async () => {
    tenant.act('editEmployee', { number: '1', fields: { manager: '3' } });
    expect(await chain('3')).toEqual(['3', '1', '2']);
  });

  test('organisations by type, with the ids of their type beside the general one', async () => {
    const [first, ...others] = await organizations(ofType('COST_CENTER'));
    expect(others).toHaveLength(1);
    expect(idsOf(at(first, 'Organization_Reference'))).toEqual({
      WID: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      Organization_Reference_ID: 'CC-1',
      Cost_Center_Reference_ID: 'CC-1',
    });
    expect(textAt(first, 'Organization_Data', 'Name')).toBe('Strategy');
  });

  test('a team names its leader and what stands above it', async () => {
    const teams = await organizations(ofType('SUPERVISORY'));
    const team = teams.find((organization) => textAt(organization, 'Organization_Data', 'Name') === 'Team of Ben Hale');
    expect(idsOf(at(team, 'Organization_Data', 'Manager_Reference')).Employee_ID).toBe('2');
    const above = at(team, 'Organization_Data', 'Hierarchy_Data', 'Superior_Organization_Reference');
    expect(idsOf(above).Organization_Reference_ID).toBe('SUPERVISORY_ORGANIZATION-1');
  });

  test('what is no longer used comes only on request', async () => {
    tenant.act('addCostCenter', { code: 'CC-3', name: 'Risk' });
    tenant.act('inactivateCostCenter', { code: 'CC-1' });
    const codes = async (more = '') =>
      (await organizations(ofType('COST_CENTER', more))).map((node) =>
        textAt(node, 'Organization_Data', 'Reference_ID'),
      );
    expect(await codes()).toEqual(['CC-2', 'CC-3']);
    expect(await codes('<bsvc:Include_Inactive>true</bsvc:Include_Inactive>')).toEqual(['CC-1', 'CC-2', 'CC-3']);
    tenant.act('hire', { worker: person('9', 'Ada', 'Rowe', { costCentre: 'CC-3' }) });
    expect(await assigned('9')).toContainEqual(['COST_CENTER', 'CC-3']);
  });

  test('a type nobody defined is a fault', async () => {
    await expect(organizations(ofType('GUILD'))).rejects.toThrow("'GUILD' is not a valid ID value");
  });

  describe('holidays', () => {
    const request = (content = ''): string =>
      `<bsvc:Get_Holiday_Calendars_Request>${content}</bsvc:Get_Holiday_Calendars_Request>`;
    const byId = (id: string): string =>
      '<bsvc:Request_References><bsvc:Holiday_Calendar_Reference>' +
      `<bsvc:ID bsvc:type="Holiday_Calendar_ID">${id}</bsvc:ID></bsvc:Holiday_Calendar_Reference></bsvc:Request_References>`;
    const days = async (id: string) => {
      const response = await tenant.ask(request(byId(id)));
      const data = at(response, 'Response_Data', 'Holiday_Calendar', 'Holiday_Calendar_Data');
      return childrenOf(data, 'Holiday_Calendar_Event_Data').map((event) =>
        textAt(event, 'Start_End_Data', 'Start_Date'),
      );
    };

    test('a calendar for each country the firm is in', async () => {
      const response = await tenant.ask(request());
      const calendars = at(response, 'Response_Data')!.children.map((calendar) =>
        attribute(at(calendar, 'Holiday_Calendar_Data'), 'ID'),
      );
      expect(calendars).toEqual(['HOLIDAY_CALENDAR_US', 'HOLIDAY_CALENDAR_DE']);
    });

    test('days carry the offset of the tenant, winter and summer', async () => {
      expect(await days('HOLIDAY_CALENDAR_DE')).toEqual(
        expect.arrayContaining(['2026-01-01-08:00', '2026-05-01-07:00', '2026-10-03-07:00']),
      );
      tenant.act('addHoliday', { calendar: 'HOLIDAY_CALENDAR_DE', date: '2027-01-01', name: 'Neujahr' });
      expect((await days('HOLIDAY_CALENDAR_DE')).at(-1)).toBe('2027-01-01-08:00');
    });

    test('a day that is taken out is gone, of this calendar only', async () => {
      tenant.act('removeHoliday', { calendar: 'HOLIDAY_CALENDAR_DE', date: '2026-12-25' });
      expect(await days('HOLIDAY_CALENDAR_DE')).not.toContain('2026-12-25-08:00');
      expect(await days('HOLIDAY_CALENDAR_US')).toContain('2026-12-25-08:00');
      const gone = { calendar: 'HOLIDAY_CALENDAR_DE', date: '2026-12-25' };
      expect(() => tenant.act('removeHoliday', gone)).toThrow('no holiday on 2026-12-25');
    });

    test('an integration without the domain may not even ask', async () => {
      tenant.act('setPermission', { domain: 'Set Up: Holiday Calendars', granted: false });
      const fault = await tenant.fault(envelope(request()));
      expect(fault).toMatchObject({ status: 500, text: 'The task submitted is not authorized.' });
    });
  });
});

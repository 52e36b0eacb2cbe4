import { type Element, parseXml } from '#connector';

const ids = (all: Record<string, string>): string =>
  Object.entries(all)
    .map(([type, id]) => `<wd:ID wd:type="${type}">${id}</wd:ID>`)
    .join('');

const organization = (type: string, all: Record<string, string>): string =>
  `<wd:Worker_Organization_Data><wd:Organization_Reference>${ids(all)}</wd:Organization_Reference>
  <wd:Organization_Data><wd:Organization_Reference_ID>${all.Organization_Reference_ID}</wd:Organization_Reference_ID>
  <wd:Organization_Type_Reference>${ids({ Organization_Type_ID: type })}</wd:Organization_Type_Reference>
  </wd:Organization_Data></wd:Worker_Organization_Data>`;

const email = (use: string, primary: string, address: string): string =>
  `<wd:Email_Address_Data><wd:Email_Address>${address}</wd:Email_Address><wd:Usage_Data wd:Public="1">
  <wd:Type_Data wd:Primary="${primary}"><wd:Type_Reference>${ids({ Communication_Usage_Type_ID: use })}</wd:Type_Reference>
  </wd:Type_Data></wd:Usage_Data></wd:Email_Address_Data>`;

const link = (organizationWid: string, managerWid: string): string =>
  `<wd:Management_Chain_Data><wd:Organization_Reference>${ids({ WID: organizationWid })}</wd:Organization_Reference>
  <wd:Manager_Reference>${ids({ WID: managerWid, Employee_ID: '7' })}</wd:Manager_Reference></wd:Management_Chain_Data>`;

const skill = (code: string, inactive: string): string =>
  `<wd:Worker_Skill_Item><wd:Skill_Reference>${ids({ WID: `wid-${code}`, Skill_ID: code })}</wd:Skill_Reference>
  <wd:Skill_Data wd:Name="${code}" wd:Inactive="${inactive}"/></wd:Worker_Skill_Item>`;

export const transaction = (entered: string, effective: string): string =>
  `<wd:Transaction_Log_Entry><wd:Transaction_Log_Data>
  <wd:Transaction_Effective_Moment>${effective}</wd:Transaction_Effective_Moment>
  <wd:Transaction_Entry_Moment>${entered}</wd:Transaction_Entry_Moment>
  </wd:Transaction_Log_Data></wd:Transaction_Log_Entry>`;

interface Parts {
  reference?: Record<string, string>;
  status?: string;
  contract?: string;
  log?: string;
}

/** A worker as Get_Workers answers one: dates with an offset, `1` for true, the top of the chain first. */
export function workerElement({ reference = {}, status = '', contract = '', log = '' }: Parts = {}): Element {
  const text = `<wd:Worker xmlns:wd="urn:com.workday/bsvc">
  <wd:Worker_Reference>${ids({ WID: 'a1', Employee_ID: '1003', ...reference })}</wd:Worker_Reference>
  <wd:Worker_Data><wd:Worker_ID>1003</wd:Worker_ID>
  <wd:Personal_Data><wd:Name_Data>
    <wd:Legal_Name_Data><wd:Name_Detail_Data><wd:First_Name>Priyanka</wd:First_Name><wd:Last_Name>Raman</wd:Last_Name></wd:Name_Detail_Data></wd:Legal_Name_Data>
    <wd:Preferred_Name_Data><wd:Name_Detail_Data><wd:First_Name>Priya</wd:First_Name><wd:Last_Name>Raman</wd:Last_Name></wd:Name_Detail_Data></wd:Preferred_Name_Data>
  </wd:Name_Data><wd:Contact_Data>
    ${email('HOME', '1', 'priya@home.example')}${email('WORK', '0', 'old@meridian.example')}
    ${email('WORK', 'true', 'priya.raman@meridian.example')}
  </wd:Contact_Data></wd:Personal_Data>
  <wd:Employment_Data>
    <wd:Worker_Job_Data wd:Primary_Job="0"><wd:Position_Data><wd:Business_Title>Trainer</wd:Business_Title></wd:Position_Data></wd:Worker_Job_Data>
    <wd:Worker_Job_Data wd:Primary_Job="1"><wd:Position_Data wd:Effective_Date="2026-01-05-08:00">
      <wd:Position_Title>Manager</wd:Position_Title><wd:Business_Title>Strategy Manager</wd:Business_Title>
      <wd:Scheduled_Weekly_Hours>37.5</wd:Scheduled_Weekly_Hours>
      <wd:Job_Profile_Summary_Data>
        <wd:Job_Profile_Reference>${ids({ Job_Profile_ID: 'JP-MGR' })}</wd:Job_Profile_Reference>
        <wd:Management_Level_Reference>${ids({ WID: 'm4', Management_Level_ID: 'Manager' })}</wd:Management_Level_Reference>
      </wd:Job_Profile_Summary_Data>
      <wd:Business_Site_Summary_Data><wd:Name>New York</wd:Name><wd:Address_Data>
        <wd:Country_Reference>${ids({ 'ISO_3166-1_Alpha-2_Code': 'US', 'ISO_3166-1_Alpha-3_Code': 'USA' })}</wd:Country_Reference>
      </wd:Address_Data></wd:Business_Site_Summary_Data>
    </wd:Position_Data></wd:Worker_Job_Data>
    <wd:Worker_Status_Data><wd:Active>1</wd:Active><wd:Hire_Date>2026-01-05-08:00</wd:Hire_Date>${status}</wd:Worker_Status_Data>
    ${contract}
  </wd:Employment_Data>
  <wd:Compensation_Data><wd:Salary_and_Hourly_Data><wd:Amount>65438</wd:Amount></wd:Salary_and_Hourly_Data></wd:Compensation_Data>
  <wd:Organization_Data>
    ${organization('Supervisory', { WID: 's2', Organization_Reference_ID: 'SUP-2' })}
    ${organization('COMPANY', { WID: 'c1', Organization_Reference_ID: 'ORG-1', Company_Reference_ID: 'MER-US' })}
    ${organization('Cost_Center', { WID: 'k1', Organization_Reference_ID: 'ORG-2', Cost_Center_Reference_ID: 'US-STR' })}
  </wd:Organization_Data>
  <wd:Management_Chain_Data><wd:Worker_Supervisory_Management_Chain_Data>
    ${link('s1', 'top')}${link('s2', 'boss')}
  </wd:Worker_Supervisory_Management_Chain_Data></wd:Management_Chain_Data>
  <wd:Skill_Data>${skill('SKL-STRAT', '0')}${skill('SKL-OLD', '1')}${skill('SKL-CHANGE', '0')}</wd:Skill_Data>
  <wd:Transaction_Log_Entry_Data>${log}</wd:Transaction_Log_Entry_Data>
  </wd:Worker_Data></wd:Worker>`;
  return parseXml(text)!.first('Worker')!;
}

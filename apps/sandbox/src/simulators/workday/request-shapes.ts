import { type Rule, type Shape, unplayed } from './shape.js';

/** The schema of `Get_Workers_Request`, cut down to what integrations of people ask for. */

const flagRule: Rule = { kind: 'flag' };

const flags = (...names: string[]): Shape => Object.fromEntries(names.map((name) => [name, flagRule]));

const refused = (...names: string[]): Shape => Object.fromEntries(names.map((name) => [name, unplayed]));

export const workerIds = ['WID', 'Employee_ID', 'Contingent_Worker_ID'] as const;
const organizationIds = [
  'WID',
  'Organization_Reference_ID',
  'Company_Reference_ID',
  'Cost_Center_Reference_ID',
  'Custom_Organization_Reference_ID',
  'Region_Reference_ID',
] as const;

export const transactionCriteria: Rule = {
  kind: 'group',
  many: true,
  of: {
    Transaction_Date_Range_Data: {
      kind: 'group',
      of: {
        Updated_From: { kind: 'moment' },
        Updated_Through: { kind: 'moment' },
        Effective_From: { kind: 'moment' },
        Effective_Through: { kind: 'moment' },
      },
    },
    Transaction_Type_References: {
      kind: 'group',
      of: {
        Transaction_Type_Reference: {
          kind: 'reference',
          many: true,
          ids: ['WID', 'Business_Process_Type', 'Event_Lite_Type_ID'],
        },
      },
    },
    Subscriber_Reference: unplayed,
  },
};

/** The same for every operation that reads. */
export const responseFilter: Rule = {
  kind: 'group',
  of: {
    As_Of_Effective_Date: { kind: 'date' },
    As_Of_Entry_DateTime: { kind: 'moment' },
    Page: { kind: 'whole' },
    Count: { kind: 'whole', most: 999 },
  },
};

/** The flags that have a part of the reply behind them. */
export const sections = [
  'Include_Reference',
  'Include_Personal_Information',
  'Include_Additional_Jobs',
  'Include_Employment_Information',
  'Include_Compensation',
  'Include_Organizations',
  'Include_Roles',
  'Include_Management_Chain_Data',
  'Include_Skills',
  'Include_Transaction_Log_Data',
] as const;

export type Section = (typeof sections)[number];

const organizationFlags = [
  'Exclude_Location_Hierarchies',
  'Exclude_Cost_Centers',
  'Exclude_Cost_Center_Hierarchies',
  'Exclude_Companies',
  'Exclude_Company_Hierarchies',
  'Exclude_Matrix_Organizations',
  'Exclude_Pay_Groups',
  'Exclude_Regions',
  'Exclude_Region_Hierarchies',
  'Exclude_Supervisory_Organizations',
  'Exclude_Teams',
  'Exclude_Custom_Organizations',
];

export const getWorkers: Shape = {
  Request_References: {
    kind: 'group',
    attributes: ['Skip_Non_Existing_Instances'],
    of: { Worker_Reference: { kind: 'reference', many: true, ids: workerIds } },
  },
  Request_Criteria: {
    kind: 'group',
    of: {
      Transaction_Log_Criteria_Data: transactionCriteria,
      Organization_Reference: { kind: 'reference', many: true, ids: organizationIds },
      ...refused('Country_Reference'),
      ...flags('Include_Subordinate_Organizations'),
      ...refused('Position_Reference', 'Event_Reference', 'Benefit_Plan_Reference'),
      ...refused('Field_And_Parameter_Criteria_Data', 'National_ID_Criteria_Data'),
      ...flags('Exclude_Inactive_Workers', 'Exclude_Employees', 'Exclude_Contingent_Workers'),
      ...refused('Eligibility_Criteria_Data', 'Universal_ID_Reference'),
    },
  },
  Response_Filter: responseFilter,
  Response_Group: {
    kind: 'group',
    // Assumption, unconfirmed by the vendor: the order of the flags, so none is asked for.
    unordered: true,
    of: {
      ...flags(...sections, 'Exclude_Organization_Support_Role_Data', ...organizationFlags),
      ...refused('Include_Multiple_Managers_in_Management_Chain_Data', 'Include_Qualifications'),
      ...refused('Include_User_Account', 'Include_Employee_Contract_Data'),
      ...refused('Include_Subevents_for_Corrected_Transaction', 'Include_Subevents_for_Rescinded_Transaction'),
      ...refused('Include_Photo', 'Include_Worker_Documents', 'Include_Extended_Employee_Contract_Details'),
    },
  },
};

export const getOrganizations: Shape = {
  Request_References: {
    kind: 'group',
    attributes: ['Skip_Non_Existing_Instances'],
    of: { Organization_Reference: { kind: 'reference', many: true, ids: organizationIds } },
  },
  Request_Criteria: {
    kind: 'group',
    of: {
      Organization_Type_Reference: { kind: 'reference', many: true, ids: ['WID', 'Organization_Type_ID'] },
      ...flags('Include_Inactive'),
      ...refused('Transaction_Log_Criteria'),
    },
  },
  Response_Filter: responseFilter,
  Response_Group: unplayed,
};

export const getHolidayCalendars: Shape = {
  Request_References: {
    kind: 'group',
    attributes: ['Skip_Non_Existing_Instances'],
    of: { Holiday_Calendar_Reference: { kind: 'reference', many: true, ids: ['WID', 'Holiday_Calendar_ID'] } },
  },
  Response_Filter: responseFilter,
  Response_Group: unplayed,
};

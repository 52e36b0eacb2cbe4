import { flag, reference, required, systemFields, text } from '../salesforce/fields.js';
import { currency, computed } from '../salesforce/fields.js';
import type { ObjectType } from '../salesforce/org.js';
import {
  amount,
  below,
  check,
  choice,
  count,
  day,
  lookup,
  master,
  notes,
  own,
  packaged,
  percent,
  words,
  worked,
} from './package-fields.js';

const hierarchy = (name: string, prefix: string, up: string, head: string): ObjectType =>
  packaged(name, prefix, {
    fields: [lookup(up, own(name)), lookup(head, 'Contact'), count('Hierarchy_Depth'), check('Include_In_Forecasting')],
  });

/** A resource is a contact. The package gives it two external ids, neither of them unique. */
const contact: ObjectType = {
  name: 'Contact',
  prefix: '003',
  writable: true,
  fields: [
    ...systemFields,
    currency(),
    worked(text('Name', 121), (_org, row) => [row.FirstName, row.LastName].filter(Boolean).join(' ')),
    text('FirstName', 40),
    text('LastName', 80, required),
    text('Email', 80),
    text('Title', 128),
    text('Department', 80),
    reference('AccountId', 'Account'),
    reference('OwnerId', 'User', { relationshipName: undefined }),
    check('Is_Resource'),
    check('Is_Resource_Active'),
    choice('Resource_Role', undefined, { valueSet: 'roles' }),
    lookup('Region', own('Region')),
    lookup('Practice', own('Practice')),
    lookup('Group', own('Grp')),
    day('Start_Date'),
    day('Last_Date'),
    choice('Employment_Status', ['Active', 'Terminated']),
    day('Employment_Status_Effective_Date'),
    amount('Default_Cost_Rate'),
    check('Daily_Default_Cost_Rate'),
    check('External_Resource'),
    lookup('Salesforce_User', 'User'),
    percent('Utilization_Target'),
    check('Exclude_from_Resource_Planner'),
    check('Allow_Timecards_Without_Assignment'),
    words('API_Resource_Correlation_Id', { externalId: true }),
    words('ERP_Worker_Correlation_Id', { externalId: true }),
    text('Cost_Centre__c', 40),
    text('Grade__c', 60),
    { ...count('x'), name: 'Weekly_Minutes__c' },
  ],
  children: [
    below('Assignments', 'Assignment', 'Resource'),
    below('Skill_Certification_Ratings', 'Skill_Certification_Rating', 'Resource', true),
  ],
};

const user: ObjectType = {
  name: 'User',
  prefix: '005',
  writable: false,
  fields: [...systemFields, text('Name', 121), text('Username', 80), text('Email', 80), flag('IsActive', computed)],
  children: [],
};

const skill = packaged('Skill', 'a0S', {
  fields: [
    words('External_Id', { externalId: true }),
    words('Unique_Name', { unique: true }),
    choice('Skill_Or_Certification', ['Skill', 'Certification'], { default: 'Skill' }),
    choice('Type'),
    notes('Description'),
  ],
});

const rating = packaged('Skill_Certification_Rating', 'a0T', {
  nameFormat: 'Rating{0000000}',
  fields: [
    master('Resource', 'Contact'),
    master('Skill_Certification', own('Skill')),
    choice('Rating', [
      'None',
      '1 - Limited Exposure',
      '2 - Some Familiarity',
      '3 - Comfortable',
      '4 - Strong',
      '5 - Expert',
    ]),
    day('Evaluation_Date'),
    notes('Notes'),
  ],
});

/** What a user may do, and with whose records. */
const permission = packaged('Permission_Control', 'a0C', {
  nameFormat: 'PC-{0}',
  fields: [
    lookup('User', 'User'),
    lookup('Resource', 'Contact'),
    lookup('Region', own('Region')),
    lookup('Practice', own('Practice')),
    lookup('Group', own('Grp')),
    lookup('Project', own('Proj')),
    day('Start_Date'),
    day('End_Date'),
    ...['Billing', 'Cascading_Permission', 'Expense_Entry', 'Invoicing'].map((name) => check(name)),
    ...['Resource_Request_Entry', 'Skills_And_Certifications_Entry', 'Staffing', 'Timecard_Entry'].map((name) =>
      check(name),
    ),
  ],
});

export const peopleObjects: ObjectType[] = [
  user,
  hierarchy('Region', 'a0R', 'Parent_Region', 'Region_Head'),
  hierarchy('Practice', 'a0Q', 'Parent_Practice', 'Practice_Head'),
  hierarchy('Grp', 'a0G', 'Parent_Group', 'Group_Head'),
  contact,
  skill,
  rating,
  permission,
];

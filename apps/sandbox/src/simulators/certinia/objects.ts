import type { Field } from '../salesforce/fields.js';
import { crmObjects } from '../salesforce/objects.js';
import type { ObjectType } from '../salesforce/org.js';
import { amount, check, choice, lookup, own, words } from './package-fields.js';
import { peopleObjects } from './people-objects.js';
import { projectObjects } from './project-objects.js';
import { staffingObjects } from './staffing-objects.js';
import { timeObjects } from './time-objects.js';

/** What the package adds to the objects sales people see. */
const added: Record<string, Field[]> = {
  Account: [
    choice('Services_Billing_Time_Period_Type', ['Week', 'Month', 'Quarter', 'Year']),
    words('ERP_Worker_Correlation_Id', { externalId: true }),
  ],
  Opportunity: [
    lookup('Region', own('Region')),
    lookup('Practice', own('Practice')),
    lookup('Group', own('Grp')),
    lookup('Primary_Project', own('Proj')),
    lookup('Parent_Opportunity', 'Opportunity'),
    check('Is_Services_Opportunity'),
    check('Is_Change_Request'),
    amount('Pre_Billed_Amount'),
  ],
  OpportunityLineItem: [check('IsServicesProductLine'), check('Added_To_Project')],
  Product2: [check('IsServicesProduct')],
};

const extended = crmObjects.map((type): ObjectType => ({
  ...type,
  fields: [...type.fields, ...(added[type.name] ?? [])],
}));

/** An org in which the firm sells and delivers: the CRM's objects with the package's fields, and the package's own. */
export const psaObjects: ObjectType[] = [
  ...extended,
  ...peopleObjects,
  ...projectObjects,
  ...staffingObjects,
  ...timeObjects,
];

import {
  computed,
  currency,
  date,
  figure,
  flag,
  moment,
  picklist,
  reference,
  required,
  setOnce,
  systemFields,
  text,
} from './fields.js';
import type { ObjectType } from './org.js';
import { stageNames } from './stages.js';

// The doubles of an external id are allowed: this org did not mark the field as unique.
const externalId = text('External_Id__c', 80, { externalId: true });
const owner = reference('OwnerId', 'User', { relationshipName: undefined });

const account: ObjectType = {
  name: 'Account',
  prefix: '001',
  writable: true,
  fields: [
    ...systemFields,
    currency(),
    text('Name', 255, required),
    text('AccountNumber', 40),
    picklist('Type'),
    picklist('Industry'),
    text('BillingStreet'),
    text('BillingCity', 40),
    text('BillingState', 80),
    text('BillingPostalCode', 20),
    text('BillingCountry', 80),
    reference('ParentId', 'Account'),
    owner,
    text('Tax_Number__c', 40),
    text('Customer_Segment__c', 80),
    text('Customer_Code__c', 40),
    externalId,
  ],
  children: [{ relationshipName: 'Opportunities', object: 'Opportunity', field: 'AccountId' }],
};

const opportunity: ObjectType = {
  name: 'Opportunity',
  prefix: '006',
  writable: true,
  fields: [
    ...systemFields,
    currency(),
    text('Name', 120, required),
    reference('AccountId', 'Account'),
    picklist('StageName', stageNames, required),
    figure('Amount', 'currency'),
    figure('Probability', 'percent'),
    date('CloseDate', required),
    owner,
    flag('IsClosed', computed),
    flag('IsWon', computed),
    picklist('ForecastCategoryName', undefined, computed),
    moment('LastStageChangeDate', { ...computed, nillable: true }),
    picklist('Type'),
    text('Legal_Entity__c', 40),
    text('Delivery_Model__c', 80),
    text('Billing_Type__c', 80),
    text('Tax_Code__c', 40),
    text('Project_Template__c', 80),
    text('Cost_Center__c', 40),
    text('Practice__c', 80),
    text('Region__c', 80),
    text('Contract_Number__c', 80),
    date('Start_Date__c'),
    date('End_Date__c'),
    text('Opportunity_Code__c', 40),
    externalId,
  ],
  children: [
    { relationshipName: 'OpportunityLineItems', object: 'OpportunityLineItem', field: 'OpportunityId', isOwned: true },
  ],
};

const line: ObjectType = {
  name: 'OpportunityLineItem',
  prefix: '00k',
  writable: true,
  fields: [
    ...systemFields,
    currency(computed),
    reference('OpportunityId', 'Opportunity', setOnce),
    reference('PricebookEntryId', 'PricebookEntry', setOnce),
    reference('Product2Id', 'Product2', computed),
    figure('Quantity', 'double', required),
    figure('UnitPrice', 'currency', required),
    date('ServiceDate'),
  ],
  children: [],
};

const product: ObjectType = {
  name: 'Product2',
  prefix: '01t',
  writable: false,
  fields: [...systemFields, currency(), text('Name', 255, required), text('ProductCode'), flag('IsActive')],
  children: [],
};

const pricebookEntry: ObjectType = {
  name: 'PricebookEntry',
  prefix: '01u',
  writable: false,
  fields: [
    ...systemFields,
    currency(),
    reference('Product2Id', 'Product2', setOnce),
    figure('UnitPrice', 'currency', required),
    flag('IsActive'),
  ],
  children: [],
};

/** What this firm's sales people see; roles are products, because a role is what is sold. */
export const crmObjects: ObjectType[] = [account, opportunity, line, product, pricebookEntry];

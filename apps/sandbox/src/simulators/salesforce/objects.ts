/** The objects of this org and their fields; anything else is INVALID_FIELD or NOT_FOUND. */
export interface ObjectType {
  prefix: string;
  fields: string[];
  /** Fields callers may not write. */
  readOnly: string[];
  externalId?: string;
  /** Relationship name → field that holds the id, and the object it points to. */
  parents: Record<string, { field: string; object: string }>;
  /** Relationship name → child object and its field that points here. */
  children: Record<string, { object: string; field: string }>;
}

const system = ['Id', 'CreatedDate', 'LastModifiedDate', 'SystemModstamp', 'CurrencyIsoCode'];
const stamped = ['Id', 'CreatedDate', 'LastModifiedDate', 'SystemModstamp'];

export const objects: Record<string, ObjectType> = {
  Account: {
    prefix: '001',
    fields: [
      ...system,
      'Name',
      'AccountNumber',
      'Type',
      'Industry',
      'BillingStreet',
      'BillingCity',
      'BillingState',
      'BillingPostalCode',
      'BillingCountry',
      'ParentId',
      'OwnerId',
      'Tax_Number__c',
      'Customer_Segment__c',
      'Customer_Code__c',
      'External_Id__c',
    ],
    readOnly: stamped,
    externalId: 'External_Id__c',
    parents: {},
    children: { Opportunities: { object: 'Opportunity', field: 'AccountId' } },
  },
  Opportunity: {
    prefix: '006',
    fields: [
      ...system,
      'Name',
      'AccountId',
      'StageName',
      'Amount',
      'Probability',
      'CloseDate',
      'OwnerId',
      'IsClosed',
      'IsWon',
      'ForecastCategoryName',
      'Type',
      'Legal_Entity__c',
      'Delivery_Model__c',
      'Billing_Type__c',
      'Tax_Code__c',
      'Project_Template__c',
      'Cost_Center__c',
      'Practice__c',
      'Region__c',
      'Contract_Number__c',
      'Start_Date__c',
      'End_Date__c',
      'Opportunity_Code__c',
      'External_Id__c',
    ],
    readOnly: [...stamped, 'IsClosed', 'IsWon'],
    externalId: 'External_Id__c',
    parents: { Account: { field: 'AccountId', object: 'Account' } },
    children: { OpportunityLineItems: { object: 'OpportunityLineItem', field: 'OpportunityId' } },
  },
  OpportunityLineItem: {
    prefix: '00k',
    fields: [...system, 'OpportunityId', 'PricebookEntryId', 'Product2Id', 'Quantity', 'UnitPrice', 'ServiceDate'],
    readOnly: stamped,
    parents: {
      Opportunity: { field: 'OpportunityId', object: 'Opportunity' },
      Product2: { field: 'Product2Id', object: 'Product2' },
      PricebookEntry: { field: 'PricebookEntryId', object: 'PricebookEntry' },
    },
    children: {},
  },
  Product2: {
    prefix: '01t',
    fields: [...system, 'Name', 'ProductCode', 'IsActive'],
    readOnly: stamped,
    parents: {},
    children: {},
  },
  PricebookEntry: {
    prefix: '01u',
    fields: [...system, 'Product2Id', 'UnitPrice', 'IsActive'],
    readOnly: stamped,
    parents: { Product2: { field: 'Product2Id', object: 'Product2' } },
    children: {},
  },
};

/** A row: field → value; unset fields are null. */
export type Row = Record<string, string | number | boolean | null>;

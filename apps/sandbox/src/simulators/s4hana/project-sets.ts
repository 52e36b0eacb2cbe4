import { type EntitySet, hasMany, hasOne, linksTo, lists, properties } from './edm.js';

const blocks = `EntProjTimeRecgIsBlkd Boolean, EntProjStaffExpensePostgIsBlkd Boolean,
  EntProjServicePostingIsBlkd Boolean, EntProjOtherExpensePostgIsBlkd Boolean, EntProjPurchasingIsBlkd Boolean`;

/** Custom fields this firm added to projects; the vendor ends their names with the business context's code. */
export const customFields = `YY1_ContractNumber_PTD 60, YY1_TaxCode_PTD 60, YY1_DeliveryModel_PTD 60,
  YY1_BillingType_PTD 60`;

export const project: EntitySet = {
  name: 'A_EnterpriseProject',
  type: 'A_EnterpriseProjectType',
  keys: ['ProjectUUID'],
  properties: properties(`
    ProjectUUID Guid ro, ProjectInternalID 8 ro, Project 24, ProjectDescription 60, EnterpriseProjectType 2,
    PriorityCode 3, ProjectStartDate DateTime, ProjectEndDate DateTime, ActualStartDate DateTime,
    ActualEndDate DateTime, CustomerUUID Guid, EnterpriseProjectServiceOrg 5, EntProjectIsConfidential Boolean,
    RestrictedTimePosting 1, ProcessingStatus 2 ro, ResponsibleCostCenter 10, ProfitCenter 10, ProjectProfileCode 7,
    FunctionalArea 16, CompanyCode 4 ro, ControllingArea 4, Plant 4, Location 10, TaxJurisdiction 15,
    ProjectCurrency 5, AvailabilityControlProfile 6, AvailabilityControlIsActive Boolean, FunctionalLocation 40,
    IsBillingRelevant Boolean, InvestmentProfile 6, LastChangeDateTime DateTimeOffset ro,
    ProjectLastChangedDateTime DateTimeOffset ro, LastChangedByUser 12 ro, EntProjIsMultiSlsOrdItmsEnbld Boolean,
    ResultAnalysisInternalID 6, CostingSheet 6, ${customFields}`),
  navigations: {
    to_EnterpriseProjectElement: hasMany('A_EnterpriseProjectElement', { ProjectUUID: 'ProjectUUID' }),
    to_EntProjBlkFunc: hasOne('A_EnterpriseProjBlkFunc', { ProjectUUID: 'ProjectUUID' }),
  },
};

/** Elements of the work breakdown structure; the topmost one stands for the project itself. */
export const element: EntitySet = {
  name: 'A_EnterpriseProjectElement',
  type: 'A_EnterpriseProjectElementType',
  keys: ['ProjectElementUUID'],
  properties: properties(`
    ProjectElementUUID Guid ro, ProjectElement 24, WBSElementInternalID 8, ProjectUUID Guid fixed,
    ProjectElementDescription 60, ParentObjectUUID Guid, ProjectElementOrdinalNumber Int32 ro, ProcessingStatus 2 ro,
    EntProjectElementType 15, PlannedStartDate DateTime, PlannedEndDate DateTime, ActualStartDate DateTime,
    ActualEndDate DateTime, ResponsibleCostCenter 10, CompanyCode 4 ro, ProfitCenter 10, FunctionalArea 16,
    ControllingArea 4, Plant 4, Location 10, TaxJurisdiction 15, FunctionalLocation 40, FactoryCalendar 2,
    CostingSheet 6, InvestmentProfile 6, WBSIsStatisticalWBSElement Boolean, CostCenter 10,
    WBSElementIsBillingElement Boolean, ResultAnalysisInternalID 6, IsProjectMilestone 1, CreatedByUser 12 ro,
    CreationDateTime DateTimeOffset ro, LastChangeDateTime DateTimeOffset ro, LastChangedByUser 12 ro`),
  navigations: {
    to_EnterpriseProject: linksTo('A_EnterpriseProject', { ProjectUUID: 'ProjectUUID' }),
    to_ParentProjElement: linksTo('A_EnterpriseProjectElement', { ProjectElementUUID: 'ParentObjectUUID' }),
    to_SubProjElement: lists('A_EnterpriseProjectElement', { ParentObjectUUID: 'ProjectElementUUID' }),
    to_EntProjElmntBlkFunc: linksTo('A_EntProjElmntBlockFunc', { ProjectElementUUID: 'ProjectElementUUID' }),
  },
};

/** Which postings are blocked on a whole project. */
export const projectBlocks: EntitySet = {
  name: 'A_EnterpriseProjBlkFunc',
  type: 'A_EnterpriseProjBlkFuncType',
  keys: ['ProjectUUID'],
  properties: properties(`ProjectUUID Guid ro, ${blocks}`),
  navigations: { to_EnterpriseProject: linksTo('A_EnterpriseProject', { ProjectUUID: 'ProjectUUID' }) },
};

/** Which postings are blocked on one element. */
export const elementBlocks: EntitySet = {
  name: 'A_EntProjElmntBlockFunc',
  type: 'A_EntProjElmntBlockFuncType',
  keys: ['ProjectElementUUID'],
  properties: properties(`ProjectElementUUID Guid fixed, ProjectUUID Guid fixed, ${blocks}`),
  navigations: {
    to_EnterpriseProjectElement: linksTo('A_EnterpriseProjectElement', { ProjectElementUUID: 'ProjectElementUUID' }),
    to_EnterpriseProject: linksTo('A_EnterpriseProject', { ProjectUUID: 'ProjectUUID' }),
  },
};

import { type EntitySet, linksTo, lists, properties } from './edm.js';

export const controllingArea = 'A000';

/** Cost centres by validity: one centre has a row for each period, and only one of them is valid on a day. */
export const costCentre: EntitySet = {
  name: 'A_CostCenter',
  type: 'A_CostCenterType',
  keys: ['ControllingArea', 'CostCenter', 'ValidityEndDate'],
  properties: properties(`
    ControllingArea 4 ro, CostCenter 10 ro, ValidityEndDate DateTime ro, ValidityStartDate DateTime ro,
    CompanyCode 4 ro, CostCtrResponsiblePersonName 20 ro, CostCenterCurrency 5 ro, ProfitCenter 10 ro,
    Department 12 ro, CostCenterStandardHierArea 12 ro, CostCenterCategory 1 ro`),
  navigations: {
    to_Text: lists('A_CostCenterText', {
      ControllingArea: 'ControllingArea',
      CostCenter: 'CostCenter',
      ValidityEndDate: 'ValidityEndDate',
    }),
  },
};

/** The names of cost centres, by language and validity. */
export const costCentreText: EntitySet = {
  name: 'A_CostCenterText',
  type: 'A_CostCenterTextType',
  keys: ['Language', 'ControllingArea', 'CostCenter', 'ValidityEndDate'],
  properties: properties(`
    Language 2 ro, ControllingArea 4 ro, CostCenter 10 ro, ValidityEndDate DateTime ro,
    ValidityStartDate DateTime ro, CostCenterName 20 ro, CostCenterDescription 40 ro`),
  navigations: {
    to_CostCenter: linksTo('A_CostCenter', {
      ControllingArea: 'ControllingArea',
      CostCenter: 'CostCenter',
      ValidityEndDate: 'ValidityEndDate',
    }),
  },
};

import { createCustomerCompany, createSalesArea, updateCustomer, updateSalesArea } from './customer-rules.js';
import { costCentre, costCentreText } from './cost-centre-sets.js';
import { createDebitMemoRequest, updateDebitMemoRequest } from './debit-memo-rules.js';
import { properties } from './edm.js';
import * as partners from './partner-sets.js';
import {
  createAddress,
  createIdentification,
  createPartner,
  createTaxNumber,
  updatePartner,
  updateTaxNumber,
} from './partner-rules.js';
import { createElement, updateElement, updateElementBlocks } from './element-rules.js';
import { createProject, updateProject, updateProjectBlocks } from './project-rules.js';
import { element, elementBlocks, project, projectBlocks } from './project-sets.js';
import { changeElementStatus, changeProjectStatus } from './project-status.js';
import { billingDocument, billingItem, debitMemoItem, debitMemoPrice, debitMemoRequest } from './sales-sets.js';
import { named, type Service } from './service.js';
import { recordTime } from './time-rules.js';
import { timeSheet } from './timesheet-set.js';

const readOnly = { creates: {}, updates: {}, functions: {} };

const projects: Service = {
  name: 'API_ENTERPRISE_PROJECT_SRV',
  version: '0002',
  sets: named(project, element, projectBlocks, elementBlocks),
  creates: { [project.name]: createProject, [element.name]: createElement },
  updates: {
    [project.name]: updateProject,
    [element.name]: updateElement,
    [projectBlocks.name]: updateProjectBlocks,
    [elementBlocks.name]: updateElementBlocks,
  },
  functions: {
    ChangeEntProjProcgStatus: {
      set: project,
      parameters: properties('ProjectUUID Guid, ProcessingStatus 2'),
      call: changeProjectStatus,
    },
    ChangeEntProjElmntProcgStatus: {
      set: element,
      parameters: properties('ProjectElementUUID Guid, ProcessingStatus 2'),
      call: changeElementStatus,
    },
  },
};

const businessPartners: Service = {
  name: 'API_BUSINESS_PARTNER',
  version: '0001',
  sets: named(...Object.values(partners)),
  creates: {
    [partners.partner.name]: createPartner,
    [partners.taxNumber.name]: createTaxNumber,
    [partners.identification.name]: createIdentification,
    [partners.address.name]: createAddress,
    [partners.customerCompany.name]: createCustomerCompany,
    [partners.salesArea.name]: createSalesArea,
  },
  updates: {
    [partners.partner.name]: updatePartner,
    [partners.taxNumber.name]: updateTaxNumber,
    [partners.customer.name]: updateCustomer,
    [partners.salesArea.name]: updateSalesArea,
  },
  functions: {},
};

const timeSheets: Service = {
  name: 'API_MANAGE_WORKFORCE_TIMESHEET',
  version: '0001',
  sets: named(timeSheet),
  creates: { [timeSheet.name]: recordTime },
  updates: {},
  functions: {},
};

const debitMemoRequests: Service = {
  name: 'API_DEBIT_MEMO_REQUEST_SRV',
  version: '0001',
  sets: named(debitMemoRequest, debitMemoItem, debitMemoPrice),
  creates: { [debitMemoRequest.name]: createDebitMemoRequest },
  updates: { [debitMemoRequest.name]: updateDebitMemoRequest },
  functions: {},
};

const billingDocuments: Service = {
  ...readOnly,
  name: 'API_BILLING_DOCUMENT_SRV',
  version: '0001',
  sets: named(billingDocument, billingItem),
};

const costCentres: Service = {
  ...readOnly,
  name: 'API_COSTCENTER_SRV',
  version: '0001',
  sets: named(costCentre, costCentreText),
};

/** Every OData V2 service that has a communication arrangement. */
export const services: Service[] = [
  projects,
  businessPartners,
  timeSheets,
  debitMemoRequests,
  billingDocuments,
  costCentres,
];

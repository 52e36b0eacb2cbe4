import { createCustomerCompany, createSalesArea, updateCustomer, updateSalesArea } from './customer-rules.js';
import { costCentre, costCentreText } from './cost-centre-sets.js';
import { properties } from './edm.js';
import { createMemoRequest, updateMemoRequest } from './memo-request-rules.js';
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
import { addItem, createOrder, updateItem, updateOrder } from './purchase-order-rules.js';
import { accountAssignment, orderItem, purchaseOrder } from './purchasing-sets.js';
import { billingDocument, billingItem, creditMemo, debitMemo, type Memo } from './sales-sets.js';
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

const memoRequests = (name: string, memo: Memo): Service => ({
  name,
  version: '0001',
  sets: named(memo.request, memo.item, memo.price),
  creates: { [memo.request.name]: (world, draft) => createMemoRequest(world, memo, draft) },
  updates: { [memo.request.name]: (world, before, values) => updateMemoRequest(world, memo, before, values) },
  functions: {},
});

const purchaseOrders: Service = {
  name: 'API_PURCHASEORDER_PROCESS_SRV',
  version: '0001',
  sets: named(purchaseOrder, orderItem, accountAssignment),
  creates: { [purchaseOrder.name]: createOrder, [orderItem.name]: addItem },
  updates: { [purchaseOrder.name]: updateOrder, [orderItem.name]: updateItem },
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
  memoRequests('API_DEBIT_MEMO_REQUEST_SRV', debitMemo),
  memoRequests('API_CREDIT_MEMO_REQUEST_SRV', creditMemo),
  purchaseOrders,
  billingDocuments,
  costCentres,
];

import { ODataV2Service } from '#connector';

const service = (name: string): ODataV2Service => new ODataV2Service(`/sap/opu/odata/sap/${name}`);

export const projects = service('API_ENTERPRISE_PROJECT_SRV;v=0002');
export const partners = service('API_BUSINESS_PARTNER');
export const time = service('API_MANAGE_WORKFORCE_TIMESHEET');
export const costCentres = service('API_COSTCENTER_SRV');
export const debitMemos = service('API_DEBIT_MEMO_REQUEST_SRV');
export const creditMemos = service('API_CREDIT_MEMO_REQUEST_SRV');
export const purchaseOrders = service('API_PURCHASEORDER_PROCESS_SRV');
export const billing = service('API_BILLING_DOCUMENT_SRV');

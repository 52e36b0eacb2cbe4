import type { Connector } from '#connector';
import { s4hana as simulator } from '../../../apps/sandbox/src/simulators/s4hana/s4hana.simulator.js';
import { s4hana as connector } from '../../../apps/system-s4hana/src/connector.js';
import type { Platform, Trace } from '../platform.js';

const created = (service: string, set: string): Trace => ({
  sends: { method: 'POST', path: `/sap/opu/odata/sap/${service}/${set}` },
  entity: set,
  settledBy: 'reading',
  losses: ['commit-then-reset', 'truncate'],
});

export const s4hana: Platform = {
  connector: connector as unknown as Connector,
  simulator,
  instance: 's4hana',
  // The billing job of the tenant runs all the time, and purchasing entered the supplier by hand.
  beside: ({ app, world }) => {
    app.server.on('request', ({ url }) => {
      if (url?.includes('/A_BillingDocumentItem')) simulator.actions.runBilling!(world, {} as never);
    });
    world.store.put('A_BusinessPartner', '9901', {
      BusinessPartner: '9901',
      Supplier: '9901',
      BusinessPartnerCategory: '2',
      OrganizationBPName1: 'Northwind Staffing',
    });
  },
  asks: { erp: '/API_COSTCENTER_SRV/A_CostCenter' },
  traces: {
    erp: {
      putCustomer: created('API_BUSINESS_PARTNER', 'A_BusinessPartner'),
      putEmployee: {
        sends: { method: 'POST', path: '/sap/bc/srt/scs_ext/sap/workforcepersonmasterdatarepli' },
        entity: 'WorkforcePerson',
        settledBy: 'repeating',
        losses: ['commit-then-reset', 'truncate'],
      },
      putProject: created('API_ENTERPRISE_PROJECT_SRV;v=0002', 'A_EnterpriseProject'),
      putInvoice: created('API_DEBIT_MEMO_REQUEST_SRV', 'A_DebitMemoRequest'),
      putCreditMemo: created('API_CREDIT_MEMO_REQUEST_SRV', 'A_CreditMemoRequest'),
      putPurchaseCommitment: created('API_PURCHASEORDER_PROCESS_SRV', 'A_PurchaseOrder'),
      postBillableLines: created('API_MANAGE_WORKFORCE_TIMESHEET', 'TimeSheetEntryCollection'),
    },
  },
};

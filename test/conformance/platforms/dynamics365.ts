import type { Connector } from '#connector';
import { dynamics365 as simulator } from '../../../apps/sandbox/src/simulators/dynamics365/dynamics365.simulator.js';
import { dynamics365 as connector } from '../../../apps/system-dynamics365/src/connector.js';
import type { Platform, Trace } from '../platform.js';

const created = (set: string): Trace => ({
  sends: { method: 'POST', path: `/data/${set}` },
  entity: set,
  settledBy: 'reading',
  losses: ['commit-then-reset', 'truncate'],
});

const company = (legalEntity: string, dataArea: string) => ({
  legalEntity,
  dataArea,
  customerGroup: '10',
  hourJournal: 'Hours',
  revenueAccount: '401100',
});

export const dynamics365: Platform = {
  connector: connector as unknown as Connector,
  simulator,
  instance: 'dynamics365',
  unlisted: {
    settings: (address) => ({
      baseUrl: address,
      loginUrl: address,
      tenantId: 'meridian.example',
      clientId: 'secret:dynamics365.client-id',
      clientSecret: 'secret:dynamics365.client-secret',
      projectFields: {
        contractNumber: 'ContractNumber_Custom',
        taxCode: 'TaxCode_Custom',
        deliveryModel: 'DeliveryModel_Custom',
        billingType: 'BillingType_Custom',
      },
      companies: [company('MER-US', 'meus'), company('MER-DE', 'mede')],
    }),
  },
  // The posting job of the environment runs all the time.
  beside: ({ app, world }) =>
    app.server.on('request', ({ url }) => {
      if (url?.startsWith('/data/FreeTextInvoiceHeaders')) simulator.actions.postInvoices!(world, {} as never);
    }),
  asks: { erp: '/data/FinancialDimensionValues' },
  traces: {
    erp: {
      putCustomer: created('CustomersV3'),
      putEmployee: created('Workers'),
      putProject: created('ProjectsV2'),
      putInvoice: created('FreeTextInvoiceHeaders'),
      postBillableLines: { ...created('JournalTrans'), sends: { method: 'POST', path: '/data/$batch' } },
    },
  },
};

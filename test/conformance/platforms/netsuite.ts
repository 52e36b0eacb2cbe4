import type { Connector } from '#connector';
import { netsuite as simulator } from '../../../apps/sandbox/src/simulators/netsuite/netsuite.simulator.js';
import { netsuite as connector } from '../../../apps/system-netsuite/src/connector.js';
import type { Platform, Trace } from '../platform.js';

const upserted = (type: string): Trace => ({
  sends: { method: 'PUT', path: `/services/rest/record/v1/${type}` },
  entity: type,
  settledBy: 'repeating',
  // A write is answered without a body: there is nothing to cut in half.
  losses: ['commit-then-reset'],
});

export const netsuite: Platform = {
  connector: connector as unknown as Connector,
  simulator,
  instance: 'netsuite',
  // Finance entered the supplier by hand.
  beside: ({ world }) =>
    world.store.put('vendor', '9901', {
      id: '9901',
      entityId: 'Northwind Staffing',
      companyName: 'Northwind Staffing',
      subsidiary: '1',
      currency: '1',
      lastModifiedDate: '2026-01-01T00:00:00Z',
    }),
  asks: { erp: '/record/v1/department' },
  // In the vendor's words; its documentation names no time to come back, whatever stands before it may.
  slowDown: (seconds) => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
    body: {
      title: 'Too Many Requests',
      status: 429,
      'o:errorDetails': [
        { detail: 'Concurrent request limit exceeded. Request blocked.', 'o:errorCode': 'CONCURRENCY_LIMIT_EXCEEDED' },
      ],
    },
  }),
  traces: {
    erp: {
      putCustomer: upserted('customer'),
      putEmployee: upserted('employee'),
      putProject: upserted('job'),
      putInvoice: upserted('invoice'),
      putCreditMemo: upserted('creditMemo'),
      postBillableLines: upserted('timeBill'),
      putLabour: upserted('projectTask'),
      putPurchaseCommitment: upserted('purchaseOrder'),
    },
  },
};

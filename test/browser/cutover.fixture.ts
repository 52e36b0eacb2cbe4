import type { CutoverDetail, CutoverImpact, CutoverList } from '#contracts';

const impact: CutoverImpact = {
  legalEntity: 'MER-DE',
  projects: 4,
  openExceptions: 1,
  atRisk: [{ amount: '1350.00', currency: 'EUR' }],
  unbilledEntries: 12,
  unbilled: [{ amount: '14800.00', currency: 'EUR' }],
};

/** A switch that one person has asked for. */
export const cutovers: CutoverList = {
  items: [
    {
      decision: {
        domain: 'erp',
        legalEntity: 'MER-DE',
        id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
        action: 'switch',
        state: 'unconfirmed',
        live: 'netsuite',
        shadow: 's4hana',
        reason: 'the quarter is closed',
        requestedBy: 'Theo Lang',
        confirmedBy: null,
        since: null,
      },
      comparable: true,
      impact,
    },
  ],
  missing: [],
  asOf: '2026-11-22T08:00:00.000Z',
  lagSeconds: 0,
};

/** One workflow could go on with the other system, one could not. */
export const cutover: CutoverDetail = {
  report: {
    domain: 'erp',
    legalEntity: 'MER-DE',
    live: 'netsuite',
    shadow: 's4hana',
    ready: false,
    compared: [{ kind: 'billed hours', same: 431, different: 1 }],
    differences: [
      {
        record: 'time entry TE-7',
        field: 'amount',
        live: '1,350.00 EUR',
        shadow: '1,300.00 EUR',
        workflows: ['time-to-billing'],
      },
    ],
    verdicts: [
      { workflow: 'invoice-close', ready: true, done: 6, waiting: 0, failed: 0, reasons: [] },
      {
        workflow: 'time-to-billing',
        ready: false,
        done: 431,
        waiting: 2,
        failed: 1,
        reasons: ['time entry TE-7, amount: 1,350.00 EUR and 1,300.00 EUR'],
      },
    ],
    unsupported: ['closePurchaseOrder: a purchase order has no close'],
    unseen: ['exchange rates'],
    reasons: ['time entry TE-7, amount: 1,350.00 EUR and 1,300.00 EUR'],
    selection: '3f1c',
  },
  impact,
};

import { type Detector, longSince } from './detector.js';

/** Charges that no invoice asks for. */
export const billing: Detector = {
  id: 'Q17',
  name: 'Billing',
  watches: 'time posted to the ERP that is on no invoice in the time that takes',
  owner: 'finance-operations',
  runbook: 'time-to-billing',
  findings: (patience) => `
    select reference as record, 'posted and on no invoice' as label, project, updated_at as since, amount, currency
      from billing_line where state = 'posted' and invoice is null and ${longSince('updated_at', patience)}`,
};

import { type Detector, openExceptions, together } from './detector.js';

/** Billing that contract and delivery do not bear out. */
export const financialControl: Detector = {
  id: 'Q13',
  name: 'Financial control',
  watches:
    'projects billed beyond the value of their deal, active projects without a billing schedule, and terms without tax or rates',
  owner: 'finance-operations',
  runbook: 'exceptions',
  findings: () =>
    together(
      `select project.code as record, 'billed beyond the deal' as label, project.code as project, max(line.updated_at) as since,
              sum(line.amount) - deal.amount as amount, deal.currency
         from project join deal on deal.code = project.deal
         join billing_line line on line.project = project.code and line.state = 'posted' and line.currency = deal.currency
        group by project.code, deal.amount, deal.currency having sum(line.amount) > deal.amount`,
      `select project.code, 'active without a billing schedule', project.code, activated_at, deal.amount, deal.currency
         from project join deal on deal.code = project.deal where activated_at is not null and jsonb_array_length(deal.lines) = 0`,
      openExceptions(['K10', 'K19', 'K20', 'K27', 'K28']),
    ),
};

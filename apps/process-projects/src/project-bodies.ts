import type { erp } from '#contracts';
import type { EstateView } from '#platform';
import type { MobilisableDeal } from './mobilisation-rules.js';
import type { NewProject } from './project.repository.js';

type Line = MobilisableDeal['lines'][number];

/** What each system is told of a deal; mobilisation and change tell the same. */
export const customerOf = (deal: MobilisableDeal) => ({
  name: deal.account.name,
  taxNumber: deal.account.taxNumber,
  legalEntity: deal.legalEntity,
  currency: deal.amount.currency,
});

export const shellOf = (deal: MobilisableDeal, customerId: string) => ({
  name: deal.name,
  customerId,
  legalEntity: deal.legalEntity,
  currency: deal.amount.currency,
  startDate: deal.startDate,
  endDate: deal.endDate,
});

/** The rates as they were sold: they count from the beginning. */
export const ratesOf = (deal: MobilisableDeal): erp.BillingRate[] =>
  deal.lines.map(({ role, hourlyRate }) => ({ role, hourlyRate, effectiveFrom: null }));

export const billingOf = (deal: MobilisableDeal, rates: erp.BillingRate[]) => ({
  billingType: deal.billingType,
  contractNumber: deal.contractNumber,
  taxCode: deal.taxCode,
  deliveryModel: deal.deliveryModel,
  costCentre: deal.costCentre,
  rates,
});

export const workspaceOf = (deal: MobilisableDeal, clientId: string) => ({
  ...placeInTime(deal),
  clientId,
  currency: deal.amount.currency,
});

export const placeInTime = ({ name, startDate, endDate }: MobilisableDeal) => ({ name, startDate, endDate });

export const dimensionsOf = (deal: MobilisableDeal, erpProjectId: string) => ({
  legalEntity: deal.legalEntity,
  erpProjectId,
  costCentre: deal.costCentre,
  contractNumber: deal.contractNumber,
  deliveryModel: deal.deliveryModel,
});

export const demandOf = (
  deal: MobilisableDeal,
  project: string,
  { role, minutes }: Pick<Line, 'role' | 'minutes'>,
  estate: EstateView,
) => ({
  project,
  role,
  roleName: estate.mapped('roleNames', role) ?? role,
  minutes,
  startDate: deal.startDate,
  endDate: deal.endDate ?? deal.startDate,
});

export const registered = (
  deal: MobilisableDeal,
  { code, erpId, psaId }: { code: string; erpId: string; psaId: string },
): NewProject => ({
  code,
  name: deal.name,
  opportunityId: deal.id,
  opportunityCode: deal.code,
  client: deal.account.name,
  legalEntity: deal.legalEntity,
  currency: deal.amount.currency,
  contractNumber: deal.contractNumber,
  taxCode: deal.taxCode,
  startDate: deal.startDate,
  endDate: deal.endDate,
  rates: ratesOf(deal),
  erpId,
  psaId,
  status: 'active',
  deal,
});

import type { Project, ProjectView } from '#contracts';

/** Version 1 of a project, from version 2: flat, and with a place for the ERP and the PSA only. */
export function asVersion1({ deal, contract, period, references, ...same }: Project): ProjectView {
  const idIn = (wanted: 'erp' | 'psa'): string => references.find(({ domain }) => domain === wanted)!.id;
  return {
    ...same,
    opportunityId: deal.id,
    opportunityCode: deal.code,
    currency: contract.currency,
    contractNumber: contract.number,
    taxCode: contract.taxCode,
    startDate: period.start,
    endDate: period.end,
    erpId: idIn('erp'),
    psaId: idIn('psa'),
  };
}

import type { Customer, Firm, LegalEntity } from './firm.js';

/** The legal entity that works for a customer already, or else keeps books in the customer's currency. */
export function homeOf(firm: Firm, { code, name, currency }: Customer): LegalEntity {
  const project = firm.legacyProjects.find((candidate) => candidate.customer === code);
  const home =
    firm.legalEntities.find((entity) => entity.code === project?.legalEntity) ??
    firm.legalEntities.find((entity) => entity.currency === currency);
  if (!home) throw new Error(`no legal entity keeps books in ${currency}, the currency of ${name}`);
  return home;
}

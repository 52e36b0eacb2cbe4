import type { psa, Project } from '#contracts';
import { Failure, inForce, priceOfMinutes, sameAmount } from '#kernel';
import type { EstateView } from '#platform';
import type { BillingLine, PricedLine } from './billing-line.repository.js';

/** What is known about the project a line is for. */
export interface ProjectFacts {
  /** The terms agreed, where the project was mobilised here. */
  terms: Project | null;
  /** Its state in the ERP; null where the ERP does not know it. */
  erpStatus: 'pending' | 'active' | 'closed' | null;
}

/** The entry as it was approved, with what a person corrected laid over it. */
export const effective = (line: BillingLine): psa.TimeEntry => ({ ...line.entry, ...line.corrections });

/**
 * Holds an approved entry against the project's state, contract, role, rate, tax and legal entity, and prices it.
 * Throws the first rule it breaks as a named exception (K5, K6, K7, K8, K10, K19).
 */
export function priceLine(line: BillingLine, facts: ProjectFacts, estate: EstateView): PricedLine {
  const entry = effective(line);
  const refuse = refusal(entry);
  const project = openProject(entry, facts, refuse);
  const terms = completeTerms(project, facts, estate, refuse);
  if (!entry.workerNumber)
    throw refuse('unknown-worker', 'workerNumber', {
      what: 'was recorded by somebody without a worker number',
      remedy: 'onboard the worker, or correct the number here',
    });
  const { role, hourlyRate } = agreedRate(entry, terms, estate, refuse);
  return {
    reference: line.reference,
    project,
    legalEntity: terms.legalEntity,
    workerNumber: entry.workerNumber,
    role,
    hourlyRate,
    amount: priceOfMinutes(entry.minutes, hourlyRate),
  };
}

function openProject({ project }: psa.TimeEntry, { erpStatus }: ProjectFacts, refuse: Refuse): string {
  if (!project)
    throw refuse('unknown-project', 'project', {
      what: 'belongs to a project without our code',
      remedy: 'give the project its code in the PSA',
    });
  if (erpStatus === null)
    throw refuse('unknown-project', 'project', {
      what: `is on ${project}, which the ERP does not know`,
      remedy: 'mobilise the project, or correct the project here',
    });
  if (erpStatus !== 'active')
    throw refuse('project-not-active', 'project', {
      what: `is on ${project}, which is ${erpStatus} in the ERP`,
      remedy: 'reopen the project in the ERP and retry, correct the project, or skip the entry',
    });
  return project;
}

function completeTerms(project: string, { terms }: ProjectFacts, estate: EstateView, refuse: Refuse): Project {
  if (!terms)
    throw refuse('incomplete-contract', 'project', {
      what: `is on ${project}, for which no terms are registered`,
      remedy: 'register the contract by mobilising its deal',
    });
  if (!estate.legalEntity(terms.legalEntity))
    throw refuse('unknown-legal-entity', 'project', {
      what: `is on ${project} of unknown legal entity ${terms.legalEntity}`,
      remedy: 'add the legal entity to estate.yaml',
    });
  if (!estate.mapped('taxJurisdictions', terms.contract.taxCode))
    throw refuse('missing-tax-code', 'project', {
      what: `has tax code ${terms.contract.taxCode}, which is mapped to no jurisdiction`,
      remedy: 'add it to mappings.taxJurisdictions in estate.yaml',
    });
  return terms;
}

/** The day of work decides, whenever it is approved; the PSA may show the rate of another day. */
function agreedRate(entry: psa.TimeEntry, terms: Project, estate: EstateView, refuse: Refuse) {
  const card = terms.rates.filter(({ role }) => estate.mapped('roleNames', role) === entry.roleName);
  const agreed = inForce(card, entry.date);
  if (!agreed)
    throw refuse('role-not-on-card', 'roleName', {
      what: `was worked as ${entry.roleName ?? 'no role'}, which ${entry.project} has no rate for on that day`,
      remedy: 'correct the role to one that was sold, or skip the entry',
    });
  const { hourlyRate } = entry;
  if (!hourlyRate || !card.some((rate) => sameAmount(rate.hourlyRate, hourlyRate))) {
    const shown = hourlyRate ? `${hourlyRate.amount} ${hourlyRate.currency}` : 'none';
    throw refuse('rate-mismatch', 'hourlyRate', {
      what: `has rate ${shown}, agreed are ${agreed.hourlyRate.amount} ${agreed.hourlyRate.currency}`,
      remedy: 'correct the rate here or in the PSA, or change the contract',
    });
  }
  return agreed;
}

type Refuse = (code: string, field: string, reason: { what: string; remedy: string }) => Failure;

function refusal(entry: psa.TimeEntry): Refuse {
  const record = `time entry ${entry.id} (${entry.date}, ${entry.minutes} min)`;
  return (code, field, { what, remedy }) =>
    new Failure('rejected', `${record} ${what}`, { code, record, remedy, fields: [{ field, message: what }] });
}

/** What is at stake while a line is stopped: its price at the rate it carries. */
export const atRisk = (entry: psa.TimeEntry) =>
  entry.hourlyRate ? priceOfMinutes(entry.minutes, entry.hourlyRate) : null;

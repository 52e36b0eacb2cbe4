import type { psa, ProjectView } from '#contracts';
import { Failure, priceOfMinutes, sameAmount } from '#kernel';
import type { EstateView } from '#platform';
import type { BillingLine, PricedLine } from './billing-line.repository.js';

/** What is known about the project a line is for. */
export interface ProjectFacts {
  /** The terms agreed, where the project was mobilised here. */
  terms: ProjectView | null;
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
  if (!entry.project)
    throw refuse(
      'unknown-project',
      'project',
      'belongs to a project without our code',
      'give the project its code in the PSA',
    );
  if (facts.erpStatus === null)
    throw refuse(
      'unknown-project',
      'project',
      `is on ${entry.project}, which the ERP does not know`,
      'mobilise the project, or correct the project here',
    );
  if (facts.erpStatus !== 'active') {
    throw refuse(
      'project-not-active',
      'project',
      `is on ${entry.project}, which is ${facts.erpStatus} in the ERP`,
      'reopen the project in the ERP and retry, correct the project, or skip the entry',
    );
  }
  const { terms } = facts;
  if (!terms)
    throw refuse(
      'incomplete-contract',
      'project',
      `is on ${entry.project}, for which no terms are registered`,
      'register the contract by mobilising its deal',
    );
  if (!estate.legalEntity(terms.legalEntity))
    throw refuse(
      'unknown-legal-entity',
      'project',
      `is on ${entry.project} of unknown legal entity ${terms.legalEntity}`,
      'add the legal entity to estate.yaml',
    );
  if (!estate.mapped('taxJurisdictions', terms.taxCode))
    throw refuse(
      'missing-tax-code',
      'project',
      `has tax code ${terms.taxCode}, which is mapped to no jurisdiction`,
      'add it to mappings.taxJurisdictions in estate.yaml',
    );
  if (!entry.workerNumber)
    throw refuse(
      'unknown-worker',
      'workerNumber',
      'was recorded by somebody without a worker number',
      'onboard the worker, or correct the number here',
    );
  const rate = agreedRate(entry, terms, estate);
  if (!rate)
    throw refuse(
      'role-not-on-card',
      'roleName',
      `was worked as ${entry.roleName ?? 'no role'}, which ${entry.project} has no rate for`,
      'correct the role to one that was sold, or skip the entry',
    );
  if (!entry.hourlyRate || !sameAmount(entry.hourlyRate, rate.hourlyRate)) {
    const shown = entry.hourlyRate ? `${entry.hourlyRate.amount} ${entry.hourlyRate.currency}` : 'none';
    throw refuse(
      'rate-mismatch',
      'hourlyRate',
      `has rate ${shown}, agreed are ${rate.hourlyRate.amount} ${rate.hourlyRate.currency}`,
      'correct the rate here or in the PSA, or change the contract',
    );
  }
  return {
    reference: line.reference,
    project: entry.project,
    legalEntity: terms.legalEntity,
    workerNumber: entry.workerNumber,
    role: rate.role,
    hourlyRate: rate.hourlyRate,
    amount: priceOfMinutes(entry.minutes, rate.hourlyRate),
  };
}

const agreedRate = (entry: psa.TimeEntry, terms: ProjectView, estate: EstateView) =>
  terms.rates.find(({ role }) => estate.mapped('roleNames', role) === entry.roleName);

type Refuse = (code: string, field: string, what: string, remedy: string) => Failure;

function refusal(entry: psa.TimeEntry): Refuse {
  const record = `time entry ${entry.id} (${entry.date}, ${entry.minutes} min)`;
  return (code, field, what, remedy) =>
    new Failure('rejected', `${record} ${what}`, { code, record, remedy, fields: [{ field, message: what }] });
}

/** What is at stake while a line is stopped: its price at the rate it carries. */
export const atRisk = (entry: psa.TimeEntry) =>
  entry.hourlyRate ? priceOfMinutes(entry.minutes, entry.hourlyRate) : null;

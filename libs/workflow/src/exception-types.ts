import type { Failure, FailureKind } from '#kernel';

/** A kind of business exception: its class in the catalogue and who settles it unless a workflow says otherwise. */
export interface ExceptionType {
  class: string;
  owner: string;
}

/** Every exception a workflow can raise by name. */
const types: Record<string, ExceptionType> = {
  'duplicate-project': { class: 'K1', owner: 'pmo' },
  'duplicate-worker': { class: 'K2', owner: 'hr-operations' },
  'duplicate-customer': { class: 'K9', owner: 'finance-operations' },
  'project-not-active': { class: 'K5', owner: 'finance-operations' },
  'unknown-legal-entity': { class: 'K6', owner: 'finance-operations' },
  'unknown-project': { class: 'K7', owner: 'pmo' },
  'rate-mismatch': { class: 'K8', owner: 'finance-operations' },
  'role-not-on-card': { class: 'K8', owner: 'finance-operations' },
  'missing-customer': { class: 'K9', owner: 'sales-operations' },
  'incomplete-contract': { class: 'K10', owner: 'sales-operations' },
  'contract-without-rates': { class: 'K10', owner: 'sales-operations' },
  'missing-cost-centre': { class: 'K11', owner: 'finance-operations' },
  'missing-attribute': { class: 'K12', owner: 'hr-operations' },
  'billing-setup-failed': { class: 'K13', owner: 'finance-operations' },
  'unmapped-grade': { class: 'K16', owner: 'hr-operations' },
  'unknown-worker': { class: 'K12', owner: 'hr-operations' },
  'missing-tax-code': { class: 'K19', owner: 'finance-operations' },
  'posting-refused': { class: 'K21', owner: 'finance-operations' },
  'approval-rejected': { class: 'K24', owner: 'integration-operations' },
  'workflow-version-missing': { class: 'K22', owner: 'integration-operations' },
  'schema-violation': { class: 'K22', owner: 'integration-operations' },
};

const byKind: Partial<Record<FailureKind, ExceptionType>> = {
  forbidden: { class: 'K25', owner: 'integration-operations' },
  throttled: { class: 'K26', owner: 'integration-operations' },
  unavailable: { class: 'K26', owner: 'integration-operations' },
};

export const exceptionTypeOf = (failure: Failure): ExceptionType =>
  types[failure.detail.code ?? ''] ?? byKind[failure.kind] ?? { class: 'K22', owner: 'integration-operations' };

/** Whether the failure is one of the catalogue, whose owner is known; of any other the workflow says whose it is. */
export const isNamedException = (failure: Failure): boolean => (failure.detail.code ?? '') in types;

export * from './addresses.js';
export * from './app.js';
export type { AuditHead, AuditRefs } from './audit/audit-chain.js';
export { type AuditEntry, auditTrail, instant, recordAudit } from './audit/audit-log.js';
export { CreateAudit1700000000030, GuardAuditHead1700000000052 } from './audit/audit-schema.js';
export { type AuditReport, auditSchemas, verifyAudit } from './audit/verify-audit.js';
export * from './auth/endpoint.js';
export type { Caller } from './auth/guard.js';
export { nameOf, type Person } from './auth/person.js';
export * from './auth/tokens.js';
export * from './background-loop.js';
export * from './config.js';
export * from './context.js';
export { publishedContract, type PublishedContract } from './contract/published-contract.js';
export * from './database.js';
export * from './mail.js';
export { classified } from './classified.js';
export { type DatabaseRoles, grantRows } from './database-owner.js';
export * from './estate/estate.js';
export * from './estate/estate-view.js';
export { lateness, stakeOf } from './estate/at-stake.js';
export type { AlertRoute, AlertsConfig } from './estate/alert-config.js';
export type { IntercompanyPrice } from './estate/billing-config.js';
export { cutOffOf, postingDay } from './estate/posting-window.js';
export { loadEstate, loadProposal } from './estate/load-estate.js';
export {
  type ApprovalRule,
  Policies,
  type ProjectChangePolicy,
  type WorkerChange,
  workerChanges,
} from './estate/policies.js';
export type { RoleConstraint } from './estate/staffing-config.js';
export * from './health.controller.js';
export * from './group-commit.js';
export * from './http/idempotency-key.js';
export { once } from './http/once.js';
export { Projects } from './http/projects.js';
export { Workers } from './http/workers.js';
export * from './http/service-client.js';
export * from './http/systems.js';
export * from './logger.js';
export * from './openapi.js';
export { allItems, heldBy, itemName, itemNamed, writersOf } from './ownership/known-items.js';
export { type Item, legalEntityIn, Ownership, type Refusal } from './ownership/ownership.js';
export { citation } from './ownership/places.js';
export { scopeWords } from './ownership/scope.js';
export * from './problem.js';
export { type RoutePair, Routing } from './routing/routing.js';
export { CreateRouting1700000000090 } from './routing/routing-schema.js';
export { ShadowNotes } from './routing/shadow-notes.js';
export { type Identity, type ShadowRequest, shadowRules } from './routing/shadow-rules.js';
export * from './secrets.js';
export { answeredFields, fieldsOf, sentFields } from './usage/field-tree.js';
export { UsageCounter } from './usage/usage-counter.js';
export { BreachRepository, type RecordedBreach } from './contract/breach.repository.js';
export { type RecordedUse, UsageRepository } from './usage/usage.repository.js';
export * from './validation.js';

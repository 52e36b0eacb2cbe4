export { diff } from './diff.js';
export type { Area, DiffOptions, Direction, Finding, Level, OperationId } from './finding.js';
export type { Use } from './impact/touches.js';
export { type Harm, type Impact, type KnownConsumer, type UsageRecord, whoIsHurt } from './impact/who-is-hurt.js';
export { endedBetween, type Ending, endingsIn, judgeEndings, silentBy, together } from './policy/endings.js';
export {
  type Exemption,
  type ExemptionProblem,
  type Exemptions,
  excuse,
  judgeExemptions,
} from './policy/exemptions.js';
export {
  type Calling,
  type Deprecation,
  judgeDeprecation,
  judgeRetirement,
  type Lifecycle,
  lifecycle,
  noticeDays,
  type Retirement,
} from './policy/lifecycle.js';
export { isAllowed, type Objection, type PolicyRule, policyRules } from './policy/objection.js';
export { type Bump, parseVersion, raised } from './policy/semver.js';
export { judgeProposal, type Proposal, type Verdict } from './policy/versioning.js';
export { bundle } from './read/bundle.js';
export { decoded } from './read/decoded.js';
export { readDocument, type Document } from './read/document.js';
export { Unreadable, type Problem } from './read/unreadable.js';
export { html } from './report/html.js';
export { markdown } from './report/markdown.js';
export { counted, type Report, sentences, shortly } from './report/report.js';
export { changelog } from './report/changelog.js';
export { sarif } from './report/sarif.js';

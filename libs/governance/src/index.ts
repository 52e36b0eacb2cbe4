export { diff } from './diff.js';
export type { Area, DiffOptions, Direction, Finding, Level, OperationId } from './finding.js';

export { diff } from './diff.js';
export type { Area, DiffOptions, Direction, Finding, Level, OperationId } from './finding.js';
export { bundle } from './read/bundle.js';
export { readDocument, type Document } from './read/document.js';
export { Unreadable, type Problem } from './read/unreadable.js';

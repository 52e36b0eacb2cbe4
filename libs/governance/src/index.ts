export { diff } from './diff.js';
export type { Area, DiffOptions, Direction, Finding, Level, OperationId } from './finding.js';
export { bundle } from './read/bundle.js';
export { readDocument, type Document } from './read/document.js';
export { Unreadable, type Problem } from './read/unreadable.js';
export { html } from './report/html.js';
export { markdown } from './report/markdown.js';
export type { Report } from './report/report.js';
export { sarif } from './report/sarif.js';

export * from './definition.js';
export * from './exception.repository.js';
export * from './exception-types.js';
export * from './flow.js';
export * from './process-app.js';
export * from './replay.js';
export type { RunRow, StepRow } from './run.repository.js';
export { RunService, type Settlement } from './run.service.js';
export { WorkflowViews } from './views.js';

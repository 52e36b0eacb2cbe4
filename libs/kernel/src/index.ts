export * from './failure.js';
export * from './money.js';
export * from './dates.js';
export * from './wall-time.js';
export * from './ids.js';
export * from './failpoint.js';
export * from './urgency.js';

export * from './failure.js';
export * from './money.js';
export * from './dates.js';
export * from './ids.js';

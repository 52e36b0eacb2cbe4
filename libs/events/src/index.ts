export * from './event.js';
export * from './outbox.js';
export * from './schema.js';
export * from './subscription.js';

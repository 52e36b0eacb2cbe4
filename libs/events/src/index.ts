export * from './event.js';
export * from './outbox.js';
export * from './schema.js';
export * from './subscription.js';
export { type Poison, type Quarantine, retryDelivery, skipDelivery } from './delivery.js';
export * from './delivery-schema.js';
export * from './newest.js';
export * from './subscriptions.js';

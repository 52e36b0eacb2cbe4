export * from './capabilities.controller.js';
export * from './connector.js';
export { retryAfter } from './http/classify.js';
export { type Session, SessionKeeper, type TokenRequest } from './http/session.js';
export type { Vendor, VendorReply, VendorRequest } from './http/vendor.js';
export * from './operations.js';
export * from './status/status.controller.js';
export * from './system-app.js';
export type { CustomerQuery } from './domains/erp.js';

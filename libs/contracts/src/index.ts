export * from './fields.js';
export * from './shared.js';
export * as crm from './crm/v1.js';
export * as hr from './hr/v1.js';
export * as identity from './identity/v1.js';
export * as erp from './erp/v1.js';
export * as psa from './psa/v1.js';
export * as scheduling from './scheduling/v1.js';
export * from './events/catalogue.js';

// Generated from openapi/ by `npm run contracts:print`; do not edit.
export * as billingV1 from './billingV1.js';
export * as crmV1 from './crmV1.js';
export * as erpV1 from './erpV1.js';
export * as governanceV1 from './governanceV1.js';
export * as hrV1 from './hrV1.js';
export * as identityV1 from './identityV1.js';
export * as operationsV1 from './operationsV1.js';
export * as payrollV1 from './payrollV1.js';
export * as portalV1 from './portalV1.js';
export * as projectsV1 from './projectsV1.js';
export * as projectsV2 from './projectsV2.js';
export * as psaV1 from './psaV1.js';
export * as schedulingV1 from './schedulingV1.js';
export * as staffingV1 from './staffingV1.js';
export * as workforceV1 from './workforceV1.js';

import { actions } from './actions.js';
import { crmObjects } from './objects.js';
import { orgSimulator } from './org-simulator.js';
import { crmRules } from './rules.js';
import { seed } from './seed.js';

/** A Salesforce org in which the firm sells. */
export const salesforce = orgSimulator({
  name: 'salesforce',
  objects: crmObjects,
  rules: crmRules,
  seed,
  actions,
  domains: ['crm'],
  captured: ['Account', 'Opportunity', 'OpportunityLineItem'],
});

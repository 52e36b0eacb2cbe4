import {
  CreateBilling1700000000020,
  IndexBilling1700000000038,
  IndexBillingChanges1700000000100,
} from './billing-schema.js';
import { CreateIntercompany1700000000050 } from './intercompany/intercompany-schema.js';

/** How the app's own tables came to be, in order. */
export const billingMigrations = [
  CreateBilling1700000000020,
  IndexBilling1700000000038,
  CreateIntercompany1700000000050,
  IndexBillingChanges1700000000100,
];

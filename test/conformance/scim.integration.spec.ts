import { conform } from './conform.js';
import { scim } from './platforms/scim.js';

conform(scim);

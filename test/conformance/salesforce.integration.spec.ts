import { conform } from './conform.js';
import { salesforce } from './platforms/salesforce.js';

conform(salesforce);

import { conform } from './conform.js';
import { adp } from './platforms/adp.js';

conform(adp);

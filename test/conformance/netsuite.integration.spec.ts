import { conform } from './conform.js';
import { netsuite } from './platforms/netsuite.js';

conform(netsuite);

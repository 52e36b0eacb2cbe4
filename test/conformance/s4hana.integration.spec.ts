import { conform } from './conform.js';
import { s4hana } from './platforms/s4hana.js';

conform(s4hana);

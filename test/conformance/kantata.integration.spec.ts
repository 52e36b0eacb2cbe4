import { conform } from './conform.js';
import { kantata } from './platforms/kantata.js';

conform(kantata);

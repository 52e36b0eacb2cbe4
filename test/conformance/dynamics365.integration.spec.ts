import { conform } from './conform.js';
import { dynamics365 } from './platforms/dynamics365.js';

conform(dynamics365);

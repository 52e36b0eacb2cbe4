import { conform } from './conform.js';
import { workday } from './platforms/workday.js';

conform(workday);

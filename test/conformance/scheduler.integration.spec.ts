import { conform } from './conform.js';
import { scheduler } from './platforms/scheduler.js';

conform(scheduler);

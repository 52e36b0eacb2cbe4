import { conform } from './conform.js';
import { bamboohr } from './platforms/bamboohr.js';

conform(bamboohr);

import { conform } from './conform.js';
import { payrollCsv } from './platforms/payrollcsv.js';

conform(payrollCsv);

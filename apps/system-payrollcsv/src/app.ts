import { systemApp } from '#connector';
import { payrollCsv } from './connector.js';

export const app = systemApp('system-payrollcsv', payrollCsv);

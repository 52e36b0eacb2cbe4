import { defineConnector } from '#connector';
import { putPayData } from './pay-data.js';
import { PayrollCsvSettings } from './settings.js';

/** A folder that a payroll office takes files from. */
export const payrollCsv = defineConnector<PayrollCsvSettings>({
  platform: 'payrollcsv',
  title: 'Payroll by CSV files',
  settings: PayrollCsvSettings,
  address: null,
  signIn: () => Promise.resolve({ headers: {} }),
  classify: () => null,
  limits: { concurrency: 1, timeoutMs: 10_000 },
  domains: { payroll: { putPayData } },
  feeds: [],
});

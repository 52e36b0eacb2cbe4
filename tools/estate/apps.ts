import type { AppDefinition, Estate } from '#platform';
import { app as experience } from '../../apps/experience-api/src/app.js';
import { app as billing } from '../../apps/process-billing/src/app.js';
import { app as governance } from '../../apps/process-governance/src/app.js';
import { app as operations } from '../../apps/process-operations/src/app.js';
import { app as projects } from '../../apps/process-projects/src/app.js';
import { app as staffing } from '../../apps/process-staffing/src/app.js';
import { app as workforce } from '../../apps/process-workforce/src/app.js';
import { app as adp } from '../../apps/system-adp/src/app.js';
import { app as bamboohr } from '../../apps/system-bamboohr/src/app.js';
import { app as certinia } from '../../apps/system-certinia/src/app.js';
import { app as dynamics365 } from '../../apps/system-dynamics365/src/app.js';
import { app as entra } from '../../apps/system-entra/src/app.js';
import { app as float } from '../../apps/system-float/src/app.js';
import { app as kantata } from '../../apps/system-kantata/src/app.js';
import { app as netsuite } from '../../apps/system-netsuite/src/app.js';
import { app as payrollCsv } from '../../apps/system-payrollcsv/src/app.js';
import { app as s4hana } from '../../apps/system-s4hana/src/app.js';
import { app as salesforce } from '../../apps/system-salesforce/src/app.js';
import { app as scheduler } from '../../apps/system-scheduler/src/app.js';
import { app as scim } from '../../apps/system-scim/src/app.js';
import { app as scimInbound } from '../../apps/system-scim-inbound/src/app.js';
import { app as workday } from '../../apps/system-workday/src/app.js';

/** Every app, in the order in which they start: what others call comes first. */
export const apps: AppDefinition[] = [
  salesforce,
  bamboohr,
  kantata,
  netsuite,
  scim,
  s4hana,
  dynamics365,
  certinia,
  float,
  workday,
  entra,
  scimInbound,
  adp,
  payrollCsv,
  scheduler,
  workforce,
  projects,
  billing,
  staffing,
  operations,
  governance,
  experience,
];

/** The apps an estate needs: of the system apps, those whose platform it has an instance of. */
export function appsOf({ instances }: Estate): AppDefinition[] {
  const needed = new Set(instances.map(({ platform }) => `system-${platform}`));
  return apps.filter(({ name }) => !name.startsWith('system-') || needed.has(name));
}

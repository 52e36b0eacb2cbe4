import type { Connector } from '#connector';
import { adp } from '../../apps/system-adp/src/connector.js';
import { bamboohr } from '../../apps/system-bamboohr/src/connector.js';
import { certinia } from '../../apps/system-certinia/src/connector.js';
import { dynamics365 } from '../../apps/system-dynamics365/src/connector.js';
import { entra } from '../../apps/system-entra/src/connector.js';
import { float } from '../../apps/system-float/src/connector.js';
import { kantata } from '../../apps/system-kantata/src/connector.js';
import { netsuite } from '../../apps/system-netsuite/src/connector.js';
import { payrollCsv } from '../../apps/system-payrollcsv/src/connector.js';
import { s4hana } from '../../apps/system-s4hana/src/connector.js';
import { salesforce } from '../../apps/system-salesforce/src/connector.js';
import { scheduler } from '../../apps/system-scheduler/src/connector.js';
import { scim } from '../../apps/system-scim/src/connector.js';
import { scimInbound } from '../../apps/system-scim-inbound/src/connector.js';
import { workday } from '../../apps/system-workday/src/connector.js';

/** Every connector there is. */
export const connectors = [
  salesforce,
  bamboohr,
  workday,
  scim,
  entra,
  scimInbound,
  netsuite,
  s4hana,
  dynamics365,
  kantata,
  certinia,
  float,
  adp,
  payrollCsv,
  scheduler,
] as unknown as Connector[];

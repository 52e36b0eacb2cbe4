import { billingKpis } from './billing-kpis.js';
import type { Kpi } from './kpi.js';
import { operationKpis } from './operation-kpis.js';
import { peopleKpis } from './people-kpis.js';
import { projectKpis } from './project-kpis.js';
import { staffingKpis } from './staffing-kpis.js';

/** Every figure there is, each defined once. */
export const kpis: readonly Kpi[] = [...billingKpis, ...projectKpis, ...staffingKpis, ...peopleKpis, ...operationKpis];

import type { World } from '../../core/simulator.js';

/**
 * What the integration's security group may see, by domain. Who lacks a domain gets replies without what it secures,
 * and no word about it; whole REST resources are refused. Assumption, unconfirmed by the vendor: the names of the
 * domains of workers.
 */
const domains = {
  'Worker Data: Public Worker Reports': ['Include_Personal_Information', 'Include_Reference'],
  'Worker Data: Current Staffing Information': ['Include_Employment_Information', 'Include_Additional_Jobs'],
  'Worker Data: Compensation': ['Include_Compensation'],
  'Worker Data: Organization Information': ['Include_Organizations', 'Include_Roles', 'Include_Management_Chain_Data'],
  'Worker Data: Skills and Experience': ['Include_Skills'],
  'Worker Data: Transaction Log': ['Include_Transaction_Log_Data'],
  'Worker Data: Time Off': ['timeOffDetails'],
  'Worker Data: Leave of Absence': ['leavesOfAbsence'],
  'Set Up: Holiday Calendars': ['Get_Holiday_Calendars'],
} as const;

export type Domain = keyof typeof domains;

/** Nobody gives an integration pay without a reason. */
const refusedAtFirst: Domain[] = ['Worker Data: Compensation'];

type Secured = (typeof domains)[Domain][number];

export function maySee(world: World, what: Secured): boolean {
  const secured = Object.entries(domains) as [Domain, readonly string[]][];
  const domain = secured.find(([, names]) => names.includes(what))![0];
  return world.store.get<{ granted: boolean }>('permission', domain)?.granted ?? !refusedAtFirst.includes(domain);
}

/** An administrator changes what the integration may see. */
export function setPermission(world: World, { domain, granted }: { domain: string; granted: boolean }): void {
  if (!(domain in domains))
    throw new Error(`there is no domain "${domain}": use one of ${Object.keys(domains).join(', ')}`);
  world.store.put('permission', domain, { granted });
}

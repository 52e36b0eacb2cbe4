/** A kind of record in a product, and how many of it the month makes. */
type Made = readonly [simulator: string, entity: string, count: number];

/** The example firm on some products, and what each of them is to be asked for. */
export interface EstateOfProducts {
  name: string;
  file: string;
  basePort: number;
  apps: number;
  /** Projects in ERP and PSA: three deals of MER-US and two of MER-DE are mobilised. */
  projects: Made[];
  /** 37 people are onboarded: 22 of MER-US and 15 of MER-DE. */
  accounts: Made[];
  /** Time charged in the ERP: 288 entries of MER-US and 155 of MER-DE. */
  charges: Made[];
  /** How many products hold a person of MER-DE. */
  holders: number;
  /** Worker whose leave is taken out of the schedule → what is made for it there. */
  absences: Record<string, readonly [simulator: string, entity: string]>;
  /**
   * Certinia has no role on a timecard: it is that of the assignment. Time in a role that was not sold shows by its rate
   * only.
   */
  hasRoleOfAssignment: boolean;
  /** The request to the ERP that MER-US uses by which it makes a project. */
  lostReply: { simulator: string; method: string; path: string };
  /** What is asked of the scheduler of MER-US to publish demand, where that is not all it is asked. */
  demand: { simulator: string; path?: string };
}

const netsuite = { simulator: 'netsuite', method: 'PUT', path: '/job' };
const s4hana = { simulator: 's4hana', method: 'POST', path: '/A_EnterpriseProject' };
const demandInKantata = { simulator: 'kantata', path: '/workspace_resources' };
const inKantata = ['kantata', 'time_off_entry'] as const;
const inFloat = ['float', 'timeoffs'] as const;

const estates: Record<string, EstateOfProducts> = {
  us: {
    name: 'BambooHR, Kantata and NetSuite',
    file: 'estate.yaml',
    basePort: 15_600,
    apps: 12,
    projects: [
      ['netsuite', 'job', 5],
      ['kantata', 'workspace', 5],
    ],
    accounts: [['scim', 'User', 37]],
    charges: [['netsuite', 'timeBill', 443]],
    holders: 3,
    absences: { 1005: inKantata },
    hasRoleOfAssignment: false,
    lostReply: netsuite,
    demand: demandInKantata,
  },
  global: {
    name: 'Workday, Certinia, Float and S/4HANA',
    file: 'estate.global.yaml',
    basePort: 15_800,
    apps: 14,
    projects: [
      ['s4hana', 'A_EnterpriseProject', 5],
      ['certinia', 'pse__Proj__c', 5],
    ],
    accounts: [['scim', 'User', 37]],
    charges: [['s4hana', 'TimeSheetEntryCollection', 443]],
    holders: 4,
    absences: { 1005: inFloat },
    hasRoleOfAssignment: true,
    lostReply: s4hana,
    demand: { simulator: 'float' },
  },
  mixed: {
    name: 'both, each legal entity on its own',
    file: 'estate.mixed.yaml',
    basePort: 16_000,
    apps: 16,
    projects: [
      ['netsuite', 'job', 3],
      ['kantata', 'workspace', 3],
      ['s4hana', 'A_EnterpriseProject', 2],
      ['certinia', 'pse__Proj__c', 2],
    ],
    accounts: [['scim', 'User', 37]],
    charges: [
      ['netsuite', 'timeBill', 288],
      ['s4hana', 'TimeSheetEntryCollection', 155],
    ],
    holders: 4,
    absences: { 1005: inKantata, 1026: inFloat },
    hasRoleOfAssignment: false,
    lostReply: netsuite,
    demand: demandInKantata,
  },
};

/** Those that ESTATES names, separated by commas; all of them without it. */
export function chosenEstates(): EstateOfProducts[] {
  const names = process.env.ESTATES ? process.env.ESTATES.split(',') : Object.keys(estates);
  return names.map((name) => {
    const estate = estates[name];
    if (!estate) throw new Error(`there is no estate "${name}": use ${Object.keys(estates).join(', ')}`);
    return estate;
  });
}

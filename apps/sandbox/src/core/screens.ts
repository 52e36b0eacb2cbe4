import type { Customer, Opportunity, OpportunityLine, Worker } from '../firm/firm.js';
import type { World } from './simulator.js';

/** What a product is used for; the same words as in `estate.yaml`. */
export type Domain = 'crm' | 'hr' | 'identity' | 'erp' | 'psa' | 'scheduling';

/**
 * What the firm's people do at the screens of a product, whichever it is: the input of each action. Dates are
 * `YYYY-MM-DD`, amounts decimal strings in the project's currency, durations whole minutes.
 */
export interface Screens {
  crm: {
    createAccount: { customer: Customer };
    editAccount: { code: string; fields: { taxNumber?: string } };
    createOpportunity: { opportunity: Opportunity; lines: OpportunityLine[] };
    editOpportunity: { code: string; fields: { taxCode?: string } };
    closeOpportunity: { code: string; outcome: 'win' | 'lost' };
  };
  hr: {
    hire: { worker: Worker };
    editEmployee: { number: string; fields: { costCentre?: string; grade?: string; email?: string } };
    recordLeave: Leave;
    withdrawLeave: { id: string };
    /** In a calendar of the product's, where it has more than one. */
    addHoliday: { calendar: string; date: string; name: string };
    removeHoliday: { calendar: string; date: string };
  };
  scheduling: { staff: Staff };
  /** Of an ERP that makes invoices when somebody tells it to; others make them at once. */
  erp: { runBilling: Record<string, never> };
  psa: {
    logTime: LogTime;
    submitAndApproveTime: { projectRef: string; timeEntryIds?: string[] };
    /** Of a timecard with several days the date says which. */
    editTimeEntry: { id: string; fields: { hourlyRate?: string; minutes?: number }; date?: string };
  };
}

export interface Leave {
  number: string;
  startDate: string;
  endDate: string;
  /** `vacation`, `sick` or `parental`; a product may know more. */
  kind: string;
  /** Null for whole days. */
  minutesPerDay: number | null;
  /** True unless said. */
  approved?: boolean;
}

export interface Staff {
  projectRef: string;
  roleName: string;
  email: string;
  startDate: string;
  endDate: string;
  minutes: number;
  hourlyRate: string;
}

export interface LogTime {
  projectRef: string;
  email: string;
  date: string;
  minutes: number;
  roleName: string;
  billable: boolean;
  notes: string;
  /** Typed in over the rate agreed for the person. */
  hourlyRate?: string;
}

/** A project in the ERP of one legal entity by which it charges another, which is its customer there. */
export interface IntercompanyProject {
  code: string;
  /** Legal entities; the currency is that of the charges. */
  employing: string;
  contracting: string;
  currency: string;
}

/** Something to do at the screens of whichever product is used for it. */
export type ScreenAction = {
  [D in keyof Screens]: {
    [A in keyof Screens[D]]: { domain: D; action: A; input: Screens[D][A] };
  }[keyof Screens[D]];
}[keyof Screens];

/** What somebody of a legal entity does, once by its name. */
export type Deed = ScreenAction & { name: string; legalEntity: string };

/** The actions a product of a domain has, and others; `W` is what the product's own actions take for a world. */
export type ScreensOf<D extends keyof Screens, W = World> = {
  [A in keyof Screens[D]]: (world: W, input: Screens[D][A]) => unknown;
} & Record<string, (world: W, input: never) => unknown>;

/**
 * A consulting firm in plain words, before any vendor's shape: what the files under `examples/<firm>/` hold.
 * Dates are `YYYY-MM-DD`, amounts decimal strings, durations integer minutes.
 */
export interface Firm {
  name: string;
  legalEntities: LegalEntity[];
  costCentres: CostCentre[];
  roles: Role[];
  skills: Skill[];
  workers: Worker[];
  customers: Customer[];
  opportunities: Opportunity[];
  opportunityLines: OpportunityLine[];
  staffing: Staffing[];
  timeEntries: TimeEntry[];
  legacyProjects: LegacyProject[];
}

export interface LegalEntity {
  code: string;
  name: string;
  currency: string;
  country: string;
}

export interface CostCentre {
  code: string;
  name: string;
  legalEntity: string;
}

export interface Role {
  code: string;
  name: string;
}

export interface Skill {
  code: string;
  name: string;
  category: string;
}

export interface Worker {
  /** The employee number, e.g. `1042`. */
  number: string;
  firstName: string;
  lastName: string;
  email: string;
  hireDate: string;
  employmentType: 'Full-Time' | 'Part-Time' | 'Contractor';
  legalEntity: string;
  /** Empty where the firm's HR data lacks it. */
  costCentre: string;
  location: string;
  country: string;
  grade: string;
  jobTitle: string;
  /** Employee number of the manager, empty at the top. */
  manager: string;
  weeklyHours: number;
  /** Yearly or hourly pay; restricted, must never leave the HR system. */
  pay: string;
  skills: string[];
}

export interface Customer {
  code: string;
  name: string;
  taxNumber: string;
  country: string;
  city: string;
  currency: string;
  segment: string;
  industry: string;
  /** Already known to finance: seeded in the ERP too. */
  inErp: boolean;
}

export interface Opportunity {
  code: string;
  name: string;
  customer: string;
  legalEntity: string;
  currency: string;
  amount: string;
  closeDate: string;
  startDate: string;
  endDate: string;
  deliveryModel: string;
  billingType: string;
  taxCode: string;
  template: string;
  costCentre: string;
  practice: string;
  region: string;
  contractNumber: string;
  /** What the firm's people do with it in the main job. */
  outcome: 'win' | 'open' | 'lost';
}

/** One role sold on an opportunity. */
export interface OpportunityLine {
  opportunity: string;
  role: string;
  hours: number;
  hourlyRate: string;
}

/** Who is put on which role of a won opportunity. */
export interface Staffing {
  opportunity: string;
  role: string;
  worker: string;
  startDate: string;
  endDate: string;
  minutes: number;
}

export interface TimeEntry {
  ref: string;
  /** Code of an opportunity or of a legacy project. */
  project: string;
  worker: string;
  date: string;
  minutes: number;
  role: string;
  /** Hourly; empty means the rate of the line sold. */
  hourlyRate: string;
  billable: boolean;
  notes: string;
}

/** A project from before the gateway, seeded in ERP and PSA under the same reference. */
export interface LegacyProject {
  code: string;
  name: string;
  customer: string;
  legalEntity: string;
  currency: string;
  startDate: string;
  endDate: string;
  /** Closed in the ERP, forgotten open in the PSA. */
  erpStatus: 'open' | 'closed';
  role: string;
  hourlyRate: string;
  workers: string[];
}

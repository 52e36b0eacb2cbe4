import type { Firm } from './firm.js';

/** A list of the firm, by its name in `Firm`. */
export type ListName = Exclude<keyof Firm, 'name'>;

/** What the cells of a column may hold. */
export interface Column {
  is: 'text' | 'date' | 'whole' | 'amount' | 'yes/no' | 'list';
  /** May be left empty. */
  empty?: true;
  /** No two rows of the file may hold the same. */
  unique?: true;
  oneOf?: readonly string[];
  /** Holds the code of a row in one of these lists. */
  names?: readonly ListName[];
}

const text: Column = { is: 'text' };
const maybe: Column = { is: 'text', empty: true };
const code: Column = { is: 'text', unique: true };
const date: Column = { is: 'date' };
const whole: Column = { is: 'whole' };
const amount: Column = { is: 'amount' };
const flag: Column = { is: 'yes/no' };
const oneOf = (...words: string[]): Column => ({ is: 'text', oneOf: words });
const names = (...lists: ListName[]): Column => ({ is: 'text', names: lists });

/** The column that identifies a row, in the lists others refer to. */
export const codeColumn: Partial<Record<ListName, string>> = {
  legalEntities: 'code',
  costCentres: 'code',
  roles: 'code',
  skills: 'code',
  workers: 'number',
  customers: 'code',
  opportunities: 'code',
  legacyProjects: 'code',
};

/** Each list of the firm: its file and what the file's columns hold. */
export const firmFiles: Record<ListName, { file: string; columns: Record<string, Column> }> = {
  legalEntities: { file: 'legal-entities.csv', columns: { code, name: text, currency: text, country: text } },
  costCentres: { file: 'cost-centres.csv', columns: { code, name: text, legalEntity: names('legalEntities') } },
  roles: { file: 'roles.csv', columns: { code, name: text } },
  skills: { file: 'skills.csv', columns: { code, name: text, category: text } },
  workers: {
    file: 'workers.csv',
    columns: {
      number: code,
      firstName: text,
      lastName: text,
      email: maybe,
      hireDate: date,
      employmentType: oneOf('Full-Time', 'Part-Time', 'Contractor'),
      legalEntity: names('legalEntities'),
      costCentre: { ...names('costCentres'), empty: true },
      location: text,
      country: text,
      grade: text,
      jobTitle: text,
      manager: { ...names('workers'), empty: true },
      weeklyHours: whole,
      pay: text,
      skills: { is: 'list', empty: true, names: ['skills'] },
    },
  },
  customers: {
    file: 'customers.csv',
    columns: {
      code,
      name: text,
      taxNumber: text,
      country: text,
      city: text,
      currency: text,
      segment: text,
      industry: text,
      inErp: flag,
    },
  },
  opportunities: {
    file: 'opportunities.csv',
    columns: {
      code,
      name: text,
      customer: names('customers'),
      // A deal may name a legal entity that does not exist: sales typed it, and finding it is part of the story.
      legalEntity: text,
      currency: text,
      amount,
      closeDate: date,
      startDate: date,
      endDate: date,
      deliveryModel: text,
      billingType: text,
      taxCode: maybe,
      template: text,
      costCentre: names('costCentres'),
      practice: text,
      region: text,
      contractNumber: maybe,
      outcome: oneOf('win', 'open', 'lost'),
    },
  },
  opportunityLines: {
    file: 'opportunity-lines.csv',
    columns: { opportunity: names('opportunities'), role: names('roles'), hours: whole, hourlyRate: amount },
  },
  staffing: {
    file: 'staffing.csv',
    columns: {
      opportunity: names('opportunities'),
      role: names('roles'),
      worker: names('workers'),
      startDate: date,
      endDate: date,
      minutes: whole,
    },
  },
  timeEntries: {
    file: 'time-entries.csv',
    columns: {
      ref: code,
      project: names('opportunities', 'legacyProjects'),
      worker: names('workers'),
      date,
      minutes: whole,
      role: names('roles'),
      hourlyRate: { is: 'amount', empty: true },
      billable: flag,
      notes: maybe,
    },
  },
  legacyProjects: {
    file: 'legacy-projects.csv',
    columns: {
      code,
      name: text,
      customer: names('customers'),
      legalEntity: names('legalEntities'),
      currency: text,
      startDate: date,
      endDate: date,
      erpStatus: oneOf('open', 'closed'),
      role: names('roles'),
      hourlyRate: amount,
      workers: { is: 'list', empty: true, names: ['workers'] },
    },
  },
};

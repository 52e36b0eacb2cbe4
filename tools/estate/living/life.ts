import type { ScreenAction } from '../../../apps/sandbox/src/core/screens.js';
import type { Firm } from '../../../apps/sandbox/src/firm/firm.js';
import { Random } from '../../chaos/random.js';
import { branches, type Branch } from './branches.js';
import { type Team, teamsOf } from './teams.js';

/** One thing somebody of the firm does at a vendor's screen. */
export type PlannedDeed = Draft & {
  /** Its place in the plan, from 0. */
  number: number;
  habit: string;
};

/** A deed before it has its place in the plan. */
export type Draft = ScreenAction & {
  legalEntity: string;
  /** What it is about: deeds about the same are done one after the other. */
  subject: string;
  /** As a line about it says, after who did it. */
  text: string;
  /** The deed that made the record this one is about, which only the vendor can name. */
  recordOf?: number;
  /** Lasts so many weeks from the day on which it is done, which only the calendar can name. */
  weeks?: number;
};

/** A way of working that shows now and then; a habit knows the firm's life, and nothing of any vendor. */
export interface Habit {
  name: string;
  /** How often it shows, against the others. */
  weight: number;
  /** What is done on one occasion; null while there is no occasion for it. */
  occasion: (life: Life) => Draft[] | null;
}

export interface Consultant {
  number: string;
  email: string;
  name: string;
  grade: string;
  branch: Branch;
  /** Code of the deal they are on. */
  deal: string | null;
  /** The first working day they have not asked to be away on. */
  freeFrom: number;
  isNew: boolean;
}

export interface Customer {
  code: string;
  name: string;
  branch: Branch;
}

export interface Place {
  consultant: Consultant;
  /** The next working day on which time is recorded. */
  nextDay: number;
}

export interface Deal {
  code: string;
  project: string;
  branch: Branch;
  /** Price of an hour, as agreed. */
  hourlyRate: string;
  places: Place[];
  /** The next working day that was forgotten: time of it comes in late. */
  nextLateDay: number;
  entries: number;
  /** Recorded and not approved yet. */
  open: Entry[];
  /** The last entry that was approved and that nobody has changed since. */
  approved: Entry | null;
}

export interface Entry {
  /** Deed that recorded it. */
  deed: number;
  date: string;
  minutes: number;
}

/** What somebody got wrong, and how it will be put right. */
export interface Mistake {
  /** Not before this deed: nobody notices at once. */
  notBefore: number;
  draft: Draft;
  /** What is possible once it is right. */
  mended?: () => void;
}

export interface Away {
  deed: number;
  consultant: Consultant;
  startDate: string;
}

/** How many deeds make a working day of the firm. */
const deedsADay = 24;
/** Monday after the example's month. */
const firstDay = Date.UTC(2026, 10, 2);
const dayMs = 86_400_000;

/** The day with this number, Mondays to Fridays only. */
export function workingDay(number: number): string {
  const days = Math.floor(number / 5) * 7 + (((number % 5) + 5) % 5);
  return new Date(firstDay + days * dayMs).toISOString().slice(0, 10);
}

/** What the firm has done and may do next, as its people know it; whatever happens in it comes from a seed. */
export class Life {
  readonly random: Random;
  /** Place of the next deed. */
  number = 0;
  readonly consultants: Consultant[];
  readonly customers: Customer[] = [];
  /** Of the example's deals, those whose weeks to come are not planned yet. */
  teams: Team[];
  deals: Deal[] = [];
  mistakes: Mistake[] = [];
  away: Away[] = [];
  private readonly counts = new Map<string, number>();

  constructor(firm: Firm, seed: number) {
    this.random = new Random(seed);
    this.consultants = benchOf(firm);
    this.teams = teamsOf(firm);
    for (const branch of branches)
      for (const code of branch.customers)
        this.customers.push({ code, name: firm.customers.find((one) => one.code === code)!.name, branch });
  }

  get today(): number {
    return Math.floor(this.number / deedsADay);
  }

  /** Counts up, by kind. */
  next(kind: string): number {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    return count;
  }

  count(kind: string): number {
    return this.counts.get(kind) ?? 0;
  }

  /** True as often as that, of a hundred times. */
  happens(percent: number): boolean {
    return this.random.next() * 100 < percent;
  }

  /** One of those there are, or null. */
  pick<T>(items: readonly T[]): T | null {
    return items.length > 0 ? this.random.oneOf(items) : null;
  }
}

/** Whoever the example's month leaves without a project, and whose HR data is whole. */
function benchOf(firm: Firm): Consultant[] {
  const staffed = new Set(firm.staffing.map(({ worker }) => worker));
  return firm.workers
    .filter(({ number, costCentre, email, grade }) => !staffed.has(number) && costCentre && email && grade !== 'Fellow')
    .flatMap(({ number, email, firstName, lastName, grade, legalEntity }): Consultant[] => {
      const branch = branches.find((one) => one.legalEntity === legalEntity);
      const name = `${firstName} ${lastName}`;
      return branch ? [{ number, email, name, grade, branch, deal: null, freeFrom: 0, isNew: false }] : [];
    });
}

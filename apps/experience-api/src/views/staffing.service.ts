import { Injectable } from '@nestjs/common';
import type {
  AssignmentQuestion,
  AssignmentAtRiskPage,
  HeatMap,
  HeatMapQuery,
  MoneyValue,
  PageQuery,
  WhatIf,
  WhatIfMonth,
} from '#contracts';
import { addMoney, monthOf, negateMoney, priceOfMinutes } from '#kernel';
import { cutOffOf, type EstateView } from '#platform';
import type { FreshnessRepository } from '../readmodels/freshness.repository.js';
import type { Sources } from '../sources.js';
import { byWorker, heatMapOf, spread } from './heat-map.js';
import { pageOf, stretchOf } from './page.js';
import type { StaffingRepository, Terms } from './staffing.repository.js';

export interface StaffingParts {
  staffing: StaffingRepository;
  sources: Pick<Sources, 'staffing'>;
  estate: EstateView;
  freshness: FreshnessRepository;
}

/** Who can work how much, and what a change of an assignment would do. */
@Injectable()
export class StaffingService {
  constructor(private readonly parts: StaffingParts) {}

  async heatMap({ by = 'practice', ...query }: HeatMapQuery): Promise<HeatMap> {
    const { staffing, freshness } = this.parts;
    const [weeks, sold, fresh] = await Promise.all([staffing.weeks(by), staffing.sold(), freshness.now()]);
    const rows = by === 'worker' ? byWorker(weeks) : heatMapOf(weeks, sold, (deal) => deal[by]);
    const stretch = stretchOf(query);
    return { ...pageOf(rows.slice(stretch.from, stretch.from + stretch.limit + 1), stretch), ...fresh };
  }

  atRisk(query: PageQuery): Promise<AssignmentAtRiskPage> {
    return this.parts.sources.staffing.listAssignmentsAtRisk(query);
  }

  /** Nothing is changed: the rules are those an assignment in the scheduler would be held to. */
  async whatIf(question: AssignmentQuestion, now = new Date()): Promise<WhatIf> {
    const { sources, freshness } = this.parts;
    const [check, terms, former, fresh] = await Promise.all([
      sources.staffing.checkAssignment({ ...question }),
      this.terms(question.project, question.role),
      question.assignment ? this.former(question.assignment) : null,
      freshness.now(),
    ]);
    const outcome = marginOf(question.minutes, terms);
    return {
      valid: check.valid,
      findings: check.findings,
      ...outcome,
      marginChange: former && changeOf(outcome.margin, marginOf(former.minutes, former.terms).margin),
      months: this.months({ ...question, terms }, former, now),
      ...fresh,
    };
  }

  /** The assignment that would be replaced, as far as it says when, on what and as what. */
  private async former(id: string): Promise<PricedWork | null> {
    const before = await this.parts.staffing.assignment(id);
    const role = before?.role && this.parts.estate.mappedFrom('roleNames', before.role);
    if (!before?.project || !before.startDate || !before.endDate || !role) return null;
    const { minutes, startDate, endDate, project } = before;
    return { minutes, startDate, endDate, terms: await this.terms(project, role) };
  }

  private async terms(project: string, role: string): Promise<Terms | null> {
    return this.parts.staffing.terms(project, role, this.parts.estate.mapped('roleNames', role) ?? role);
  }

  private months(work: PricedWork, former: PricedWork | null, now: Date): WhatIfMonth[] {
    const window = this.parts.estate.estate.postingWindows.find(
      ({ legalEntity }) => legalEntity === work.terms?.legalEntity,
    );
    const after = spread(work, monthOf);
    const before = former ? spread(former, monthOf) : new Map<string, number>();
    return [...new Set([...after.keys(), ...before.keys()])].sort().map((month): WhatIfMonth => {
      const minutes = after.get(month) ?? 0;
      const revenue = worthOf(minutes, work.terms);
      const cutOff = (window && cutOffOf(window, month)) ?? null;
      return {
        month,
        minutes,
        revenue,
        revenueChange: former && changeOf(revenue, worthOf(before.get(month) ?? 0, former.terms)),
        cutOff: cutOff?.toISOString() ?? null,
        secondsToCutOff: cutOff && Math.max(0, Math.round((cutOff.getTime() - now.getTime()) / 1000)),
      };
    });
  }
}

/** Work between two days, and what an hour of it is worth. */
interface PricedWork {
  minutes: number;
  startDate: string;
  endDate: string;
  terms: Terms | null;
}

const worthOf = (minutes: number, terms: Terms | null): MoneyValue | null =>
  terms?.hourlyRate ? priceOfMinutes(minutes, terms.hourlyRate) : null;

function marginOf(minutes: number, terms: Terms | null): Pick<WhatIf, 'revenue' | 'cost' | 'margin'> {
  const revenue = worthOf(minutes, terms);
  const cost = terms?.hourlyCost ? priceOfMinutes(minutes, terms.hourlyCost) : null;
  return { revenue, cost, margin: changeOf(revenue, cost) };
}

/** One less the other; null where one is not known, or they are in different currencies. */
const changeOf = (one: MoneyValue | null, other: MoneyValue | null): MoneyValue | null =>
  one && other && one.currency === other.currency ? addMoney(one, negateMoney(other)) : null;

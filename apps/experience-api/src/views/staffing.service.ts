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
  async whatIf(question: AssignmentQuestion): Promise<WhatIf> {
    const { staffing, sources, freshness } = this.parts;
    const [check, terms, fresh] = await Promise.all([
      sources.staffing.checkAssignment({ ...question }),
      this.terms(question.project, question.role),
      freshness.now(),
    ]);
    const before = question.assignment ? await staffing.assignment(question.assignment) : null;
    const outcome = marginOf(question.minutes, terms);
    const formerRole = before?.role && this.parts.estate.mappedFrom('roleNames', before.role);
    const former =
      before?.project && formerRole
        ? marginOf(before.minutes, await this.terms(before.project, formerRole)).margin
        : null;
    return {
      valid: check.valid,
      findings: check.findings,
      ...outcome,
      marginChange: changeOf(outcome.margin, former),
      months: this.months(question, terms),
      ...fresh,
    };
  }

  private async terms(project: string, role: string): Promise<Terms | null> {
    return this.parts.staffing.terms(project, role, this.parts.estate.mapped('roleNames', role) ?? role);
  }

  private months(question: AssignmentQuestion, terms: Terms | null): WhatIfMonth[] {
    const window = this.parts.estate.estate.postingWindows.find(
      ({ legalEntity }) => legalEntity === terms?.legalEntity,
    );
    return [...spread(question, monthOf)].map(([month, minutes]) => ({
      month,
      minutes,
      revenue: terms?.hourlyRate ? priceOfMinutes(minutes, terms.hourlyRate) : null,
      cutOff: (window && cutOffOf(window, month)?.toISOString()) ?? null,
    }));
  }
}

function marginOf(minutes: number, terms: Terms | null): Pick<WhatIf, 'revenue' | 'cost' | 'margin'> {
  const revenue = terms?.hourlyRate ? priceOfMinutes(minutes, terms.hourlyRate) : null;
  const cost = terms?.hourlyCost ? priceOfMinutes(minutes, terms.hourlyCost) : null;
  return { revenue, cost, margin: changeOf(revenue, cost) };
}

/** One less the other; null where one is not known, or they are in different currencies. */
const changeOf = (one: MoneyValue | null, other: MoneyValue | null): MoneyValue | null =>
  one && other && one.currency === other.currency ? addMoney(one, negateMoney(other)) : null;

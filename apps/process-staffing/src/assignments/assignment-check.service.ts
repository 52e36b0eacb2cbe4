import type { AssignmentCheck, AssignmentQuestion } from '#contracts';
import type { EstateView } from '#platform';
import { type Facts, findingsOf, worthOf } from './assignment-rules.js';
import type { People } from '../people/people.js';
import { isTooLong, type StaffingFacts } from './staffing-facts.js';

/** Answers whether an assignment would be valid, by the rules a real one is held to; changes nothing. */
export class AssignmentCheckService {
  constructor(
    private readonly people: People,
    private readonly facts: StaffingFacts,
    private readonly estate: EstateView,
  ) {}

  async check(question: AssignmentQuestion): Promise<AssignmentCheck> {
    const facts = await this.factsFor(question);
    const findings = findingsOf(facts, this.estate).map(({ code, field, message }) => ({ code, field, message }));
    return { valid: findings.length === 0, findings, value: worthOf(facts) };
  }

  private async factsFor({ assignment, ...asked }: AssignmentQuestion): Promise<Facts> {
    const except = assignment ?? null;
    const { workerNumber, startDate: from, endDate: to } = asked;
    const known = await this.facts.project(asked.project);
    const found = await this.people.hired(workerNumber);
    const isSpan = from <= to && !isTooLong(from, to);
    const scheduler = known && this.estate.instanceFor('scheduling', known.project.legalEntity).name;
    return {
      wanted: { ...asked, id: except, roleName: this.estate.mapped('roleNames', asked.role) ?? asked.role },
      worker: found?.worker ?? null,
      project: known?.project ?? null,
      isStaffingReady: known?.isStaffingReady ?? false,
      calendar: found && isSpan ? await this.people.calendarOf(found, { from, to }) : { holidays: [], leave: [] },
      others: scheduler && isSpan ? await this.facts.bookings(scheduler, { workerNumber, from, to, except }) : [],
    };
  }
}

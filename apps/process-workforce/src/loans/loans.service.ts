import { Injectable } from '@nestjs/common';
import { events, holders, type LoanList, type LoanRequest, type WorkerLoan, type WorkerPlace } from '#contracts';
import { eventOf, publish } from '#events';
import { Failure, type FieldProblem, newId, today } from '#kernel';
import { currentContext, type EstateView, nameOf, once, type Person as Caller, recordAudit } from '#platform';
import type { RunService } from '#workflow';
import type { Carried } from '../carried.js';
import type { Person, PersonRepository } from '../person.repository.js';
import { lendWorker } from './lend-worker.workflow.js';
import type { LoanRepository } from './loan.repository.js';
import { guestHolders, type Loan } from './loan.js';

export interface LoanParts {
  people: PersonRepository;
  loans: LoanRepository;
  estate: EstateView;
  runs: Pick<RunService, 'begin'>;
}

const shownAtOnce = 500;

/** Lends workers of one legal entity to another, and takes them back. */
@Injectable()
export class LoansService {
  constructor(private readonly parts: LoanParts) {}

  /** Failures: `not-found`, `conflict` for somebody who left or is lent there already, `rejected` with the fields. */
  async lend(number: string, request: LoanRequest, caller: Caller): Promise<WorkerLoan> {
    const { loans, runs } = this.parts;
    const { carried } = await this.person(number);
    this.check(carried, request);
    const { legalEntity, costCentre, until = null, reason } = request;
    return once(loans.database, async (manager) => {
      const id = newId();
      const input = { loan: id, workerNumber: number, legalEntity, costCentre, until };
      const { id: runId } = await runs.begin(manager, lendWorker, input);
      const loan = { id, workerNumber: number, legalEntity, costCentre, until, runId };
      if (!(await loans.begin(manager, loan))) throw lentAlready(number, legalEntity);
      await recordAudit(manager, {
        actor: nameOf(caller),
        action: 'worker.lend',
        subject: `worker/${number}`,
        reason,
        after: { legalEntity, costCentre, until: until ?? 'open' },
      });
      return loanView({ ...loan, places: {}, isOver: false });
    });
  }

  async list(): Promise<LoanList> {
    const all = await this.parts.loans.all(shownAtOnce);
    return {
      items: all.map((loan) => {
        const { workerNumber, name, employing } = loan;
        return { workerNumber, name, employing, ...loanView(loan) };
      }),
    };
  }

  /** Tells that a loan ends today; the run that keeps it ends the worker there. */
  async takeBack(number: string, legalEntity: string, reason: string, caller: Caller): Promise<WorkerLoan> {
    const { loans, estate } = this.parts;
    const { carried } = await this.person(number);
    return once(loans.database, async (manager) => {
      const loan = (await loans.of(number)).find((one) => one.legalEntity === legalEntity);
      if (!loan) throw new Failure('not-found', `worker ${number} is not lent to ${legalEntity}`, { code: 'no-loan' });
      const lastDay = today(new Date(), estate.timeZoneOf(carried));
      const over = eventOf({
        type: events.workerLoanOver,
        source: '/apps/process-workforce',
        subject: `worker/${number}`,
        key: loan.id,
        correlationId: currentContext().correlationId,
        data: { loan: loan.id, workerNumber: number, legalEntity, lastDay },
      });
      await publish(manager, [over]);
      await recordAudit(manager, {
        actor: nameOf(caller),
        action: 'worker.take-back',
        subject: `worker/${number}`,
        reason,
        after: { legalEntity, lastDay },
      });
      return loanView(loan);
    });
  }

  private async person(number: string): Promise<Person> {
    const person = await this.parts.people.get(number);
    if (person.standing !== 'left') return person;
    throw new Failure('conflict', `worker ${number} left the firm on ${person.lastDay}`, { code: 'not-active' });
  }

  private check(carried: Carried, request: LoanRequest): void {
    const fields = problemsOf(carried, request, this.parts.estate);
    if (fields.length === 0) return;
    const what = fields.map(({ message }) => message).join('; ');
    throw new Failure('rejected', `worker ${carried.number} cannot be lent: ${what}`, { code: 'not-lendable', fields });
  }
}

function problemsOf(carried: Carried, { legalEntity, until }: LoanRequest, estate: EstateView): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!estate.legalEntity(legalEntity))
    problems.push({ field: 'legalEntity', message: `"${legalEntity}" is not a legal entity of this estate` });
  else if (guestHolders(carried, legalEntity, estate).length === 0)
    problems.push({
      field: 'legalEntity',
      message: `${legalEntity} has the platforms of ${carried.legalEntity}, which know the worker`,
    });
  if (until && until < today(new Date(), estate.timeZoneOf(carried)))
    problems.push({ field: 'until', message: `${until} is over` });
  return problems;
}

const lentAlready = (number: string, legalEntity: string): Failure =>
  new Failure('conflict', `worker ${number} is lent to ${legalEntity} already`, {
    code: 'lent-already',
    remedy: 'end the loan first to make another one',
  });

/** How a loan is shown. */
export const loanView = ({ legalEntity, costCentre, until, runId, places }: Loan): WorkerLoan => ({
  legalEntity,
  costCentre,
  until,
  runId,
  places: placesOf(places),
});

/** Places in the order of a working life. */
export const placesOf = (places: Person['places']): WorkerPlace[] =>
  holders.flatMap((system) => (places[system] ? [{ system, ...places[system] }] : []));

import { Injectable } from '@nestjs/common';
import type { LoanOverview, LoanRequest, LoanReturn, WorkerLoan } from '#contracts';
import type { Caller } from '#platform';
import { Parts, type Sources } from '../sources.js';

/** Workers who work for another legal entity on its platforms. */
@Injectable()
export class LoansService {
  constructor(private readonly sources: Pick<Sources, 'workforce'>) {}

  async list(): Promise<LoanOverview> {
    const answers = new Parts();
    const none = { items: [] };
    const { items } = await answers.get('process-workforce', () => this.sources.workforce.listLoans({}), none);
    return { items, missing: answers.missing };
  }

  begin(number: string, key: string, body: LoanRequest, caller: Caller): Promise<WorkerLoan> {
    return this.sources.workforce.beginLoan({ number, key, actingFor: caller, body });
  }

  end(at: { number: string; legalEntity: string }, key: string, body: LoanReturn, caller: Caller): Promise<WorkerLoan> {
    return this.sources.workforce.endLoan({ ...at, key, actingFor: caller, body });
  }
}

import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LoanOverview, LoanRequest, LoanReturn, WorkerLoan } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { LoansService } from './loans.service.js';

/** Workers who work for another legal entity. */
@ApiTags('people')
@ForAudience()
@Controller('v1')
export class LoansController {
  constructor(private readonly loans: LoansService) {}

  @Get('loans')
  @Endpoint({ summary: 'Who is lent to whom at the moment', scope: 'portal.read', returns: LoanOverview })
  listLoans(): Promise<LoanOverview> {
    return this.loans.list();
  }

  @Post('workers/:number/loans')
  @Endpoint({
    summary: 'Make a worker known to the platforms of another legal entity, so that they can work and be billed there',
    scope: 'workers.lend',
    status: 201,
    returns: WorkerLoan,
    writes: true,
  })
  beginLoan(
    @Param('number') number: string,
    @IdempotencyKey() key: string,
    @Body() request: LoanRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<WorkerLoan> {
    return this.loans.begin(number, key, request, caller);
  }

  @Post('workers/:number/loans/:legalEntity/returns')
  @Endpoint({ summary: 'End a loan today', scope: 'workers.lend', status: 202, returns: WorkerLoan, writes: true })
  endLoan(
    @Param('number') number: string,
    @Param('legalEntity') legalEntity: string,
    @IdempotencyKey() key: string,
    @Body() request: LoanReturn,
    @CurrentCaller() caller: Caller,
  ): Promise<WorkerLoan> {
    return this.loans.end({ number, legalEntity }, key, request, caller);
  }
}

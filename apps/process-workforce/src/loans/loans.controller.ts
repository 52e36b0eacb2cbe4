import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LoanList, LoanRequest, LoanReturn, WorkerLoan } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { LoansService } from './loans.service.js';

/** Workers of one legal entity on the platforms of another. */
@ApiTags('workers')
@Controller('v1')
export class LoansController {
  constructor(private readonly loans: LoansService) {}

  @Get('loans')
  @Endpoint({ summary: 'Who is lent to whom at the moment', scope: 'workers.read', returns: LoanList })
  listLoans(): Promise<LoanList> {
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
    @Body() request: LoanRequest,
    @IdempotencyKey() _key: string,
    @CurrentCaller() caller: Caller,
  ): Promise<WorkerLoan> {
    return this.loans.lend(number, request, caller);
  }

  @Post('workers/:number/loans/:legalEntity/returns')
  @Endpoint({
    summary: 'End a loan today',
    scope: 'workers.lend',
    status: 202,
    returns: WorkerLoan,
    writes: true,
  })
  endLoan(
    @Param('number') number: string,
    @Param('legalEntity') legalEntity: string,
    @Body() { reason }: LoanReturn,
    @IdempotencyKey() _key: string,
    @CurrentCaller() caller: Caller,
  ): Promise<WorkerLoan> {
    return this.loans.takeBack(number, legalEntity, reason, caller);
  }
}

import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { payroll } from '#contracts';
import { Endpoint, IdempotencyKey } from '#platform';
import { Instances } from '../instances.js';

export interface PayrollDomain {
  reads: Record<never, never>;
  writes: {
    putPayData: [input: payroll.PayDataBatch, output: payroll.PayDataSettlement];
  };
}

/** Time that is to be paid, whatever payroll system the firm uses. */
@ApiTags('payroll')
@Controller('v1/payroll/:instance')
export class PayrollController {
  constructor(private readonly instances: Instances) {}

  @Post('pay-data')
  @Endpoint({
    summary: 'Hand over time to be paid; each line is settled on its own',
    scope: 'payroll.write',
    returns: payroll.PayDataSettlement,
    writes: true,
  })
  putPayData(
    @Param('instance') instance: string,
    @IdempotencyKey() key: string,
    @Body() batch: payroll.PayDataBatch,
  ): Promise<payroll.PayDataSettlement> {
    return this.instances.write(instance, 'payroll', 'putPayData', batch, key);
  }
}

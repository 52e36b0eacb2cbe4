import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Code, erp, RecordRef, Text } from '#contracts';
import { Endpoint, IdempotencyKey } from '#platform';
import { Instances } from '../instances.js';

/** Which customers to look for: by our reference, by tax number, or by exact name. */
export class CustomerQuery {
  @Code('Our reference', { optional: true })
  reference?: string;

  @Text('Tax registration number', { optional: true, max: 40, classification: 'confidential' })
  taxNumber?: string;

  @Text('Name', { optional: true })
  name?: string;
}

export interface ErpDomain {
  reads: {
    getCostCentre: [input: { code: string }, output: erp.CostCentre];
    findCustomers: [input: CustomerQuery, output: erp.ErpCustomerList];
    getProject: [input: { reference: string }, output: erp.ErpProject];
    getInvoice: [input: { reference: string }, output: erp.Invoice];
  };
  writes: {
    putEmployee: [input: { reference: string; state: erp.EmployeeState }, output: RecordRef];
    putCustomer: [input: { reference: string; state: erp.CustomerState }, output: RecordRef];
    putProject: [input: { reference: string; state: erp.ErpProjectState }, output: RecordRef];
    setUpBilling: [input: { reference: string; setup: erp.BillingSetup }, output: RecordRef];
    activateProject: [input: { reference: string }, output: erp.ErpProject];
    closeProject: [input: { reference: string }, output: erp.ErpProject];
    postBillableLines: [input: erp.BillingBatch, output: erp.BatchSettlement];
    putLabour: [input: { reference: string; state: erp.LabourState }, output: RecordRef];
    putPurchaseCommitment: [input: { reference: string; state: erp.PurchaseCommitmentState }, output: RecordRef];
    putInvoice: [input: { reference: string; state: erp.InvoiceState }, output: erp.Invoice];
    putCreditMemo: [input: { reference: string; state: erp.InvoiceState }, output: erp.Invoice];
  };
}

/** Finance master data, projects, charges and invoices, whatever ERP the legal entity uses. */
@ApiTags('erp')
@Controller('v1/erp/:instance')
export class ErpController {
  constructor(private readonly instances: Instances) {}

  @Get('cost-centres/:code')
  @Endpoint({ summary: 'One cost centre', scope: 'erp.read', returns: erp.CostCentre })
  getCostCentre(@Param('instance') instance: string, @Param('code') code: string): Promise<erp.CostCentre> {
    return this.instances.read(instance, 'erp', 'getCostCentre', { code });
  }

  @Get('customers')
  @Endpoint({ summary: 'Customers by reference, tax number or name', scope: 'erp.read', returns: erp.ErpCustomerList })
  findCustomers(@Param('instance') instance: string, @Query() query: CustomerQuery): Promise<erp.ErpCustomerList> {
    return this.instances.read(instance, 'erp', 'findCustomers', query);
  }

  @Put('customers/:reference')
  @Endpoint({ summary: 'Create or change a customer', scope: 'erp.write', returns: RecordRef, writes: true })
  putCustomer(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: erp.CustomerState,
  ): Promise<RecordRef> {
    return this.instances.write(instance, 'erp', 'putCustomer', { reference, state }, key);
  }

  @Put('employees/:reference')
  @Endpoint({ summary: 'Create or change an employee', scope: 'erp.write', returns: RecordRef, writes: true })
  putEmployee(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: erp.EmployeeState,
  ): Promise<RecordRef> {
    return this.instances.write(instance, 'erp', 'putEmployee', { reference, state }, key);
  }

  @Get('projects/:reference')
  @Endpoint({ summary: 'One project', scope: 'erp.read', returns: erp.ErpProject })
  getProject(@Param('instance') instance: string, @Param('reference') reference: string): Promise<erp.ErpProject> {
    return this.instances.read(instance, 'erp', 'getProject', { reference });
  }

  @Put('projects/:reference')
  @Endpoint({
    summary: 'Create or change a project shell; it takes no time yet',
    scope: 'erp.write',
    returns: RecordRef,
    writes: true,
  })
  putProject(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: erp.ErpProjectState,
  ): Promise<RecordRef> {
    return this.instances.write(instance, 'erp', 'putProject', { reference, state }, key);
  }

  @Put('projects/:reference/billing-setup')
  @Endpoint({ summary: 'State how a project is billed', scope: 'erp.write', returns: RecordRef, writes: true })
  setUpBilling(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() setup: erp.BillingSetup,
  ): Promise<RecordRef> {
    return this.instances.write(instance, 'erp', 'setUpBilling', { reference, setup }, key);
  }

  @Post('projects/:reference/activation')
  @Endpoint({
    summary: 'Make a project financially active',
    scope: 'erp.write',
    returns: erp.ErpProject,
    writes: true,
  })
  activateProject(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
  ): Promise<erp.ErpProject> {
    return this.instances.write(instance, 'erp', 'activateProject', { reference }, key);
  }

  @Post('projects/:reference/closure')
  @Endpoint({ summary: 'Close a project', scope: 'erp.write', returns: erp.ErpProject, writes: true })
  closeProject(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
  ): Promise<erp.ErpProject> {
    return this.instances.write(instance, 'erp', 'closeProject', { reference }, key);
  }

  @Post('billing-batches')
  @Endpoint({
    summary: 'Charge approved work, or take charges back; each line is settled on its own',
    scope: 'erp.write',
    returns: erp.BatchSettlement,
    writes: true,
  })
  postBillableLines(
    @Param('instance') instance: string,
    @IdempotencyKey() key: string,
    @Body() batch: erp.BillingBatch,
  ): Promise<erp.BatchSettlement> {
    return this.instances.write(instance, 'erp', 'postBillableLines', batch, key);
  }

  @Put('labour/:reference')
  @Endpoint({
    summary: 'State what somebody’s work on a project is planned to cost',
    scope: 'erp.write',
    returns: RecordRef,
    writes: true,
  })
  putLabour(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: erp.LabourState,
  ): Promise<RecordRef> {
    return this.instances.write(instance, 'erp', 'putLabour', { reference, state }, key);
  }

  @Put('purchase-commitments/:reference')
  @Endpoint({
    summary: 'State what is committed for a contractor',
    scope: 'erp.write',
    returns: RecordRef,
    writes: true,
  })
  putPurchaseCommitment(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: erp.PurchaseCommitmentState,
  ): Promise<RecordRef> {
    return this.instances.write(instance, 'erp', 'putPurchaseCommitment', { reference, state }, key);
  }

  @Get('invoices/:reference')
  @Endpoint({ summary: 'One invoice', scope: 'erp.read', returns: erp.Invoice })
  getInvoice(@Param('instance') instance: string, @Param('reference') reference: string): Promise<erp.Invoice> {
    return this.instances.read(instance, 'erp', 'getInvoice', { reference });
  }

  @Put('invoices/:reference')
  @Endpoint({ summary: 'Create an invoice', scope: 'erp.write', returns: erp.Invoice, writes: true })
  putInvoice(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: erp.InvoiceState,
  ): Promise<erp.Invoice> {
    return this.instances.write(instance, 'erp', 'putInvoice', { reference, state }, key);
  }

  @Put('credit-memos/:reference')
  @Endpoint({ summary: 'Create a credit memo', scope: 'erp.write', returns: erp.Invoice, writes: true })
  putCreditMemo(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: erp.InvoiceState,
  ): Promise<erp.Invoice> {
    return this.instances.write(instance, 'erp', 'putCreditMemo', { reference, state }, key);
  }
}

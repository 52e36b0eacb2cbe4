import { Body, Controller, Get, Header, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ContractDecision,
  ContractDeprecation,
  ContractQuery,
  ContractSubmission,
  ContractVersion,
  ContractVersionDetail,
  ContractVersionPage,
} from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { RegistryService } from './registry.service.js';

/** Every version of every contract, and what becomes of it. */
@ApiTags('contracts')
@Controller('v1/contract-versions')
export class ContractsController {
  constructor(@Inject(RegistryService) private readonly service: RegistryService) {}

  @Get()
  @Endpoint({
    summary: 'Versions of contracts, the newest first',
    scope: 'contracts.read',
    returns: ContractVersionPage,
  })
  listContractVersions(@Query() query: ContractQuery): Promise<ContractVersionPage> {
    return this.service.registry.list(query);
  }

  @Get(':id')
  @Endpoint({
    summary: 'A version with its history and what changed',
    scope: 'contracts.read',
    returns: ContractVersionDetail,
  })
  getContractVersion(@Param('id') id: string): Promise<ContractVersionDetail> {
    return this.service.detail(id);
  }

  @Get(':id/document')
  @Endpoint({ summary: 'The text of a version, byte for byte as it was published', scope: 'contracts.read' })
  @Header('content-type', 'application/yaml; charset=utf-8')
  @ApiOkResponse({
    description: 'Done',
    content: { 'application/yaml': { schema: { type: 'string', maxLength: 230_000 } } },
  })
  getContractDocument(@Param('id') id: string): Promise<string> {
    return this.service.documentOf(id);
  }

  @Post()
  @Endpoint({
    summary: 'Submit a version; it is published when a second person approves it',
    scope: 'contracts.write',
    status: 201,
    returns: ContractVersion,
    writes: true,
  })
  proposeContractVersion(
    @Body() submission: ContractSubmission,
    @IdempotencyKey() _key: string,
    @CurrentCaller() caller: Caller,
  ): Promise<ContractVersion> {
    return this.service.submit(submission, caller);
  }

  @Post(':id/approvals')
  @Endpoint({
    summary: 'Let callers rely on a version somebody else submitted',
    scope: 'contracts.approve',
    returns: ContractVersion,
    writes: true,
  })
  approveContractVersion(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() { reason }: ContractDecision,
    @CurrentCaller() caller: Caller,
  ): Promise<ContractVersion> {
    return this.service.approve(id, reason, caller);
  }

  @Post(':id/rejections')
  @Endpoint({ summary: 'Refuse a version', scope: 'contracts.approve', returns: ContractVersion, writes: true })
  rejectContractVersion(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() { reason }: ContractDecision,
    @CurrentCaller() caller: Caller,
  ): Promise<ContractVersion> {
    return this.service.reject(id, reason, caller);
  }

  @Post(':id/deprecations')
  @Endpoint({
    summary: 'Say when a contract ends and what takes its place',
    scope: 'contracts.approve',
    returns: ContractVersion,
    writes: true,
  })
  deprecateContractVersion(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() deprecation: ContractDeprecation,
    @CurrentCaller() caller: Caller,
  ): Promise<ContractVersion> {
    return this.service.deprecate(id, deprecation, caller);
  }

  @Post(':id/retirements')
  @Endpoint({
    summary: 'End a contract whose sunset has come and that no registered consumer calls',
    scope: 'contracts.approve',
    returns: ContractVersion,
    writes: true,
  })
  retireContractVersion(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() { reason }: ContractDecision,
    @CurrentCaller() caller: Caller,
  ): Promise<ContractVersion> {
    return this.service.retire(id, reason, caller);
  }
}

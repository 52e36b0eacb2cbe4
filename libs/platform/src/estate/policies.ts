import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const role = /^[a-z][a-z0-9-]*$/;
const roleRule = { each: true, message: 'must name roles such as finance-operations' };

/** What can change about a worker, a group of attributes each. */
export const workerChanges = [
  'name',
  'legal-entity',
  'cost-centre',
  'grade',
  'manager',
  'place',
  'job-title',
  'capacity',
  'skills',
  'engagement',
] as const;
export type WorkerChange = (typeof workerChanges)[number];

/** A change of a worker that somebody has to approve before other systems hear of it. */
export class ApprovalRule {
  @IsIn([...workerChanges], { message: `must be one of ${workerChanges.join(', ')}` }) change: WorkerChange =
    'legal-entity';
  @IsArray() @ArrayMinSize(1) @Matches(role, roleRule) roles: string[] = ['finance-operations'];
  /** Only while the worker is on projects, or where nobody can say. */
  @IsOptional() @IsBoolean() whileAssigned?: boolean;
}

/** Who gives an account back after the last day. */
export class ReinstatementPolicy {
  @IsArray() @ArrayMinSize(1) @Matches(role, roleRule) roles: string[] = ['integration-operations'];
}

/** How a firm wants its people's working life carried through. */
export class WorkforcePolicies {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ApprovalRule)
  approvals: ApprovalRule[] = [new ApprovalRule()];
  @ValidateNested()
  @Type(() => ReinstatementPolicy)
  reinstatement: ReinstatementPolicy = new ReinstatementPolicy();
  /** How many days before the first day systems are prepared. */
  @IsInt() @Min(0) @Max(90) prepareDays: number = 5;
  /** `for-time`: the ERP books time on employee records, so a contractor has one too. */
  @IsIn(['no-record', 'for-time'], { message: 'must be no-record or for-time' })
  contractorsInErp: 'no-record' | 'for-time' = 'no-record';
}

/** Which changes of a contract a person has to approve before they reach any system. */
export class ProjectChangePolicy {
  /** Lowering the contract value by more than this many percent waits for an approval. */
  @IsNumber({ maxDecimalPlaces: 2 }, { message: 'must be a number of percent such as 10 or 2.5' })
  @Min(0)
  @Max(100)
  approveDecreaseOver = 10;

  /** Roles that may approve. */
  @IsArray()
  @ArrayMinSize(1)
  @Matches(role, roleRule)
  approvers: string[] = ['finance-operations', 'pmo'];
}

/** From when on leave that meets a promised assignment is somebody's work. */
export class CapacityPolicy {
  /** Minutes of an assignment that find no place; more than these, a day by default, raise an exception. */
  @IsInt({ message: 'must be whole minutes' }) @Min(0) riskAboveMinutes = 480;
}

/** What the firm decided rather than its systems: what it lets through by itself, and what a person decides. */
export class Policies {
  @ValidateNested() @Type(() => ProjectChangePolicy) projectChange: ProjectChangePolicy = new ProjectChangePolicy();
  @ValidateNested() @Type(() => WorkforcePolicies) workforce: WorkforcePolicies = new WorkforcePolicies();
  @ValidateNested() @Type(() => CapacityPolicy) capacity: CapacityPolicy = new CapacityPolicy();
}

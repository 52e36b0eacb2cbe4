import { Type } from 'class-transformer';
import { ArrayMinSize, IsArray, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';

const code = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const codeRule = { message: 'must be a code of letters, digits and . _ -' };

const atLeastOne = { message: 'must name at least one, or be left out' };

/** What is asked of whoever is assigned; where role, project or client is left out, any is meant. */
export class RoleConstraint {
  /** What it is for, in the firm's words. */
  @IsString() @MaxLength(120) name!: string;
  @IsOptional() @Matches(code, codeRule) role?: string;
  @IsOptional() @Matches(code, codeRule) project?: string;
  @IsOptional() @IsString() @MaxLength(200) client?: string;
  /** One of these. */
  @IsOptional() @IsArray() @ArrayMinSize(1, atLeastOne) @IsString({ each: true }) grades?: string[];
  /** All of these codes; a certification is one. */
  @IsOptional() @IsArray() @ArrayMinSize(1, atLeastOne) @IsString({ each: true }) skills?: string[];
}

/** What an hour of a role is assumed to cost in a legal entity. */
export class HourlyCost {
  @Matches(code, codeRule) legalEntity!: string;
  @Matches(code, codeRule) role!: string;
  @Matches(/^\d{1,9}(\.\d{1,4})?$/, { message: 'must be a decimal number in quotes, such as "85.00"' }) amount!: string;
  @Matches(/^[A-Z]{3}$/, { message: 'must be an ISO 4217 code such as USD' }) currency!: string;
}

/** The rules an assignment is held to, and what it is assumed to cost. */
export class StaffingConfig {
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RoleConstraint)
  roleConstraints?: RoleConstraint[];
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => HourlyCost) hourlyCosts?: HourlyCost[];
}

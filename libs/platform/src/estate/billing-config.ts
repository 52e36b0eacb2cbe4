import { Type } from 'class-transformer';
import { IsArray, IsNumber, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';

const code = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const codeRule = { message: 'must be a code of letters, digits and . _ -' };
const percent = { maxDecimalPlaces: 2 };
const percentRule = { message: 'must be a number of percent such as 80 or 7.5' };

/** What one legal entity asks another for an hour of its people; of the two prices, one is said. */
export class IntercompanyPrice {
  /** Whose the people are. */
  @Matches(code, codeRule) employing!: string;
  /** Whose the project is. */
  @Matches(code, codeRule) contracting!: string;
  /** Code of the project in the ERP of the employing entity whose customer is the contracting one. */
  @Matches(code, codeRule) project!: string;
  /** First day worked that it counts for; the pair's next price replaces it. Without it, from the beginning. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'must be a date, YYYY-MM-DD' }) effectiveFrom?: string;
  /** Percent of the rate the client is billed, in the client's currency. */
  @IsOptional() @IsNumber(percent, percentRule) @Min(0.01) @Max(100) shareOfRate?: number;
  /** Percent on top of `staffing.hourlyCosts` of the employing entity, in the currency of the cost. */
  @IsOptional() @IsNumber(percent, percentRule) @Min(0) @Max(1_000) markUpOnCost?: number;
}

/** What the firm decided about billing. */
export class BillingConfig {
  /** Left out, charges between legal entities are the ERP's business. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => IntercompanyPrice)
  intercompany?: IntercompanyPrice[];
}

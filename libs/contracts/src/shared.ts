import { Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { Code, Text, Whole } from './fields.js';

/** An exact amount of money. */
export class MoneyValue {
  @ApiProperty({
    description: 'Decimal amount, a point before the minor units',
    type: String,
    pattern: '^-?\\d{1,15}(\\.\\d{1,4})?$',
    maxLength: 21,
    example: '1250.50',
    'x-classification': 'confidential',
  } as never)
  @Matches(/^-?\d{1,15}(\.\d{1,4})?$/, { message: '$property must be a decimal number such as 1250.50' })
  amount!: string;

  @ApiProperty({
    description: 'ISO 4217 currency',
    type: String,
    pattern: '^[A-Z]{3}$',
    maxLength: 3,
    example: 'USD',
    'x-classification': 'internal',
  } as never)
  @Matches(/^[A-Z]{3}$/, { message: '$property must be an ISO 4217 code such as USD' })
  currency!: string;
}

/** Where a record is known in one platform instance. */
export class RecordRef {
  @Code('Id in that platform', { example: '8812' })
  id!: string;

  @Text('Address a person can open, where the platform has one', { nullable: true, max: 500 })
  url!: string | null;
}

/** Which page of a collection to read. */
export class PageQuery {
  @Text('Where to go on: `nextCursor` of the page before', { optional: true, max: 500 })
  cursor?: string;

  @Whole('Records a page', { optional: true, min: 1, max: 200 })
  limit?: number;
}

/** Page sizes and cursor, common to every collection. */
export abstract class Page {
  @Text('Ask for the next page with this; null on the last one', { nullable: true, max: 500 })
  nextCursor!: string | null;
}

import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** Who may see a value: see docs/glossary.md. Restricted values never reach a log, a job or a metric. */
export type Classification = 'public' | 'internal' | 'confidential' | 'personal' | 'restricted';

/** When something of a contract ends; days are YYYY-MM-DD (UTC), from the first to the second at least 90 days. */
export interface AnnouncedEnd {
  /** First day of its deprecation. */
  since: string;
  /** First day on which it may be gone. */
  sunset: string;
  /** What takes its place: a path such as `/v2/projects/{code}`, or a field. */
  successor: string;
}

interface FieldOptions {
  /** The value may be absent, which is always spelt `null`. */
  nullable?: boolean;
  /** A request may leave it out; responses still carry it. */
  optional?: boolean;
  classification?: Classification;
  example?: unknown;
  /** It is to go. */
  leaving?: AnnouncedEnd;
}

/** One decorator a field: its documentation, its schema and its validation come from the same line. */
function field(description: string, schema: ApiPropertyOptions, options: FieldOptions, ...rules: PropertyDecorator[]) {
  const absent = options.nullable || options.optional ? [IsOptional()] : [];
  const documented: ApiPropertyOptions & { 'x-classification': Classification } = Object.assign(
    { 'x-classification': options.classification ?? 'internal' },
    schema,
    { description, required: !options.optional },
    options.nullable && { nullable: true },
    options.example !== undefined && { example: options.example },
    options.leaving && endingOf(options.leaving),
  );
  return applyDecorators(ApiProperty(documented), ...absent, ...rules);
}

/** How a contract says that one of its operations or fields is to go. */
export const endingOf = ({ since, sunset, successor }: AnnouncedEnd) => ({
  deprecated: true,
  'x-deprecated-since': since,
  'x-sunset': sunset,
  'x-successor': successor,
});

export const Text = (description: string, options: FieldOptions & { max?: number } = {}): PropertyDecorator =>
  field(
    description,
    { type: String, maxLength: options.max ?? 200 },
    options,
    IsString(),
    MaxLength(options.max ?? 200),
  );

/** A business code or reference: letters, digits and `. _ : / -`. */
export const Code = (description: string, options: FieldOptions = {}): PropertyDecorator =>
  field(
    description,
    { type: String, maxLength: 120, pattern: codePattern.source },
    options,
    IsString(),
    MaxLength(120),
    Matches(codePattern, { message: '$property may only hold letters, digits and . _ : / -' }),
  );
const codePattern = /^[A-Za-z0-9][A-Za-z0-9._:/-]*$/;

/** A calendar date, `YYYY-MM-DD`. */
export const Day = (description: string, options: FieldOptions = {}): PropertyDecorator =>
  field(
    description,
    { type: String, format: 'date', maxLength: 10 },
    options,
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '$property must be a calendar date, YYYY-MM-DD' }),
  );

/** A moment in UTC, RFC 3339. */
export const Moment = (description: string, options: FieldOptions = {}): PropertyDecorator =>
  field(
    description,
    { type: String, format: 'date-time', maxLength: 40 },
    options,
    Matches(/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/, {
      message: '$property must be a moment such as 2026-10-01T09:00:00Z',
    }),
  );

/** A whole number of minutes; `signed` where time is taken back too. */
export const Minutes = (
  description: string,
  { signed, ...options }: FieldOptions & { signed?: boolean } = {},
): PropertyDecorator =>
  Whole(`${description}, in minutes`, { min: signed ? -mostMinutes : 0, max: mostMinutes, ...options });
const mostMinutes = 10_000_000;

export const Whole = (
  description: string,
  options: FieldOptions & { min?: number; max?: number } = {},
): PropertyDecorator => {
  const minimum = options.min ?? 0;
  const maximum = options.max ?? Number.MAX_SAFE_INTEGER;
  const rules = [IsInt(), Min(minimum), Max(maximum), Type(() => Number)];
  return field(description, { type: 'integer', minimum, maximum }, options, ...rules);
};

export const Flag = (description: string, options: FieldOptions = {}): PropertyDecorator =>
  field(description, { type: Boolean }, options, IsBoolean());

/** One of a closed list of words. */
export const Choice = (description: string, values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(description, { type: String, enum: [...values] }, options, IsIn([...values]));

/** Another contract class inside this one. */
export const Nested = (
  description: string,
  of: () => new () => object,
  options: FieldOptions = {},
): PropertyDecorator => {
  // The generator recognises a late type by its being a function called `type`.
  const schema: ApiPropertyOptions = { type: () => of() };
  return field(description, schema, options, ValidateNested(), Type(of));
};

export const ListOf = (
  description: string,
  of: () => new () => object,
  options: FieldOptions & { max?: number } = {},
): PropertyDecorator =>
  field(
    description,
    { type: () => [of()], maxItems: options.max ?? 1000 },
    options,
    IsArray(),
    ArrayMaxSize(options.max ?? 1000),
    ValidateNested({ each: true }),
    Type(of),
  );

export const TextList = (
  description: string,
  options: FieldOptions & { max?: number; longest?: number } = {},
): PropertyDecorator => {
  const { max = 200, longest = 200 } = options;
  return field(
    description,
    { type: 'array', items: { type: 'string', maxLength: longest }, maxItems: max },
    options,
    IsArray(),
    ArrayMaxSize(max),
    IsString({ each: true }),
    MaxLength(longest, { each: true }),
  );
};

/** Free-form JSON, for facts a contract does not name. */
export const Facts = (description: string, options: FieldOptions = {}): PropertyDecorator =>
  field(description, { type: 'object', additionalProperties: true }, options, IsObject());

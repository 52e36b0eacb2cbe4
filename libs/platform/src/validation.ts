import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Failure, type FieldProblem } from '#kernel';
import { keepClassRules } from './class-rules.js';

/** Checks every request against its contract class; all problems are in one answer. */
export function validation(): ValidationPipe {
  keepClassRules();
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) =>
      new Failure('rejected', 'the request does not match the contract', {
        code: 'schema-violation',
        fields: errors.flatMap((error) => fieldProblems(error)),
      }),
  });
}

/** A validation error and everything below it, each with its full path. */
export function fieldProblems(error: ValidationError, above = ''): FieldProblem[] {
  const field = above ? `${above}.${error.property}` : error.property;
  const own = Object.values(error.constraints ?? {}).map((message) => ({ field, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldProblems(child, field))];
}

import { Failure, type FieldProblem } from '#kernel';

/** The words of RFC 7644, table 9, that are used here. */
export type ScimType =
  'invalidFilter' | 'uniqueness' | 'mutability' | 'invalidSyntax' | 'invalidPath' | 'noTarget' | 'invalidValue';

export const refusal = (code: ScimType, message: string, fields: FieldProblem[] = []): Failure =>
  new Failure(code === 'uniqueness' ? 'conflict' : 'rejected', message, { code, fields });

export const noSuchUser = (id: string): Failure => new Failure('not-found', `there is no user ${id}`);

export const staleVersion = 'stale-version';

import { QueryFailedError } from 'typeorm';
import { Failure } from '#kernel';
import { classified } from './classified.js';

/** As the driver says it: a text and the SQLSTATE. */
const databaseError = (message: string, code?: string): Error =>
  new QueryFailedError('select 1', [], Object.assign(new Error(message), code ? { code } : {}));

describe('what was thrown', () => {
  it.each([
    ['a full disk', databaseError('could not extend file "base/1/2": No space left on device', '53100')],
    ['a server that goes down', databaseError('terminating connection due to administrator command', '57P01')],
    ['a server that comes up', databaseError('the database system is starting up', '57P03')],
    ['a deadlock', databaseError('deadlock detected', '40P01')],
    ['a lost connection', databaseError('Connection terminated unexpectedly')],
    ['a refused connection', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })],
    ['one of these inside a defect', Failure.from(databaseError('disk full', '53100'))],
  ])('is no defect where it is %s: the work may have been done, and is tried again', (_what, thrown) => {
    expect(classified(thrown)).toMatchObject({ kind: 'outcome-unknown', detail: { code: 'database-trouble' } });
  });

  it.each([
    ['a statement that is wrong', databaseError('column "x" does not exist', '42703')],
    ['a rule of the table', databaseError('duplicate key value', '23505')],
    ['a mistake of ours', new TypeError('cannot read properties of undefined')],
    ['no error at all', 'oops'],
  ])('stays a defect where it is %s', (_what, thrown) => {
    expect(classified(thrown).kind).toBe('defect');
  });

  it('stays what it was where it was classified already', () => {
    const throttled = new Failure('throttled', 'later');
    expect(classified(throttled)).toBe(throttled);
  });
});

import { Failure } from '#kernel';

/** SQLSTATE classes that say nothing about the statement: 08 connection, 40 a clash, 53 full, 57P down or up, 58 disk. */
const passing = /^(08|40|53|57P|58)...?$/;
const lost =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;
const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/**
 * Whatever was thrown, as a Failure. What befell our own database (it was away, full, or ended the transaction) is no
 * defect: it passes, and what was asked for may have been committed or sent before.
 */
export function classified(thrown: unknown): Failure {
  const failure = Failure.from(thrown);
  if (failure.kind !== 'defect') return failure;
  const cause = causes(thrown).find(isDatabaseTrouble);
  if (!cause) return failure;
  return new Failure('outcome-unknown', `our database could not go on (${cause.code ?? cause.message})`, {
    code: 'database-trouble',
    remedy: 'nothing: it is tried again until the database answers',
    cause,
  });
}

type Thrown = Error & { code?: string };

/** What was thrown, and what that was made from. */
function causes(thrown: unknown): Thrown[] {
  return thrown instanceof Error ? [thrown, ...causes(thrown.cause)] : [];
}

const isDatabaseTrouble = ({ code, message }: Thrown): boolean =>
  (code !== undefined && (passing.test(code) || unreachable.has(code))) || lost.test(message);

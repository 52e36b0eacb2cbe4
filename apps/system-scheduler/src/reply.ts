import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { retryAfter, type VendorReply } from '#connector';
import { Failure, type FailureKind, failureKinds } from '#kernel';
import { fieldProblems, type Problem } from '#platform';

/** What a tool may say about a request it did not carry out; after anything else a change may have happened. */
const undone: FailureKind[] = [
  'rejected',
  'not-found',
  'conflict',
  'forbidden',
  'unsupported',
  'throttled',
  'unavailable',
];

/** Tools speak our own problem details; what comes without them, e.g. from a proxy, is left to the common table. */
export function classify(reply: VendorReply): Failure | null {
  const problem = (reply.body ?? {}) as Partial<Problem>;
  const kind = undone.find((one) => one === problem.kind && failureKinds[one].status === reply.status);
  if (!kind) return null;
  return new Failure(kind, `the scheduling tool says: ${problem.detail ?? failureKinds[kind].title}`, {
    ...retryAfter(reply),
    ...(problem.code && { code: problem.code }),
    ...(problem.remedy && { remedy: problem.remedy }),
    ...(Array.isArray(problem.errors) && { fields: problem.errors }),
  });
}

/** A reply as the contract has it; `otherwise` says what it means where it breaks the contract. */
export function checked<T extends object>(shape: new () => T, body: unknown, what: string, otherwise: FailureKind): T {
  const isRecord = typeof body === 'object' && body !== null && !Array.isArray(body);
  const read = plainToInstance(shape, isRecord ? body : {});
  const problems = validateSync(read, { whitelist: true }).flatMap((error) => fieldProblems(error));
  if (problems.length === 0) return { ...read };
  const told = problems.map(({ field, message }) => `${field}: ${message}`).join('; ');
  throw new Failure(otherwise, `the scheduling tool answered ${what} against the contract: ${told}`, {
    code: 'contract-violation',
    remedy: 'the tool has to answer as openapi/partner/scheduler/v1.yaml says',
    fields: problems,
  });
}

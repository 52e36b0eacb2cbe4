import { createHash } from 'node:crypto';
import type { ContractChange, ContractKind } from '#contracts';
import { diff, type Finding, type Problem, readDocument, Unreadable } from '#governance';
import { canonicalJson, Failure } from '#kernel';

/** A document somebody wants published. */
export interface ReadContract {
  kind: ContractKind;
  contract: string;
  version: string;
  owner: string;
  sha256: string;
  text: string;
  content: Record<string, unknown>;
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads what a contract says of itself; `rejected` with everything that is missing. */
export function readContract(kind: ContractKind, contract: string, text: string): ReadContract {
  const content = contentOf(contract, text);
  const info = (content.info ?? {}) as Record<string, unknown>;
  const problems = [
    ...missing(info.version, 'info.version', 'the version, e.g. 1.4.0'),
    ...missing(info['x-owner'], 'info.x-owner', 'the role that answers for it'),
    ...(kind === 'openapi' ? missing(content.openapi, 'openapi', 'the version of OpenAPI') : []),
    ...(kind === 'asyncapi' ? missing(content.asyncapi, 'asyncapi', 'the version of AsyncAPI') : []),
    ...(/^[a-z-]+\/[a-z0-9-]+\/v\d+$/.test(contract)
      ? []
      : [{ field: 'contract', message: 'must be <layer>/<api>/v<major>, e.g. process/projects/v1' }]),
  ];
  if (problems.length > 0) {
    throw new Failure('rejected', `${contract} does not say what a contract has to say`, {
      code: 'incomplete-contract',
      record: contract,
      fields: problems,
    });
  }
  return {
    kind,
    contract,
    version: String(info.version),
    owner: String(info['x-owner']),
    sha256: sha256Of(text),
    text,
    content,
  };
}

const missing = (value: unknown, field: string, wanted: string) =>
  typeof value === 'string' && value !== '' ? [] : [{ field, message: `must be ${wanted}` }];

function contentOf(contract: string, text: string): Record<string, unknown> {
  try {
    const { value } = readDocument(text, contract);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw unreadable(contract, error.problems);
  }
  throw unreadable(contract, [{ message: 'is no object' }]);
}

const unreadable = (contract: string, problems: readonly Problem[]): Failure =>
  new Failure('rejected', `${contract} cannot be read: ${problems[0]!.message}`, {
    code: 'unreadable-contract',
    record: contract,
    fields: problems.map(({ message, line }) => ({ field: line ? `document:${line}` : 'document', message })),
  });

/** What changed from one document to the next, which may be of another major, by the meaning its kind has. */
export function findingsBetween(base: ReadContract, revision: ReadContract): Finding[] {
  const isApi = revision.kind === 'openapi' || revision.kind === 'asyncapi';
  const acrossMajors = base.contract !== revision.contract;
  return isApi ? diff(base.content, revision.content, { acrossMajors }) : entryFindings(base.content, revision.content);
}

/** Who owns what, and what is mapped to what: an entry that is there no more, or another, may surprise somebody. */
function entryFindings(base: Record<string, unknown>, revision: Record<string, unknown>): Finding[] {
  const [before, after] = [entriesOf(base), entriesOf(revision)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was === is) return [];
    const what = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return {
      rule: `entry-${what}`,
      level: what === 'added' ? 'safe' : 'dangerous',
      area: 'components',
      direction: 'none',
      field: key,
      base: was === undefined ? null : `#/entries/${key}`,
      revision: is === undefined ? null : `#/entries/${key}`,
      before: was ?? null,
      after: is ?? null,
      message: `${key} was ${what}${was === undefined || is === undefined ? '' : `: ${was} became ${is}`}`,
      remedy: '',
    } satisfies Finding;
  });
}

const entriesOf = ({ entries }: Record<string, unknown>): Map<string, string> =>
  new Map(Object.entries(entries ?? {}).map(([key, value]) => [key, canonicalJson(value)]));

/** A finding as it is kept and told: no value of an example or default that might be somebody's. */
export const changeOf = ({ operation, field, base, revision, ...rest }: Finding): ContractChange => ({
  level: rest.level,
  rule: rest.rule,
  operation: operation ? `${operation.method} ${operation.path}` : null,
  field: field ?? null,
  before: base,
  after: revision,
  message: rest.message,
  remedy: rest.remedy,
});

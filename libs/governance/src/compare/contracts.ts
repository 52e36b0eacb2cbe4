import { Operation } from '../document/api.js';
import { Finding } from '../finding.js';
import { withoutMajor } from '../document/openapi.js';
import { contractRules } from '../rules/index.js';
import { operationAdded } from '../rules/api/operation-added.js';
import { operationRemoved } from '../rules/api/operation-removed.js';
import { calledBack } from '../rules/api/webhooks.js';
import { Note, remedyOf } from './note.js';
import { OperationComparison } from './operations.js';
import { Contracts } from './pairs.js';
import { isUnpromised } from './sunset.js';

/** Every finding of two contracts: of the whole, then operation by operation. */
export function compareContracts(contracts: Contracts): Finding[] {
  const { base, revision } = contracts;
  const operations = new OperationComparison(contracts);
  const found: Finding[] = contractRules.flatMap((rule) => rule(contracts)).map((note) => finding(note));
  const paired = match(
    base.operations,
    revision.operations,
    (one, api) => `${one.method} ${api.prefix}${one.key}`,
    contracts,
  );
  for (const [was, is] of paired.pairs) for (const one of both(operations, was, is, false)) found.push(one);
  const kept = new Set(revision.operations.map(({ key }) => key));
  for (const operation of paired.removed) {
    if (isUnpromised(operation.raw)) continue;
    const gone = { operation, pathGone: !kept.has(operation.key), today: contracts.terms.today };
    found.push(finding(operationRemoved(gone), operation));
  }
  for (const operation of paired.added) found.push(finding(operationAdded(operation), operation));
  return [...found, ...calls('webhook', base.webhooks, revision.webhooks, operations)];
}

function both(operations: OperationComparison, was: Operation, is: Operation, turned: boolean): Finding[] {
  return [
    ...operations.notes(was, is, turned).map((note) => finding(note, is)),
    ...calls('callback', was.callbacks, is.callbacks, operations, is),
  ];
}

/** What the API calls: there the consumer answers, and directions turn. */
function calls(
  kind: 'webhook' | 'callback',
  was: readonly Operation[],
  is: readonly Operation[],
  operations: OperationComparison,
  owner?: Operation,
): Finding[] {
  const keyOf = (one: Operation): string => `${one.method} ${one.key}`;
  const [before, after] = [new Map(was.map((one) => [keyOf(one), one])), new Map(is.map((one) => [keyOf(one), one]))];
  return [
    ...[...before]
      .filter(([key]) => !after.has(key))
      .map(([, one]) => finding(calledBack(kind, 'removed', one), owner ?? one)),
    ...[...after]
      .filter(([key]) => !before.has(key))
      .map(([, one]) => finding(calledBack(kind, 'added', one), owner ?? one)),
    ...[...before].flatMap(([key, one]) => (after.has(key) ? both(operations, one, after.get(key)!, true) : [])),
  ];
}

type Keyed = (operation: Operation, api: Contracts['base']) => string;

/**
 * By path as it is written, by path whatever its parameters are called, and those left over by the path with what the
 * servers put before it; across majors at last by the path without its major.
 */
function match(was: readonly Operation[], is: readonly Operation[], full: Keyed, { base, revision, terms }: Contracts) {
  const pairs: [Operation, Operation][] = [];
  const removed = new Set(was);
  const added = new Set(is);
  const exact: Keyed = (one) => `${one.method} ${one.path}`;
  const plain: Keyed = (one) => `${one.method} ${one.key}`;
  const majorless: Keyed = (one) => `${one.method} ${withoutMajor(one.key)}`;
  for (const keyOf of [exact, plain, full, ...(terms.acrossMajors ? [majorless] : [])]) {
    const left = new Map([...added].toReversed().map((one) => [keyOf(one, revision), one]));
    for (const mine of removed) {
      const theirs = left.get(keyOf(mine, base));
      if (theirs === undefined || !added.has(theirs)) continue;
      pairs.push([mine, theirs]);
      removed.delete(mine);
      added.delete(theirs);
    }
  }
  return { pairs, removed: [...removed], added: [...added] };
}

function finding(note: Note, operation?: Operation): Finding {
  const remedy = note.remedy ?? remedyOf(note.level, note.direction);
  if (operation === undefined) return { ...note, remedy };
  const { method, path, operationId } = operation;
  return { ...note, operation: { method, path, operationId }, remedy };
}

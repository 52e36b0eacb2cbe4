import { itKeepsWritingPromises } from '../connectors/writing-promises.fixture.js';
import type { Bench, Domain, OperationOf } from './platform.js';

/** A change of a record that does not exist yet: our collection, and the body by a name of its own. */
export interface Change {
  path: string;
  body: (name: string) => object;
}

/** Puts one change of a domain through every mishap, as far as the platform can do it and says where it shows. */
export function itKeepsTracedPromises<D extends Domain>(
  { open, path, has, trace, platform }: Bench<D>,
  operation: OperationOf<D>,
  change: Change,
): void {
  const traced = trace(operation);
  if (!has(operation) || !traced) return;
  describe(operation, () =>
    itKeepsWritingPromises(open, {
      ...traced,
      path: (instance, reference) => path(`${change.path}/${reference}`, instance),
      instance: platform.instance,
      body: change.body,
      ...(platform.slowDown && { slowDown: platform.slowDown }),
    }),
  );
}

/** How many records an operation has made at the vendor so far. */
export function created<D extends Domain>({ open, trace }: Bench<D>, operation: OperationOf<D>): number {
  return open().created(trace(operation)!.entity).length;
}

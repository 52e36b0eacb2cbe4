import { Failure } from '#kernel';

/** The kinds of record that are looked up by a reference of ours; they are in the failures' codes. */
type Kind = 'project' | 'worker' | 'assignment';

/**
 * The one record of a product that our reference stands for. Throws a Failure: `not-found` (`unknown-…`) where there is
 * none, `conflict` (`duplicate-…`) where there are several.
 */
export function theOne<T>(found: readonly T[], product: string, kind: Kind, reference: string): T {
  const [one, another] = found;
  if (one && !another) return one;
  if (!one) throw new Failure('not-found', `${product} has no ${kind} ${reference}`, { code: `unknown-${kind}` });
  throw new Failure('conflict', `${product} has ${found.length} times ${kind} ${reference}`, {
    code: `duplicate-${kind}`,
    remedy: `leave one of them in ${product}, then retry`,
  });
}

/** The supplier of a name. Throws a Failure (`rejected`) where not exactly one has it. */
export function theSupplier<T>(found: readonly T[], product: string, name: string): T {
  const [supplier, another] = found;
  if (supplier && !another) return supplier;
  throw new Failure('rejected', `${product} has ${another ? 'several suppliers' : 'no supplier'} named ${name}`, {
    code: another ? 'ambiguous-supplier' : 'unknown-supplier',
    remedy: `state the name of one supplier as ${product} has it`,
    fields: [{ field: 'supplier', message: 'must be the name of exactly one supplier' }],
  });
}

/** The roles with these names, in their order. Throws a Failure (`rejected`) that tells of all there are not. */
export function rolesNamed<R extends object>(roles: readonly R[], product: string, names: string[]): R[] {
  const found = names.map((name) => roles.find((role) => 'name' in role && role.name === name));
  const missing = names.filter((_name, at) => !found[at]);
  if (missing.length === 0) return found as R[];
  throw new Failure('rejected', `${product} has no role ${missing.map((name) => `"${name}"`).join(', ')}`, {
    code: 'unknown-role',
    remedy: `add the role in ${product}, or correct mappings.roleNames in estate.yaml`,
    fields: missing.map((name) => ({ field: 'roleName', message: `"${name}" is not a role of this account` })),
  });
}

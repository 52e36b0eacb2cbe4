import { writtenGroups } from '#contracts';
import { derivedId, Failure } from '#kernel';
import { currentContext, type Item, legalEntityIn, type Refusal } from '#platform';
import type { Vendor } from '../http/vendor.js';
import type { OwnershipRepository } from './ownership.repository.js';
import { type Written, writtenBy } from './written.js';

/** A write that is asked for. */
export interface Request {
  vendor: Vendor;
  /** Domain and operation, e.g. `scheduling.putResource`. */
  operation: string;
  input: unknown;
  key: string;
}

/** Lets nobody but the owner change what is owned (B1). Connectors and workflows need not think of it. */
export class WriteGuard {
  constructor(private readonly known: OwnershipRepository) {}

  /**
   * Answers what is written, to be kept with the effect. Throws a Failure (`forbidden`) where the work began with
   * another system than the owner and would change what is owned. The first write of a record by us provisions it, and
   * restating what was written changes nothing.
   */
  async admit(request: Request): Promise<Written | null> {
    const written = writtenBy(request.operation, request.input);
    if (!written || !this.isOwned(request, written)) return written;
    const origin = await this.known.originOf(currentContext().correlationId);
    // A person's own decision and the product's own work speak for the owner.
    if (!origin) return written;
    const refusals = Object.keys(written.groups).flatMap((group) => this.refusalOf(request, group, origin) ?? []);
    if (refusals.length === 0) return written;
    const changed = await this.changes(request, written, refusals);
    if (changed.length > 0) throw notTheOwner(request, written, origin, changed);
    return written;
  }

  private isOwned({ vendor: { estate } }: Request, { groups }: Written): boolean {
    return Object.keys(groups).some((group) => {
      const { record, name } = itemOf(group);
      return estate.ownership.rules.some((rule) => rule.record === record && rule.attributes?.includes(name));
    });
  }

  private refusalOf({ vendor, input }: Request, group: string, origin: string): Refusal | null {
    return vendor.estate.ownership.refusal(itemOf(group), origin, legalEntityIn(input as object));
  }

  private async changes(request: Request, { reference, groups }: Written, refusals: Refusal[]): Promise<Refusal[]> {
    const { vendor, operation, key } = request;
    const before = await this.known.lastWritten(vendor.instance, operation, reference);
    // Its repeat is answered, not judged again.
    if (before.some(({ id }) => id === derivedId(vendor.instance, operation, key))) return [];
    const [last] = before;
    if (!last) return writtenGroups[operation]?.changesOnly ? refusals : [];
    return refusals.filter(({ item }) => last.groups[groupName(item)] !== groups[groupName(item)]);
  }
}

const itemOf = (group: string): Item => {
  const [record = '', name = ''] = group.split('.');
  return { kind: 'attributes', record, name };
};

const groupName = ({ record, name }: Item): string => `${record}.${name}`;

function notTheOwner({ vendor, operation }: Request, { reference }: Written, origin: string, refusals: Refusal[]) {
  const names = refusals.map(({ item }) => groupName(item)).join(', ');
  const owners = [...new Set(refusals.flatMap(({ owners: all }) => all))].join(', ');
  const record = `${refusals[0]!.item.record} ${reference}`;
  return new Failure('forbidden', `${origin} may not change ${names} of ${record} in ${vendor.instance}`, {
    code: 'not-the-owner',
    record,
    remedy: `change it in ${owners}, which passes it on by itself, and retry; or give it another owner in estate.yaml`,
    fields: refusals.map(({ item, reason }) => ({ field: `${operation} ${groupName(item)}`, message: reason })),
  });
}

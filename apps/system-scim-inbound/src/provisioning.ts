import { Injectable } from '@nestjs/common';
import { type Change, type ChangeRepository, scim, tell, workerChanged, workerHired } from '#connector';
import { canonicalJson, failpoint, isId } from '#kernel';
import type { EntityManager, EstateView } from '#platform';
import { userQuery } from './user-query.js';
import type { UserRepository, UserRow } from './users.repository.js';
import { check } from './worker.js';

/** Who is changed, and the version the client has in mind; null where it says none. */
export interface Target {
  instance: string;
  id: string;
  ifMatch: string | null;
}

/**
 * What identity platforms tell about people becomes users here and events for everybody else, both in one commit. The
 * same statement again changes nothing and tells nothing, whoever repeats it.
 */
@Injectable()
export class Provisioning {
  constructor(
    private readonly users: UserRepository,
    private readonly changes: ChangeRepository,
    private readonly estate: EstateView,
  ) {}

  async get(instance: string, id: string): Promise<UserRow> {
    const user = isId(id) ? await this.users.find(instance, id) : undefined;
    if (!user || user.deleted) throw scim.noSuchUser(id);
    return user;
  }

  async list(instance: string, query: Record<string, string | undefined>) {
    const asked = userQuery(query);
    const { total, found } = await this.users.search(instance, asked);
    return { total, found, startIndex: asked.startIndex };
  }

  create(instance: string, body: unknown): Promise<UserRow> {
    const attributes: scim.Attributes = { active: true, ...scim.stated(body) };
    return this.commit(async (manager) => {
      // Looked at before it is stored: what has no name has no row.
      check({ id: 'new', attributes, version: 1, createdAt: new Date(), modifiedAt: new Date(), deleted: false });
      const user = await this.users.add(manager, instance, attributes);
      await this.tell(manager, instance, hired(instance, user));
      return user;
    });
  }

  /** Whoever says nothing about `active` bars nobody and lets nobody in. */
  replace(target: Target, body: unknown): Promise<UserRow> {
    return this.change(target, ({ attributes: { active } }) => ({ active, ...scim.stated(body) }));
  }

  patch(target: Target, body: unknown): Promise<UserRow> {
    return this.change(target, ({ attributes }) => scim.patched(attributes, body));
  }

  /** Nobody is deleted here: the user is hidden from its platform, and the worker is not active any more. */
  async remove(target: Target): Promise<void> {
    await this.change(target, ({ attributes }) => ({ ...attributes, active: false }), true);
  }

  private change(
    { instance, id, ifMatch }: Target,
    next: (user: UserRow) => scim.Attributes,
    deleted = false,
  ): Promise<UserRow> {
    return this.commit(async (manager) => {
      const before = isId(id) ? await this.users.hold(manager, instance, id) : undefined;
      if (!before) throw scim.noSuchUser(id);
      scim.refuseStale(before, ifMatch);
      const attributes = next(before);
      if (!deleted && canonicalJson(attributes) === canonicalJson(before.attributes)) return before;
      check({ ...before, attributes });
      const user = await this.users.change(manager, id, attributes, deleted);
      await this.tell(manager, instance, changed(instance, user));
      return user;
    });
  }

  private async commit(work: (manager: EntityManager) => Promise<UserRow>): Promise<UserRow> {
    const user = await this.users.database.transaction(work);
    failpoint('after-stored');
    return user;
  }

  private tell(manager: EntityManager, instance: string, change: Change): Promise<void> {
    return tell(manager, this.changes, { instance, estate: this.estate }, [change]);
  }
}

const hired = (instance: string, { id, createdAt }: UserRow): Change =>
  workerHired(instance, id, createdAt.toISOString());

const changed = (instance: string, { id, version, modifiedAt }: UserRow): Change =>
  workerChanged(instance, id, modifiedAt.toISOString(), String(version));

import type { World } from '../../core/simulator.js';
import { dates, required } from './checks.js';
import { invalid } from './errors.js';
import type { Body, Stored } from './resource.js';
import { stamp } from './rows.js';
import type { Rule } from './rules.js';

// Assumption, unconfirmed by the vendor: all wordings, and the fields they name.

export const today = (world: World): string => stamp(world).slice(0, 10);

/** The published version of a set that counts on a date. */
export const inEffect = (world: World, setId: string, date: string): Stored | undefined =>
  world.store
    .list<Stored>('rate_card_set_versions')
    .filter((version) => version.rate_card_set_id === setId && version.active === true)
    .filter((version) => String(version.effective_date) <= date)
    .sort((a, b) => String(a.effective_date).localeCompare(String(b.effective_date)))
    .at(-1);

/** What an hour of a role costs on a card and date, in cents. */
export function roleRate(world: World, cardId: unknown, role: unknown, date: string): number | undefined {
  const card = world.store.get<Stored>('rate_cards', String(cardId));
  const current = card && inEffect(world, String(card.rate_card_set_id), date);
  const version = current && versionOf(world, card.id, current.id);
  if (!version) return undefined;
  return Number(
    rolesOf(world, version.id).find(({ role_id: id }) => id === String(role))?.rate ?? version.default_rate,
  );
}

export const rolesOf = (world: World, versionId: string): Stored[] =>
  world.store.list<Stored>('rate_card_roles').filter((role) => role.rate_card_version_id === versionId);

export const versionOf = (world: World, cardId: string, setVersionId: string): Stored | undefined =>
  world.store.find<Stored>(
    'rate_card_versions',
    (version) => version.rate_card_id === cardId && version.rate_card_set_version_id === setVersionId,
  );

/** What is published and has taken effect is not changed any more: a new version is made. */
export function assertChangeable(world: World, setVersionId: unknown): void {
  const version = world.store.get<Stored>('rate_card_set_versions', String(setVersionId))!;
  if (version.active === true && String(version.effective_date) <= today(world))
    throw invalid('base', 'A published rate card version that is in effect cannot be changed');
}

export const setVersion: Rule = (world, values, before) => {
  dates(values, 'effective_date');
  if (before) assertChangeable(world, before.id);
  if (before) return values;
  const set = required(world, 'rate_card_sets', values.rate_card_set_id, 'rate_card_set_id', 'Rate card set');
  if (values.clone_id) {
    const source = required(world, 'rate_card_set_versions', values.clone_id, 'clone_id', 'Rate card set version');
    if (source.rate_card_set_id !== set.id) throw invalid('clone_id', 'The version to clone must be of the same set');
  }
  return { effective_date: today(world), ...values, active: false };
};

export const rateCardSet: Rule = (world, values, before) => {
  if (values.clone_version_id)
    required(world, 'rate_card_set_versions', values.clone_version_id, 'clone_version_id', 'Rate card set version');
  return before ? values : { ...values, account_default: false };
};

/** A set has one card for each currency, and only currencies of the account's default set. */
export const rateCard: Rule = (world, values, before) => {
  const set = required(
    world,
    'rate_card_sets',
    before?.rate_card_set_id ?? values.rate_card_set_id,
    'rate_card_set_id',
    'Rate card set',
  );
  if (before && isUsed(world, before.id)) throw invalid('currency', 'The currency is in use by a project');
  const cards = world.store.list<Stored>('rate_cards').filter(({ currency }) => currency === values.currency);
  if (cards.some((card) => card.rate_card_set_id === set.id && card.id !== before?.id))
    throw invalid('currency', 'Currency has already been taken');
  if (set.account_default !== true && !cards.some((card) => isOfDefaultSet(world, card)))
    throw invalid('currency', 'Currency must be on the account default rate card set first');
  const { rate_card_set_version_id: _version, ...rest } = values;
  return { ...rest, rate_card_set_title: `${String(set.title)} ${String(values.currency ?? before?.currency)}` };
};

const isOfDefaultSet = (world: World, { rate_card_set_id: set }: Body): boolean =>
  world.store.get<Stored>('rate_card_sets', String(set))?.account_default === true;

const isUsed = (world: World, cardId: string): boolean =>
  world.store.find<Stored>('workspaces', ({ rate_card_id: id }) => id === cardId) !== undefined;

export const rateCardVersion: Rule = (world, values, before) => {
  assertChangeable(world, before!.rate_card_set_version_id);
  if (values.default_rate === undefined) throw invalid('default_rate', "Default rate can't be blank");
  cents(values.default_rate, 'default_rate');
  return values;
};

export const rateCardRole: Rule = (world, values, before) => {
  const id = before?.rate_card_version_id ?? values.rate_card_version_id;
  const version = required(world, 'rate_card_versions', id, 'rate_card_version_id', 'Rate card version');
  assertChangeable(world, version.rate_card_set_version_id);
  if (values.rate !== undefined) cents(values.rate, 'rate');
  if (before) return values;
  const role = required(world, 'roles', values.role_id, 'role_id', 'Role');
  if (rolesOf(world, version.id).some((other) => other.role_id === role.id))
    throw invalid('role_id', 'Role has already been taken');
  return values;
};

function cents(value: unknown, field: string): void {
  if (!Number.isInteger(value) || Number(value) < 0) throw invalid(field, `${field} must be a whole number of cents`);
}

/** A card in use stays; its versions and their rates go with it. */
export function rateCardGone(world: World, card: Stored): void {
  if (isUsed(world, card.id)) throw invalid('base', 'The rate card is in use by a project');
  for (const version of world.store.list<Stored>('rate_card_versions'))
    if (version.rate_card_id === card.id) dropVersion(world, version);
}

export function setVersionGone(world: World, gone: Stored): void {
  if (gone.active === true) throw invalid('base', 'A published rate card set version cannot be deleted');
  for (const version of world.store.list<Stored>('rate_card_versions'))
    if (version.rate_card_set_version_id === gone.id) dropVersion(world, version);
}

function dropVersion(world: World, version: Stored): void {
  for (const role of rolesOf(world, version.id)) world.store.delete('rate_card_roles', role.id);
  world.store.delete('rate_card_versions', version.id);
}

export function rateCardRoleGone(world: World, { rate_card_version_id: id }: Stored): void {
  const version = world.store.get<Stored>('rate_card_versions', String(id))!;
  assertChangeable(world, version.rate_card_set_version_id);
}

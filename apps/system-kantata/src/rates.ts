import { createOnce, type DomainOperations, type Vendor } from '#connector';
import type { psa } from '#contracts';
import { addDays, Failure, today, toMinorUnits } from '#kernel';
import { create, list, listAll, type Row, update } from './api.js';
import { rolesNamed } from './people.js';
import { theProject } from './projects.js';
import { quarantineMs } from './settings.js';

/** Cents an hour by role id. */
type Rates = Map<string, number>;

const sets = 'rate_card_sets';
const versions = 'rate_card_set_versions';

/** Sets carry no reference of ours: theirs is the title. */
const titleOf = (ref: string): string => `Throughline ${ref}`;

/** The first day Kantata still takes rates for: none in the past is published. */
const firstDay = (): string => today(new Date(), 'UTC');

/** What is stated, in the vendor's words; all that it cannot take at once. */
async function ratesOf(vendor: Vendor, currency: string, { rates }: psa.ProjectRates): Promise<Rates> {
  const roles = await rolesNamed(
    vendor,
    rates.map(({ roleName }) => roleName),
  );
  const fields = rates.flatMap(({ roleName, hourlyRate }) => [
    ...(hourlyRate.currency === currency
      ? []
      : [`${roleName} is in ${hourlyRate.currency}, the project in ${currency}`]),
    ...(Number.isInteger(toMinorUnits(hourlyRate)) ? [] : [`${roleName} has a part of a cent: ${hourlyRate.amount}`]),
  ]);
  if (fields.length > 0)
    throw new Failure('rejected', `Kantata cannot hold these rates: ${fields.join('; ')}`, {
      remedy: 'state each rate in whole cents of the project’s currency',
      fields: fields.map((message) => ({ field: 'hourlyRate', message })),
    });
  return new Map(rates.map(({ hourlyRate }, at) => [roles[at]!.id, toMinorUnits(hourlyRate)]));
}

/** The version of a set that holds on a day. */
const versionOn = async (vendor: Vendor, set: string, day: string): Promise<Row | undefined> =>
  (await list(vendor, versions, { rate_card_set_id: set, effective_on_date: day })).rows[0];

/** What the project has been priced by: its own card's set, else the account's. */
async function setBefore(vendor: Vendor, { rate_card_id: card }: Row): Promise<string | undefined> {
  if (!card) return (await listAll(vendor, sets, {})).find((set) => set.account_default === true)?.id;
  const { rows } = await list(vendor, 'rate_cards', { only: String(card), include: 'rate_card_set' });
  return rows[0] && String(rows[0].rate_card_set_id);
}

/** Begins as a copy, so that roles nobody states a rate for keep theirs. */
async function makeSet(vendor: Vendor, ref: string, project: Row): Promise<Row> {
  const before = await setBefore(vendor, project);
  const source = before ? await versionOn(vendor, before, firstDay()) : undefined;
  return create(vendor, sets, { title: titleOf(ref) }, source ? { clone_version_id: source.id } : {});
}

async function held(vendor: Vendor, { id }: Row, currency: string): Promise<Rates> {
  const rows = await listAll(vendor, `${versions}/${id}/rate_card_table_rows`, {});
  const cell = ({ cells }: Row): { rate: number } | undefined => (cells as Record<string, { rate: number }>)[currency];
  return new Map(rows.filter(cell).map((row) => [String(row.role_id), cell(row)!.rate]));
}

async function putRows(vendor: Vendor, { id }: Row, currency: string, rates: Rates): Promise<void> {
  for (const [role, rate] of rates) {
    const body = { rate_card_table_row: { rates: [{ currency, rate }] } };
    await vendor.send({ method: 'PUT', path: `/api/v1/${versions}/${id}/rate_card_table_rows/${role}`, body });
  }
}

const publish = (vendor: Vendor, { id }: Row): Promise<unknown> =>
  vendor.send({ method: 'PUT', path: `/api/v1/${versions}/${id}/publish` });

interface Wanted {
  day: string;
  currency: string;
  rates: Rates;
}

/** A set's first version is a draft of the day the set was made; it may have waited since. */
async function beginSet(vendor: Vendor, draft: Row, { day, currency, rates }: Wanted): Promise<void> {
  if (draft.effective_date !== firstDay()) await update(vendor, versions, draft.id, { effective_date: firstDay() });
  if (day === firstDay()) await putRows(vendor, draft, currency, rates);
  await publish(vendor, draft);
}

/** Makes the rates hold from a day on. What is in effect cannot be changed: on a day that has begun, they hold from the next. */
async function bring(vendor: Vendor, set: string, { day, currency, rates }: Wanted): Promise<void> {
  const base = await versionOn(vendor, set, day);
  const before: Rates = base ? await held(vendor, base, currency) : new Map();
  const changed = new Map([...rates].filter(([role, rate]) => before.get(role) !== rate));
  if (changed.size === 0) return;
  const isBase = base?.effective_date === day;
  if (isBase && day === firstDay()) return bring(vendor, set, { day: addDays(day, 1), currency, rates });
  const all = await listAll(vendor, versions, { rate_card_set_id: set });
  for (const later of all.filter(({ active, effective_date: from }) => active === true && String(from) > day)) {
    const its = await held(vendor, later, currency);
    // Where the rate held on unchanged until now, the new one does.
    const follows = [...changed].filter(([role]) => its.get(role) === before.get(role));
    await putRows(vendor, later, currency, new Map(follows));
  }
  const draft = all.find(({ active, effective_date: from }) => active !== true && from === day);
  const target = isBase ? base : (draft ?? (await makeVersion(vendor, set, day, base)));
  await putRows(vendor, target, currency, changed);
  if (!isBase) await publish(vendor, target);
}

const makeVersion = (vendor: Vendor, set: string, day: string, base: Row | undefined): Promise<Row> =>
  create(vendor, versions, { rate_card_set_id: set, effective_date: day }, base ? { clone_id: base.id } : {});

async function cardOf(vendor: Vendor, set: string, currency: string): Promise<Row> {
  const cards = await listAll(vendor, 'rate_cards', { rate_card_set_id: set });
  const card = cards.find((one) => one.currency === currency);
  return card ?? create(vendor, 'rate_cards', { rate_card_set_id: set, currency });
}

/** A project's rates are a rate card set of its own, with a version for each day on which they change. */
export const putRates: DomainOperations['psa']['putRates'] = createOnce({
  quarantineMs,
  find: async (vendor, { reference: ref }) =>
    (await listAll(vendor, sets, {})).filter(({ title }) => title === titleOf(ref)),
  create: async (vendor, { reference: ref, rates }) => {
    const project = await theProject(vendor, ref);
    await ratesOf(vendor, String(project.currency), rates);
    return makeSet(vendor, ref, project);
  },
  tell: ({ id }) => ({ id, url: null }),
  finish: async (vendor, { reference: ref, rates: stated }, made) => {
    const project = await theProject(vendor, ref);
    const currency = String(project.currency);
    const rates = await ratesOf(vendor, currency, stated);
    const day = stated.effectiveFrom > firstDay() ? stated.effectiveFrom : firstDay();
    const card = await cardOf(vendor, made.id, currency);
    const known = await listAll(vendor, versions, { rate_card_set_id: made.id });
    if (!known.some(({ active }) => active === true)) await beginSet(vendor, known[0]!, { day, currency, rates });
    await bring(vendor, made.id, { day, currency, rates });
    if (project.rate_card_id !== card.id) await update(vendor, 'workspaces', project.id, { rate_card_id: card.id });
    return made;
  },
});

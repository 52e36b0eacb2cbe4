import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { badRequest, invalid } from './errors.js';
import { assertChangeable, rolesOf, versionOf } from './rate-card-rules.js';
import { create, existing, update } from './records.js';
import type { Stored } from './resource.js';

interface Rate {
  currency: string;
  rate: number;
}

type Asked = FastifyRequest<{
  Params: { version: string; role: string };
  Body: { rate_card_table_row?: { rates?: Rate[] } } | undefined;
}>;

/** A version of a set as a table: a row for each role, a rate for each currency. A row may be put again. */
export function rateCardTableRoutes(app: FastifyInstance, world: World): void {
  const path = '/rate_card_set_versions/:version/rate_card_table_rows';
  app.get(path, ({ params }: Asked) => table(world, existing(world, 'rate_card_set_versions', params.version)));
  app.put(`${path}/:role`, (request: Asked) => {
    const version = existing(world, 'rate_card_set_versions', request.params.version);
    const role = existing(world, 'roles', request.params.role);
    const rates = request.body?.rate_card_table_row?.rates;
    if (!Array.isArray(rates)) throw badRequest('param is missing or the value is empty: rate_card_table_row');
    world.store.atomically(() => rates.forEach((rate) => setRate(world, version, role, rate)));
    world.ledger(request, {
      operation: 'update',
      entity: 'rate_card_table_row',
      id: rowId(version, role),
      data: rates,
    });
    return table(world, version, role);
  });
  app.delete(`${path}/:role`, (request: Asked, reply) => {
    const version = existing(world, 'rate_card_set_versions', request.params.version);
    const role = existing(world, 'roles', request.params.role);
    assertChangeable(world, version.id);
    for (const { rate } of cellsOf(world, version, role)) world.store.delete('rate_card_roles', rate.id);
    world.ledger(request, { operation: 'delete', entity: 'rate_card_table_row', id: rowId(version, role) });
    return reply.code(204).send();
  });
}

function setRate(world: World, version: Stored, role: Stored, { currency, rate }: Rate): void {
  const card = world.store.find<Stored>(
    'rate_cards',
    (candidate) => candidate.rate_card_set_id === version.rate_card_set_id && candidate.currency === currency,
  );
  if (!card) throw invalid('rates', `There is no rate card of ${currency} on this set`);
  const own = versionOf(world, card.id, version.id)!;
  const known = rolesOf(world, own.id).find((candidate) => candidate.role_id === role.id);
  if (known) update(world, 'rate_card_roles', known.id, { rate });
  else create(world, 'rate_card_roles', { rate_card_version_id: own.id, role_id: role.id, rate });
}

const rowId = (version: Stored, role: Stored): string => `${version.id}:${role.id}`;

/** The rates of a role in a version, by currency. */
function cellsOf(world: World, version: Stored, role: Stored): { currency: string; rate: Stored }[] {
  return world.store.list<Stored>('rate_card_versions').flatMap((own) => {
    if (own.rate_card_set_version_id !== version.id) return [];
    const rate = rolesOf(world, own.id).find((candidate) => candidate.role_id === role.id);
    const { currency } = world.store.get<Stored>('rate_cards', String(own.rate_card_id))!;
    return rate ? [{ currency: String(currency), rate }] : [];
  });
}

/** One row, or all; the count is that of all. */
function table(world: World, version: Stored, only?: Stored): object {
  const roles = world.store.list<Stored>('roles').filter((role) => cellsOf(world, version, role).length > 0);
  const rows = roles
    .filter((role) => !only || role.id === only.id)
    .map((role) => ({
      id: rowId(version, role),
      rate_card_set_id: version.rate_card_set_id,
      rate_card_set_version_id: version.id,
      role_id: role.id,
      name: role.name,
      removable: true,
      cells: Object.fromEntries(
        cellsOf(world, version, role).map(({ currency, rate }) => [
          currency,
          { rate_card_role_id: rate.id, rate: rate.rate },
        ]),
      ),
    }));
  return {
    count: roles.length,
    meta: { count: roles.length, page_count: 1, page_number: 1, page_size: 20 },
    results: rows.map(({ id }) => ({ key: 'rate_card_table_rows', id })),
    rate_card_table_rows: Object.fromEntries(rows.map((row) => [row.id, row])),
  };
}

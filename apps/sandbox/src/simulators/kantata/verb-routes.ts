import type { FastifyInstance } from 'fastify';
import type { World } from '../../core/simulator.js';
import { type Asked, queryOf } from './asked.js';
import { envelope } from './envelope.js';
import { setMember } from './people-rules.js';
import { rateCardTableRoutes } from './rate-card-table.js';
import { publish } from './rate-card-versions.js';
import { existing } from './records.js';

/** Changes that have a path of their own. */
export function verbRoutes(app: FastifyInstance, world: World): void {
  for (const verb of ['disable', 'enable'] as const)
    app.put(`/account_memberships/:id/${verb}`, (request: Asked) => {
      const membership = existing(world, 'account_memberships', request.params.id);
      const changed = setMember(world, membership, verb === 'enable');
      world.ledger(request, { operation: verb, entity: 'account_membership', id: changed.id });
      return envelope(world, 'account_memberships', [changed], queryOf(request));
    });
  app.put('/rate_card_set_versions/:id/publish', (request: Asked) => {
    const version = publish(world, existing(world, 'rate_card_set_versions', request.params.id));
    world.ledger(request, { operation: 'publish', entity: 'rate_card_set_version', id: version.id });
    return { activated: true };
  });
  rateCardTableRoutes(app, world);
}

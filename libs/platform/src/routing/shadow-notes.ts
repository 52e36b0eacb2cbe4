import { derivedId, Failure } from '#kernel';
import { currentContext } from '../context.js';
import { type DataSource, preparedRows } from '../database.js';
import type { Domain } from '../estate/estate.js';
import type { RoutePair } from './routing.js';
import { type Identity, type ShadowRequest, shadowRules } from './shadow-rules.js';

/** A call that the live system of a pair has answered. */
export interface AnsweredCall {
  domain: Domain;
  legalEntity: string;
  pair: RoutePair & { shadow: string };
  operation: string;
  isWrite: boolean;
  request: ShadowRequest & { key?: unknown };
  answer: unknown;
}

/**
 * Notes what is to be repeated to a shadow. It is noted before the step is: a crash between the two asks the live system
 * again, which answers the same, and the same write is noted once.
 */
export class ShadowNotes {
  constructor(private readonly database: DataSource) {}

  async note({ domain, legalEntity, pair, operation, isWrite, request, answer }: AnsweredCall): Promise<void> {
    const rules = shadowRules[domain];
    if (!rules) throw new Failure('defect', `nothing says how ${domain} writes are repeated to ${pair.shadow}`);
    const { key, ...plain } = request;
    await this.identify(pair.live, rules.identitiesIn(operation, plain, answer));
    if (!isWrite) return;
    const kind = rules.kinds[operation] ?? operation;
    const { correlationId, run } = currentContext();
    const parts = rules.partsOf(operation, { request: plain, key: String(key), answer });
    const notes = parts.map((part) => ({
      ...part,
      id: derivedId('shadow', pair.shadow, operation, part.key),
      record: `${kind} ${part.request.reference ?? ''}`.trimEnd(),
    }));
    await preparedRows(
      this.database,
      `insert into routing.shadow_write (id, domain, legal_entity, live, shadow, operation, kind, record, workflow, key,
                                         request, answer, correlation_id)
       select part.id, $2, $3, $4, $5, $6, $7, part.record, $8, part.key, part.request, part.answer, $9
         from jsonb_to_recordset($1::jsonb) as part (id uuid, record text, key text, request jsonb, answer jsonb)
       on conflict (id) do nothing`,
      [
        JSON.stringify(notes),
        domain,
        legalEntity,
        pair.live,
        pair.shadow,
        operation,
        kind,
        run?.workflow ?? 'no workflow',
        correlationId,
      ],
    );
  }

  /** Keeps what a system calls records we know by other words. */
  async identify(instance: string, identities: Identity[]): Promise<void> {
    if (identities.length === 0) return;
    await preparedRows(
      this.database,
      `insert into routing.identity (instance, kind, id, names)
       select distinct on (kind, id) $1, kind, id, names
         from jsonb_to_recordset($2::jsonb) as told (kind text, id text, names jsonb)
       on conflict (instance, kind, id) do update set names = excluded.names`,
      [instance, JSON.stringify(identities)],
    );
  }
}

import { Failure } from '#kernel';
import { currentContext } from '../context.js';
import { type DataSource, preparedRows } from '../database.js';
import type { EstateView } from '../estate/estate-view.js';
import type { Domain } from '../estate/estate.js';

/** The instance that serves, and the one that every write is repeated to. */
export interface RoutePair {
  live: string;
  shadow: string | null;
}

/**
 * Which instance serves a domain for a legal entity: what was decided last, else what the estate file says. A run asks as
 * of the moment it began, so it ends where it began, whatever is decided meanwhile and however often it is replayed.
 */
export class Routing {
  constructor(
    private readonly estate: EstateView,
    private readonly database: DataSource,
  ) {}

  async pairOf(domain: Domain, legalEntity?: string): Promise<RoutePair> {
    const inFile = this.estate.instanceFor(domain, legalEntity).name;
    const [decided] = await preparedRows<RoutePair & { insteadOf: string }>(
      this.database,
      `select live, shadow, instead_of as "insteadOf" from routing.decision
        where domain = $1 and legal_entity = $2 and since <= coalesce($3::timestamptz, clock_timestamp())
        order by since desc limit 1`,
      [domain, legalEntity ?? '', currentContext().run?.begun ?? null],
    );
    if (!decided) return { live: inFile, shadow: null };
    const { live, shadow, insteadOf } = decided;
    if (inFile === insteadOf || inFile === live) return { live, shadow };
    throw new Failure('conflict', `estate.yaml routes ${domain} of ${legalEntity} to ${inFile}, decided was ${live}`, {
      code: 'routing-contradicts',
      remedy: `say ${live} (or ${insteadOf}, as when it was decided) in routing.${domain}.${legalEntity}, restart, then retry`,
    });
  }
}

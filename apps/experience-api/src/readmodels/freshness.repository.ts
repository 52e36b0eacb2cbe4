import type { MissingPart } from '#contracts';
import { type DataSource, rows } from '#platform';
import { readModels } from './projector.repository.js';

/** How old what is shown may be. */
export interface Freshness {
  /** Everything told up to this moment is in it. */
  asOf: string;
  lagSeconds: number;
  /** Sources that gave no answer of late: what they say is as old as stated. */
  missing: MissingPart[];
}

/** Says how far the read models are, and since when each mirrored source is silent. */
export class FreshnessRepository {
  constructor(private readonly database: DataSource) {}

  async now(): Promise<Freshness> {
    const [lag] = await rows<{ asOf: Date; lagSeconds: number }>(
      this.database,
      `select least(coalesce(min(log.recorded_at), clock_timestamp()), clock_timestamp()) as "asOf",
              round(coalesce(greatest(0, extract(epoch from clock_timestamp() - min(log.recorded_at))), 0))::int as "lagSeconds"
         from events.log where log.type = any($1)
          and log.position > coalesce((select position from subscription where name = $2), 0)`,
      [readModels.types.map(({ type }) => type), readModels.name],
    );
    const silent = await rows<{ name: string; readAt: Date | null; reason: string }>(
      this.database,
      'select name, read_at as "readAt", reason from source where failed_at is not null order by name',
    );
    return {
      asOf: lag!.asOf.toISOString(),
      lagSeconds: lag!.lagSeconds,
      missing: silent.map(({ name, readAt, reason }) => ({
        part: name,
        reason: `as of ${readAt?.toISOString() ?? 'never'}: ${reason}`.slice(0, 500),
      })),
    };
  }

  /** Where the read models are in the log. */
  async position(): Promise<number> {
    const [found] = await rows<{ position: number }>(
      this.database,
      'select position::float8 as position from subscription where name = $1',
      [readModels.name],
    );
    return found?.position ?? 0;
  }
}

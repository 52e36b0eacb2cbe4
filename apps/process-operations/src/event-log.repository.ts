import type { EventPage, EventQuery, EventView } from '#contracts';
import { type DataSource, rows } from '#platform';

const defaultLimit = 100;

/** Reads the event log. */
export class EventLogRepository {
  constructor(private readonly database: DataSource) {}

  async list({ cursor, limit = defaultLimit, type, subject, correlationId }: EventQuery): Promise<EventPage> {
    const found = await rows<EventView & { position: string }>(
      this.database,
      `select position, id, source, type, subject, time, correlation_id as "correlationId", data from events.log
        where position > $1 and ($2::text is null or type = $2) and ($3::text is null or subject = $3)
          and ($4::text is null or correlation_id = $4) order by position limit $5`,
      [Number(cursor ?? 0), type ?? null, subject ?? null, correlationId ?? null, limit + 1],
    );
    const last = found[limit - 1];
    return {
      items: found.slice(0, limit).map(({ position: _position, ...event }) => event),
      nextCursor: found.length > limit && last ? last.position : null,
    };
  }
}

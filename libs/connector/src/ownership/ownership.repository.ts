import { type DataSource, type EntityManager, rows } from '#platform';

/** What was written of a record before. */
interface Before {
  /** Id of the effect. */
  id: string;
  groups: Record<string, string>;
}

/** The vendor's clock and ours may differ, and a change may show late. */
const echoMarginSeconds = 120;

/** What the log and the effects know of who began a piece of work, and of what we wrote ourselves. */
export class OwnershipRepository {
  constructor(private readonly database: DataSource) {}

  /** The instance whose event began a piece of work; null where a person or the product itself began it. */
  async originOf(correlationId: string): Promise<string | null> {
    const [first] = await rows<{ source: string }>(
      this.database,
      'select source from events.log where correlation_id = $1 order by position limit 1',
      [correlationId],
    );
    return /^\/instances\/(.+)$/.exec(first?.source ?? '')?.[1] ?? null;
  }

  /** Writes of a record that reached the vendor, or may have; newest first, the last 50 of them. */
  lastWritten(instance: string, operation: string, reference: string): Promise<Before[]> {
    return rows<Before>(
      this.database,
      `select id, written -> 'groups' as groups from effect
        where instance = $1 and operation = $2 and written ->> 'reference' = $3
          and written is not null and status <> 'prepared' order by created_at desc limit 50`,
      [instance, operation, reference],
    );
  }

  /** Whether we wrote a record of the vendor about when it changed. */
  async wroteAbout(manager: EntityManager, instance: string, vendorId: string, time: string): Promise<boolean> {
    const found = await rows(
      manager,
      `select 1 from effect where instance = $1 and result ->> 'id' = $2 and written is not null and status = 'applied'
         and $3::timestamptz between sent_at - $4 * interval '1 second' and updated_at + $4 * interval '1 second' limit 1`,
      [instance, vendorId, time, echoMarginSeconds],
    );
    return found.length > 0;
  }
}

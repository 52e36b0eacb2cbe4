import { type DataSource, rows } from '#platform';

/** What waits for one instance, and since when. */
export interface Backlog {
  instance: string;
  webhooks: number;
  unsettledWrites: number;
  oldest: Date | null;
  lastPoll: Date | null;
}

/** Counts what is not done yet. */
export class StatusRepository {
  constructor(private readonly database: DataSource) {}

  backlogs(instances: string[]): Promise<Backlog[]> {
    return rows<Backlog>(
      this.database,
      `select name as instance, coalesce(webhooks, 0)::int as webhooks, coalesce(writes, 0)::int as "unsettledWrites",
              least(webhook_since, write_since) as oldest, last_poll as "lastPoll"
         from unnest($1::text[]) as name
         left join (select instance, count(*) as webhooks, min(received_at) as webhook_since
                      from webhook_delivery where state = 'waiting' group by instance) w on w.instance = name
         left join (select instance, count(*) as writes, min(created_at) as write_since
                      from effect where status = 'sending' group by instance) e on e.instance = name
         left join (select instance, max(polled_at) as last_poll from feed_cursor group by instance) f
           on f.instance = name
        order by name`,
      [instances],
    );
  }
}

import { newId } from '#kernel';
import { type DataSource, rows } from '#platform';
import { letterOf, type Notice, type Told } from './notice.js';

export interface WaitingLetter {
  id: string;
  clientId: string;
  address: string;
  subject: string;
  body: string;
  tries: number;
}

/** Longer than any mail server takes; who died with a letter in hand gives it back then. */
const leaseMs = 60_000;

/** What consumers are written, kept before it is sent. */
export class NoticeRepository {
  constructor(readonly database: DataSource) {}

  /** Writes one letter about everything a consumer was not told of yet; true where there was anything. */
  write({ clientId, name, contact, notices }: Told, portalUrl: string): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('consumer notices'))`);
      const known = await rows<Pick<Notice, 'contract' | 'part' | 'stage'>>(
        manager,
        'select contract, part, stage from consumer_notice where client_id = $1',
        [clientId],
      );
      const told = new Set(known.map(keyOf));
      const news = notices.filter((one) => !told.has(keyOf(one)));
      if (news.length === 0) return false;
      const letter = newId();
      await manager.query(
        'insert into consumer_letter (id, client_id, address, subject, body) values ($1, $2, $3, $4, $5)',
        [letter, clientId, contact, ...letterOf({ name }, news, portalUrl)],
      );
      await manager.query(
        `insert into consumer_notice (client_id, contract, part, stage, letter)
         select $1, contract, part, stage, $2 from jsonb_to_recordset($3) as news (contract text, part text, stage text)`,
        [clientId, letter, JSON.stringify(news)],
      );
      return true;
    });
  }

  /** The next letter to send; nobody else gets it for a while. */
  async take(): Promise<WaitingLetter | null> {
    const [letter] = await rows<WaitingLetter>(
      this.database,
      `update consumer_letter set tries = tries + 1, due_at = clock_timestamp() + $1 * interval '1 millisecond'
        where id = (select id from consumer_letter where state = 'waiting' and due_at <= clock_timestamp()
                     order by due_at limit 1 for update skip locked)
       returning id, client_id as "clientId", address, subject, body, tries`,
      [leaseMs],
    );
    return letter ?? null;
  }

  async sent(id: string): Promise<void> {
    await this.database.query(
      `update consumer_letter set state = 'sent', sent_at = clock_timestamp(), failure = null where id = $1`,
      [id],
    );
  }

  async later(id: string, failure: string, pauseMs: number): Promise<void> {
    await this.database.query(
      `update consumer_letter set failure = $2, due_at = clock_timestamp() + $3 * interval '1 millisecond' where id = $1`,
      [id, failure, pauseMs],
    );
  }

  async dead(id: string, failure: string): Promise<void> {
    await this.database.query(`update consumer_letter set state = 'dead', failure = $2 where id = $1`, [id, failure]);
  }
}

const keyOf = ({ contract, part, stage }: Pick<Notice, 'contract' | 'part' | 'stage'>): string =>
  [contract, part, stage].join(' ');

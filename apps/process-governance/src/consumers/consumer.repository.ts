import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Consumer, ConsumerFacts } from '#contracts';
import { type DataSource, type EntityManager, momentText, rows } from '#platform';
import { isWrittenTo } from './written-to.js';

export class CreateConsumers1700000000121 implements MigrationInterface {
  name = 'CreateConsumers1700000000121';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consumer (
        client_id text primary key, name text not null, owner text not null, contact text not null,
        uses jsonb not null, updated_at timestamptz not null default clock_timestamp())`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table consumer');
  }
}

const columns = `client_id as "clientId", name, owner, contact, uses,
  ${momentText('updated_at')} as "updatedAt"`;

type Kept = Omit<Consumer, 'writtenTo'>;

const consumerOf = (kept: Kept): Consumer => ({ ...kept, writtenTo: isWrittenTo(kept.contact) });

/** Who calls our APIs, by client id. */
export class ConsumerRepository {
  constructor(readonly database: DataSource) {}

  async list(store: DataSource | EntityManager = this.database): Promise<Consumer[]> {
    const kept = await rows<Kept>(store, `select ${columns} from consumer order by name, client_id limit 1000`);
    return kept.map(consumerOf);
  }

  async put(manager: EntityManager, clientId: string, facts: ConsumerFacts): Promise<Consumer> {
    const [consumer] = await rows<Kept>(
      manager,
      `insert into consumer (client_id, name, owner, contact, uses) values ($1, $2, $3, $4, $5)
       on conflict (client_id) do update set name = excluded.name, owner = excluded.owner, contact = excluded.contact,
         uses = excluded.uses, updated_at = clock_timestamp()
       returning ${columns}`,
      [clientId, facts.name, facts.owner, facts.contact, JSON.stringify(facts.uses)],
    );
    return consumerOf(consumer!);
  }
}

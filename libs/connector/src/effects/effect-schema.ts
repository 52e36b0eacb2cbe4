import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateEffects1700000000001 implements MigrationInterface {
  name = 'CreateEffects1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table effect (
        id uuid primary key, instance text not null, operation text not null, key text not null,
        fingerprint text not null, correlation_id text not null,
        status text not null check (status in ('prepared', 'sending', 'applied')),
        fence bigint not null default 0, attempts int not null default 0,
        lease_until timestamptz not null default '-infinity', resolve_after timestamptz not null default '-infinity',
        result jsonb, last_failure text,
        created_at timestamptz not null default now(), updated_at timestamptz not null default now())`);
    await runner.query(`create index effect_open on effect (updated_at) where status <> 'applied'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table effect');
  }
}

/** What a repeat needs to be the same request, and the natural key it is alone at. */
class AddEffectMemo1700000000006 implements MigrationInterface {
  name = 'AddEffectMemo1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table effect add column memo jsonb not null default '{}', add column natural_key text,
        add column sent_at timestamptz not null default now()`);
    await runner.query(
      `create index effect_natural_key on effect (instance, natural_key) where natural_key is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table effect drop column memo, drop column natural_key, drop column sent_at`);
  }
}

/** What an effect says about attributes that somebody can own, and how it is found again by that. */
class AddWritten1700000000070 implements MigrationInterface {
  name = 'AddWritten1700000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table effect add column written jsonb');
    await runner.query(
      `create index effect_written on effect (instance, operation, (written ->> 'reference'), created_at)
        where written is not null and status <> 'prepared'`,
    );
    await runner.query(
      `create index effect_answered on effect (instance, (result ->> 'id'))
        where written is not null and status = 'applied'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table effect drop column written');
  }
}

/** Which effect makes an item, where only we can know. */
class CreateEffectItems1700000000071 implements MigrationInterface {
  name = 'CreateEffectItems1700000000071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table effect_item (
        instance text not null, operation text not null, reference text not null,
        effect uuid not null references effect, primary key (instance, operation, reference))`);
    await runner.query('create index effect_item_of on effect_item (effect)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table effect_item');
  }
}

/** The tables of effects. */
export const effectMigrations = [
  CreateEffects1700000000001,
  AddEffectMemo1700000000006,
  AddWritten1700000000070,
  CreateEffectItems1700000000071,
];

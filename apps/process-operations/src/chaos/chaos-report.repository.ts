import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { ChaosReport, NewChaosReport } from '#contracts';
import { derivedId, Failure, isId } from '#kernel';
import { type DataSource, momentText, nameOf, type Person, rows } from '#platform';
import { verdictOf } from './chaos-verdict.js';

export class CreateChaosReports1700000000180 implements MigrationInterface {
  name = 'CreateChaosReports1700000000180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table chaos_report (
        id uuid primary key, started_at timestamptz not null, report jsonb not null,
        reported_at timestamptz not null default clock_timestamp(), reported_by text not null)`);
    await runner.query('create index chaos_report_newest on chaos_report (started_at desc)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table chaos_report');
  }
}

type Row = Pick<ChaosReport, 'id' | 'reportedAt' | 'reportedBy'> & { report: NewChaosReport };

const columns = `id, report, ${momentText('reported_at')} as "reportedAt", reported_by as "reportedBy"`;
const mostListed = 50;

/** Chaos runs, each on record once. */
export class ChaosReportRepository {
  constructor(private readonly database: DataSource) {}

  /** The same run told again changes nothing: who told of it first stays. */
  async keep(report: NewChaosReport, person: Person): Promise<ChaosReport> {
    const { startedAt, seed, queue } = report;
    const id = derivedId('chaos report', startedAt, seed, queue);
    await this.database.query(
      `insert into chaos_report (id, started_at, report, reported_by) values ($1, $2, $3, $4) on conflict do nothing`,
      [id, startedAt, JSON.stringify(report), nameOf(person)],
    );
    return this.get(id);
  }

  async get(id: string): Promise<ChaosReport> {
    const sql = `select ${columns} from chaos_report where id = $1`;
    const [found] = isId(id) ? await rows<Row>(this.database, sql, [id]) : [];
    if (found) return viewOf(found);
    throw new Failure('not-found', `no chaos run "${id}" is on record`);
  }

  async newest(): Promise<ChaosReport[]> {
    const sql = `select ${columns} from chaos_report order by started_at desc, id limit ${mostListed}`;
    return (await rows<Row>(this.database, sql)).map(viewOf);
  }
}

const viewOf = ({ report, ...row }: Row): ChaosReport => ({ ...row, ...report, verdict: verdictOf(report) });

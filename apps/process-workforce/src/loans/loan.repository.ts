import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type DataSource, type EntityManager, rows } from '#platform';
import type { Carried } from '../carried.js';
import type { Loan } from './loan.js';

export class CreateLoans1700000000200 implements MigrationInterface {
  name = 'CreateLoans1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table worker_loan (
        id uuid primary key, number text not null references person, legal_entity text not null, cost_centre text not null,
        until date, run_id uuid not null, places jsonb not null default '{}', is_over boolean not null default false,
        unique (number, legal_entity))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table worker_loan');
  }
}

const columns = `id, number as "workerNumber", legal_entity as "legalEntity", cost_centre as "costCentre",
  until::text as until, run_id as "runId", places, is_over as "isOver"`;

export interface LentWorker extends Loan {
  name: string;
  employing: string;
}

/** Who is lent to whom at the moment; a loan that is over is a line of the audit log and the journal of its run. */
export class LoanRepository {
  constructor(readonly database: DataSource) {}

  async find(id: string): Promise<Loan | null> {
    return (await rows<Loan>(this.database, `select ${columns} from worker_loan where id = $1`, [id]))[0] ?? null;
  }

  of(workerNumber: string): Promise<Loan[]> {
    const sql = `select ${columns} from worker_loan where number = $1 order by legal_entity`;
    return rows<Loan>(this.database, sql, [workerNumber]);
  }

  /** With whom each is at home. */
  all(limit: number): Promise<LentWorker[]> {
    return rows<LentWorker>(
      this.database,
      `select loan.*, person.carried ->> 'legalEntity' as employing,
              concat_ws(' ', person.carried ->> 'firstName', person.carried ->> 'lastName') as name
         from (select ${columns} from worker_loan) loan join person on person.number = loan."workerNumber"
        order by loan."workerNumber", loan."legalEntity" limit $1`,
      [limit],
    );
  }

  /** False where the worker is lent to the legal entity already. */
  async begin(manager: EntityManager, loan: Omit<Loan, 'places' | 'isOver'>): Promise<boolean> {
    const { id, workerNumber, legalEntity, costCentre, until, runId } = loan;
    const begun = await rows(
      manager,
      `insert into worker_loan (id, number, legal_entity, cost_centre, until, run_id) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning id`,
      [id, workerNumber, legalEntity, costCentre, until, runId],
    );
    return begun.length === 1;
  }

  /**
   * Notes where the worker is known by now; false where they were carried through as something else meanwhile, or the
   * loan came to its end.
   */
  async note(id: string, { as, costCentre, places }: Known): Promise<{ isNoted: boolean }> {
    const noted = await rows(
      this.database,
      `update worker_loan loan set places = $3, cost_centre = $4 from person
        where loan.id = $1 and person.number = loan.number and person.carried = $2
          and not loan.is_over returning loan.id`,
      [id, JSON.stringify(as), JSON.stringify(places), costCentre],
    );
    return { isNoted: noted.length === 1 };
  }

  /** From here on nobody tells its platforms that the worker is there. */
  async close(id: string): Promise<{ id: string }> {
    await this.database.query('update worker_loan set is_over = true where id = $1', [id]);
    return { id };
  }

  /** Whether a loan came to its end. */
  async isOver(id: string): Promise<boolean> {
    return (await this.find(id))?.isOver ?? true;
  }

  /** Forgets a loan that is over; a repeat finds nothing to forget. */
  async end(id: string): Promise<{ id: string }> {
    await this.database.query('delete from worker_loan where id = $1', [id]);
    return { id };
  }
}

/** What was told of a worker: as who at home, under which cost centre, and where. */
interface Known {
  as: Carried;
  costCentre: string;
  places: Loan['places'];
}

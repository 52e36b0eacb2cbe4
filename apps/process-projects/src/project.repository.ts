import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { erp } from '#contracts';
import { Failure } from '#kernel';
import { type DataSource, rows } from '#platform';

/** A mobilised project: what was agreed, and where it is known. */
export interface ProjectRow {
  code: string;
  name: string;
  opportunityId: string;
  opportunityCode: string;
  client: string;
  legalEntity: string;
  currency: string;
  contractNumber: string;
  taxCode: string;
  startDate: string;
  endDate: string | null;
  rates: erp.BillingRate[];
  erpId: string;
  psaId: string;
  status: 'mobilising' | 'active' | 'closed';
}

export class CreateProjects1700000000010 implements MigrationInterface {
  name = 'CreateProjects1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table project (
        code text primary key, name text not null, opportunity_id text not null, opportunity_code text not null,
        client text not null, legal_entity text not null, currency text not null, contract_number text not null,
        tax_code text not null, start_date date not null, end_date date, rates jsonb not null,
        erp_id text not null, psa_id text not null, status text not null,
        created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp())`);
    await runner.query('create unique index project_opportunity on project (opportunity_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table project');
  }
}

const columns = `code, name, opportunity_id as "opportunityId", opportunity_code as "opportunityCode", client,
  legal_entity as "legalEntity", currency, contract_number as "contractNumber", tax_code as "taxCode",
  start_date::text as "startDate", end_date::text as "endDate", rates, erp_id as "erpId", psa_id as "psaId", status`;

/** The register of mobilised projects and their terms. */
export class ProjectRepository {
  constructor(private readonly database: DataSource) {}

  async put(project: ProjectRow): Promise<{ id: string }> {
    await this.database.query(
      `insert into project (code, name, opportunity_id, opportunity_code, client, legal_entity, currency, contract_number,
                            tax_code, start_date, end_date, rates, erp_id, psa_id, status)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       on conflict (code) do update set name = excluded.name, client = excluded.client, rates = excluded.rates,
         contract_number = excluded.contract_number, tax_code = excluded.tax_code, status = excluded.status,
         updated_at = clock_timestamp()`,
      [
        project.code,
        project.name,
        project.opportunityId,
        project.opportunityCode,
        project.client,
        project.legalEntity,
        project.currency,
        project.contractNumber,
        project.taxCode,
        project.startDate,
        project.endDate,
        JSON.stringify(project.rates),
        project.erpId,
        project.psaId,
        project.status,
      ],
    );
    return { id: project.code };
  }

  async get(code: string): Promise<ProjectRow> {
    const [found] = await rows<ProjectRow>(this.database, `select ${columns} from project where code = $1`, [code]);
    if (!found) throw new Failure('not-found', `project ${code} was not mobilised here`, { code: 'unknown-project' });
    return found;
  }

  list(): Promise<ProjectRow[]> {
    return rows<ProjectRow>(this.database, `select ${columns} from project order by code limit 1000`);
  }
}

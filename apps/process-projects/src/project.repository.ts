import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { erp, ForecastChange, PageQuery } from '#contracts';
import { Failure } from '#kernel';
import { type DataSource, rows } from '#platform';
import type { MobilisableDeal } from './mobilisation-rules.js';

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

/** A project with the deal its terms come from. */
export interface NewProject extends ProjectRow {
  /** The deal as it was when its terms reached every system; null for a project from before deals were kept. */
  deal: MobilisableDeal | null;
}

export interface ProjectTerms extends NewProject {
  /** What the last change did to the total; null where there was none. */
  lastChange: ForecastChange | null;
}

/** Who may change a project now. */
export interface Turn {
  state: 'ours' | 'theirs' | 'superseded';
  /** Key of the run whose turn it is. */
  holder: string;
  /** The terms as they are when the turn begins. */
  terms: ProjectTerms;
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

/** The deal that stands behind the terms, what the last change did, and the change that is being made. */
export class KeepDeals1700000000011 implements MigrationInterface {
  name = 'KeepDeals1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table project add column deal jsonb, add column last_change jsonb, add column turn text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table project drop column deal, drop column last_change, drop column turn');
  }
}

const columns = `code, name, opportunity_id as "opportunityId", opportunity_code as "opportunityCode", client,
  legal_entity as "legalEntity", currency, contract_number as "contractNumber", tax_code as "taxCode",
  start_date::text as "startDate", end_date::text as "endDate", rates, erp_id as "erpId", psa_id as "psaId", status`;

const termColumns = `${columns}, deal, last_change as "lastChange"`;

/** The register of mobilised projects and their terms. */
export class ProjectRepository {
  constructor(private readonly database: DataSource) {}

  async put(project: NewProject): Promise<{ id: string }> {
    await this.database.query(
      `insert into project (code, name, opportunity_id, opportunity_code, client, legal_entity, currency, contract_number,
                            tax_code, start_date, end_date, rates, erp_id, psa_id, status, deal)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       on conflict (code) do update set name = excluded.name, client = excluded.client, rates = excluded.rates,
         contract_number = excluded.contract_number, tax_code = excluded.tax_code, status = excluded.status,
         deal = excluded.deal, updated_at = clock_timestamp()`,
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
        JSON.stringify(project.deal),
      ],
    );
    return { id: project.code };
  }

  /**
   * Gives a change its turn: one at a time for each project, and none once this version of the deal, or a younger one, is
   * registered; `again` where this one is to be told once more. It lasts until it is ended.
   */
  async takeTurn(code: string, holder: string, dealVersion: string, again = false): Promise<Turn> {
    return this.database.transaction(async (manager) => {
      const [found] = await rows<ProjectTerms & { turn: string | null }>(
        manager,
        `select ${termColumns}, turn from project where code = $1 for update`,
        [code],
      );
      if (!found) throw unknownProject(code);
      const { turn, ...terms } = found;
      if (turn !== null && turn !== holder) return { state: 'theirs', holder: turn, terms };
      const known = terms.deal?.modifiedAt ?? '';
      if (known > dealVersion || (known === dealVersion && !again)) return { state: 'superseded', holder, terms };
      await manager.query('update project set turn = $2 where code = $1', [code, holder]);
      return { state: 'ours', holder, terms };
    });
  }

  async endTurn(code: string, holder: string): Promise<void> {
    await this.database.query('update project set turn = null where code = $1 and turn = $2', [code, holder]);
  }

  /** Registers changed terms; the turn goes on, since what follows belongs to the change. */
  async change(terms: ProjectTerms, holder: string): Promise<{ id: string }> {
    const changed = await rows(
      this.database,
      `update project set name = $3, contract_number = $4, tax_code = $5, start_date = $6, end_date = $7, rates = $8,
              deal = $9, last_change = $10, updated_at = clock_timestamp() where code = $1 and turn = $2 returning code`,
      [
        terms.code,
        holder,
        terms.name,
        terms.contractNumber,
        terms.taxCode,
        terms.startDate,
        terms.endDate,
        JSON.stringify(terms.rates),
        terms.deal && JSON.stringify(terms.deal),
        terms.lastChange && JSON.stringify(terms.lastChange),
      ],
    );
    if (changed.length === 0) throw new Failure('defect', `${holder} changes ${terms.code} out of turn`);
    return { id: terms.code };
  }

  /** The terms of the project that came from a deal; null where none did. */
  async ofDeal(opportunityId: string): Promise<ProjectTerms | null> {
    const found = await rows<ProjectTerms>(
      this.database,
      `select ${termColumns} from project where opportunity_id = $1`,
      [opportunityId],
    );
    return found[0] ?? null;
  }

  async terms(code: string): Promise<ProjectTerms> {
    const [found] = await rows<ProjectTerms>(this.database, `select ${termColumns} from project where code = $1`, [
      code,
    ]);
    if (!found) throw unknownProject(code);
    return found;
  }

  async get(code: string): Promise<ProjectRow> {
    const [found] = await rows<ProjectRow>(this.database, `select ${columns} from project where code = $1`, [code]);
    if (!found) throw unknownProject(code);
    return found;
  }

  /** A page in the order of the codes; the cursor is the last code of the page before. */
  async page({ cursor = '', limit = 50 }: PageQuery): Promise<{ items: ProjectRow[]; nextCursor: string | null }> {
    const found = await rows<ProjectRow>(
      this.database,
      `select ${columns} from project where code > $1 order by code limit $2`,
      [cursor, limit + 1],
    );
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? items.at(-1)!.code : null };
  }
}

const unknownProject = (code: string): Failure =>
  new Failure('not-found', `project ${code} was not mobilised here`, { code: 'unknown-project' });

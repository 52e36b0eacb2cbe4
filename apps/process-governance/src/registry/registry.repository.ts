import type {
  ContractChange,
  ContractEntry,
  ContractQuery,
  ContractState,
  ContractStep,
  ContractVersion,
  ContractVersionPage,
  PolicyObjection,
} from '#contracts';
import { Failure, isId } from '#kernel';
import { type DataSource, type EntityManager, momentText, nameOf, type Person, rows } from '#platform';

/** What is written once. */
export interface NewVersion extends Pick<
  ContractVersion,
  'id' | 'kind' | 'contract' | 'version' | 'sha256' | 'owner' | 'base'
> {
  document: string;
  reason: string;
  changes: ContractChange[];
  exempted: PolicyObjection[];
  submitter: Person;
}

export interface NewStep {
  state: ContractState;
  person: Person;
  reason: string;
  sunset?: string;
  successor?: string;
  exemptions?: string[];
}

/** A version as it stands, with the last sunset it was given. */
export interface VersionRow extends ContractVersion {
  submitter: string;
  sunset: string | null;
  successor: string | null;
  /** Day the contract was first deprecated on; null where it never was. */
  deprecatedOn: string | null;
}

/** The database, or a transaction in it. */
export type Store = DataSource | EntityManager;

const standing = `
  select v.id, v.ordinal, v.kind, v.contract, v.version, v.sha256, v.owner, v.base, v.submitter,
         v.submitted_by as "submittedBy", ${momentText('v.submitted_at')} as "submittedAt",
         s.state, s.sunset::text as sunset, s.successor,
         (select min((step.at at time zone 'UTC')::date)::text from contract_step step
           join contract_version other on other.id = step.version_id
          where other.contract = v.contract and step.state = 'deprecated') as "deprecatedOn",
         (select by_name from contract_step where version_id = v.id and state = 'published' and actor <> v.submitter
           order by ordinal limit 1) as "approvedBy"
    from contract_version v
    join lateral (select state, sunset, successor from contract_step where version_id = v.id
                   order by ordinal desc limit 1) s on true`;

const defaultLimit = 50;

/** The record of contracts: their versions, and what became of each. */
export class RegistryRepository {
  constructor(readonly database: DataSource) {}

  /** Lets one thing happen to an API after the other, until the transaction ends. */
  async lock(manager: EntityManager, contract: string): Promise<void> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`contract ${apiOf(contract)}`]);
  }

  async isEmpty(store: Store = this.database): Promise<boolean> {
    return (await rows(store, 'select 1 from contract_version limit 1')).length === 0;
  }

  /** Every version of a contract, the newest first. */
  versionsOf(contract: string, store: Store = this.database): Promise<VersionRow[]> {
    return rows<VersionRow>(store, `${standing} where v.contract = $1 order by v.ordinal desc`, [contract]);
  }

  /** The version of the same contract that a version follows; none where it is the first. */
  async followedBy({ contract, base }: VersionRow): Promise<VersionRow | undefined> {
    const known = await this.versionsOf(contract);
    return known.find(({ version, state }) => version === base && state !== 'rejected');
  }

  /** Majors of an API that callers may use. */
  async majorsOf(contract: string, store: Store = this.database): Promise<number[]> {
    const found = await rows<{ contract: string }>(
      store,
      `select distinct contract from (${standing}) known
        where contract like $1 || '/v%' and state in ('published', 'deprecated')`,
      [apiOf(contract)],
    );
    return found.map((row) => Number(row.contract.split('/v').at(-1)));
  }

  /** The newest version of each contract that stands in one of these states. */
  newest(states: ContractState[], store: Store = this.database): Promise<VersionRow[]> {
    return rows<VersionRow>(
      store,
      `select distinct on (contract) * from (${standing}) known where state = any($1)
        order by contract, ordinal desc`,
      [states],
    );
  }

  async list({ kind, contract, state, cursor, limit = defaultLimit }: ContractQuery): Promise<ContractVersionPage> {
    const found = await rows<VersionRow & { ordinal: string }>(
      this.database,
      `select * from (${standing}) known
        where ($1::text is null or kind = $1) and ($2::text is null or contract = $2)
          and ($3::text is null or state = $3) and ($4::bigint is null or ordinal < $4)
        order by ordinal desc limit $5`,
      [kind ?? null, contract ?? null, state ?? null, cursorOf(cursor), limit + 1],
    );
    const items = found.slice(0, limit);
    return { items: items.map(viewOf), nextCursor: found.length > limit ? items.at(-1)!.ordinal : null };
  }

  async get(id: string, store: Store = this.database): Promise<VersionRow> {
    const [found] = isId(id) ? await rows<VersionRow>(store, `${standing} where v.id = $1`, [id]) : [];
    if (!found) throw new Failure('not-found', `no version "${id}" of a contract`, { code: 'unknown-version' });
    return found;
  }

  async textOf(id: string, store: Store = this.database): Promise<string> {
    const [found] = await rows<{ document: string }>(store, 'select document from contract_version where id = $1', [
      id,
    ]);
    return found!.document;
  }

  async judgementOf(id: string): Promise<{ changes: ContractChange[]; exempted: PolicyObjection[] }> {
    const [found] = await rows<{ changes: ContractChange[]; exempted: PolicyObjection[] }>(
      this.database,
      'select changes, exempted from contract_version where id = $1',
      [id],
    );
    return found!;
  }

  stepsOf(id: string): Promise<ContractStep[]> {
    return rows<ContractStep>(
      this.database,
      `select state, ${momentText('at')} as at, by_name as by, reason, sunset::text as sunset, successor, exemptions
         from contract_step where version_id = $1 order by ordinal`,
      [id],
    );
  }

  /** What became of all versions of a contract, the newest first. */
  entriesOf(contract: string): Promise<ContractEntry[]> {
    return rows<ContractEntry>(
      this.database,
      `select v.version, s.state, ${momentText('s.at')} as at, s.by_name as by, s.reason, s.sunset::text as sunset,
              s.successor, s.exemptions
         from contract_step s join contract_version v on v.id = s.version_id
        where v.contract = $1 order by s.ordinal desc limit 1000`,
      [contract],
    );
  }

  async keep(manager: EntityManager, version: NewVersion): Promise<void> {
    await manager.query(
      `insert into contract_version (id, kind, contract, version, sha256, document, owner, base, submitter, submitted_by,
                                     reason, changes, exempted)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        version.id,
        version.kind,
        version.contract,
        version.version,
        version.sha256,
        version.document,
        version.owner,
        version.base,
        version.submitter.subject,
        nameOf(version.submitter),
        version.reason,
        JSON.stringify(version.changes),
        JSON.stringify(version.exempted),
      ],
    );
  }

  async step(manager: EntityManager, id: string, { state, person, reason, ...more }: NewStep): Promise<void> {
    await manager.query(
      `insert into contract_step (version_id, state, actor, by_name, reason, sunset, successor, exemptions)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        state,
        person.subject,
        nameOf(person),
        reason,
        more.sunset ?? null,
        more.successor ?? null,
        JSON.stringify(more.exemptions ?? []),
      ],
    );
  }
}

/** The fields everybody sees. */
export const viewOf = (row: VersionRow): ContractVersion => ({
  id: row.id,
  kind: row.kind,
  contract: row.contract,
  version: row.version,
  sha256: row.sha256,
  state: row.state,
  owner: row.owner,
  submittedBy: row.submittedBy,
  approvedBy: row.approvedBy,
  base: row.base,
  submittedAt: row.submittedAt,
});

/** A contract without its major: `process/projects` of `process/projects/v1`. */
export const apiOf = (contract: string): string => contract.replace(/\/v\d+$/, '');

function cursorOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  if (/^\d{1,18}$/.test(cursor)) return cursor;
  throw new Failure('rejected', `"${cursor}" is no cursor of this list`, {
    code: 'bad-cursor',
    fields: [{ field: 'cursor', message: 'must be the nextCursor of the page before' }],
  });
}

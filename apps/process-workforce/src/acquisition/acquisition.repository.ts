import type { AcquisitionView, hr } from '#contracts';
import { Failure, isId } from '#kernel';
import { type DataSource, type EntityManager, nameOf, type Person, rows } from '#platform';
import type { AcquiredRow } from './acquisition-file.js';
import type { Candidate } from './assessment.js';
import type { Match } from './duplicates.js';
import type { Mapping } from './proposals.js';

export interface Acquisition {
  id: string;
  name: string;
  legalEntity: string;
  state: AcquisitionView['state'];
  /** Subject of who uploaded it. */
  uploader: string;
  uploadedBy: string;
  loadedBy: string | null;
  /** Loads begun so far: the first one, and one for each correction after it. */
  passes: number;
  createdAt: string;
}

/** A row as it is kept, corrections laid over. */
export interface KeptRow extends Candidate {
  /** The load it belongs to; null while it waits for one. */
  pass: number | null;
}

/** What a person says about one row. */
export interface RowChange {
  corrections?: Partial<AcquiredRow>;
  samePersonAs?: string;
  leftOut?: true;
}

type Reader = EntityManager | DataSource;

const columns = `id, name, legal_entity as "legalEntity", state, uploader, uploaded_by as "uploadedBy",
  loaded_by as "loadedBy", passes, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt"`;

/** The record of acquisitions, their rows and what foreign values mean. */
export class AcquisitionRepository {
  constructor(readonly database: DataSource) {}

  /** False where this request was kept before. */
  async keep(
    manager: EntityManager,
    { id, name, legalEntity }: Pick<Acquisition, 'id' | 'name' | 'legalEntity'>,
    people: Candidate[],
    uploader: Person,
  ): Promise<boolean> {
    const made = await rows(
      manager,
      `insert into acquisition (id, name, legal_entity, uploader, uploaded_by) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning id`,
      [id, name, legalEntity, uploader.subject, nameOf(uploader)],
    );
    if (made.length === 0) return false;
    const kept = people.map(({ match, leftOut: _leftOut, samePersonAs: _same, ...source }) => ({ source, match }));
    await manager.query(
      `insert into acquisition_row (acquisition, row, source, match)
       select $1, (one -> 'source' ->> 'row')::int, one -> 'source', one -> 'match' from jsonb_array_elements($2::jsonb) one`,
      [id, JSON.stringify(kept)],
    );
    return true;
  }

  async get(id: string, manager: Reader = this.database, lock = ''): Promise<Acquisition> {
    const [found] = isId(id)
      ? await rows<Acquisition>(manager, `select ${columns} from acquisition where id = $1 ${lock}`, [id])
      : [];
    if (!found) throw new Failure('not-found', `no acquisition "${id}"`);
    return found;
  }

  /** Those that were uploaded last, the newest first. */
  async latest(most: number): Promise<string[]> {
    const found = await rows<{ id: string }>(
      this.database,
      'select id from acquisition order by created_at desc, id limit $1',
      [most],
    );
    return found.map(({ id }) => id);
  }

  /** The same, kept from others until the transaction ends. */
  lock(manager: EntityManager, id: string): Promise<Acquisition> {
    return this.get(id, manager, 'for update');
  }

  async rowsOf(id: string, manager: Reader = this.database): Promise<KeptRow[]> {
    const found = await rows<{ row: AcquiredRow } & Omit<KeptRow, keyof AcquiredRow>>(
      manager,
      `select source || corrections as row, match, left_out as "leftOut", same_person_as as "samePersonAs", pass
         from acquisition_row where acquisition = $1 order by row`,
      [id],
    );
    return found.map(({ row, ...kept }) => ({ ...row, ...kept }));
  }

  mappingsOf(id: string, manager: Reader = this.database): Promise<Mapping[]> {
    return rows<Mapping>(
      manager,
      `select kind, foreign_value as foreign, value, state, score, evidence, candidates, decided_by as "decidedBy", version
         from acquisition_mapping where acquisition = $1 order by kind, foreign_value`,
      [id],
    );
  }

  async putMappings(manager: EntityManager, id: string, mappings: Mapping[]): Promise<void> {
    await manager.query(
      `insert into acquisition_mapping (acquisition, kind, foreign_value, value, state, score, evidence, candidates,
                                        decided_by, version)
       select $1, kind, "foreign", value, state, score, evidence, candidates, "decidedBy", version
         from jsonb_to_recordset($2::jsonb) as one (kind text, "foreign" text, value text, state text, score int,
              evidence text, candidates jsonb, "decidedBy" text, version int)
       on conflict (acquisition, kind, foreign_value) do update set value = excluded.value, state = excluded.state,
         score = excluded.score, evidence = excluded.evidence, candidates = excluded.candidates,
         decided_by = excluded.decided_by, version = excluded.version`,
      [id, JSON.stringify(mappings)],
    );
  }

  async putMatches(manager: EntityManager, id: string, matches: { row: number; match: Match }[]): Promise<void> {
    await manager.query(
      `update acquisition_row set match = one.match
         from jsonb_to_recordset($2::jsonb) as one (row int, match jsonb)
        where acquisition = $1 and acquisition_row.row = one.row`,
      [id, JSON.stringify(matches)],
    );
  }

  async change(manager: EntityManager, id: string, row: number, change: RowChange): Promise<void> {
    await manager.query(
      `update acquisition_row set corrections = corrections || $3, same_person_as = coalesce($4, same_person_as),
              left_out = left_out or $5 where acquisition = $1 and row = $2`,
      [id, row, JSON.stringify(change.corrections ?? {}), change.samePersonAs ?? null, change.leftOut ?? false],
    );
  }

  async setState(manager: EntityManager, id: string, state: Acquisition['state'], loadedBy?: string): Promise<void> {
    await manager.query(`update acquisition set state = $2, loaded_by = coalesce($3, loaded_by) where id = $1`, [
      id,
      state,
      loadedBy ?? null,
    ]);
  }

  async nextPass(manager: EntityManager, id: string): Promise<number> {
    const [next] = await rows<{ passes: number }>(
      manager,
      'update acquisition set passes = passes + 1 where id = $1 returning passes',
      [id],
    );
    return next!.passes;
  }

  openExceptions(manager: EntityManager, id: string): Promise<{ id: string; subject: string }[]> {
    return rows(
      manager,
      `select id, subject_id as subject from exception
        where subject_kind = 'acquisition' and state = 'open' and starts_with(subject_id, $1)`,
      [`${id}/`],
    );
  }

  /** Gives rows to a load, each as the worker it is with us. */
  async handOver(
    manager: EntityManager,
    id: string,
    pass: number,
    people: { row: number; worker: hr.Worker }[],
  ): Promise<void> {
    await manager.query(
      `update acquisition_row set pass = $2, worker = one.worker
         from jsonb_to_recordset($3::jsonb) as one (row int, worker jsonb)
        where acquisition = $1 and acquisition_row.row = one.row`,
      [id, pass, JSON.stringify(people)],
    );
  }

  /** Takes rows back from a load that goes no further, but for those it has begun with. */
  async handBack(manager: EntityManager, id: string, pass: number, begun: string[]): Promise<void> {
    await manager.query(
      `update acquisition_row set pass = null, worker = null
        where acquisition = $1 and pass = $2 and worker ->> 'number' <> all($3)`,
      [id, pass, begun],
    );
  }
}

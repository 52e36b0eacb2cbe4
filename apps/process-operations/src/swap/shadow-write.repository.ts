import { type DataSource, type Domain, type EntityManager, type Identity, rows, type ShadowRequest } from '#platform';

/** One write of a live system, on its way to the shadow. */
export interface ShadowWrite {
  position: string;
  domain: Domain;
  live: string;
  shadow: string;
  operation: string;
  kind: string;
  record: string;
  workflow: string;
  key: string;
  request: ShadowRequest;
  /** What the live system answered. */
  answer: unknown;
  correlationId: string;
  state: 'waiting' | 'done' | 'failed';
  round: number;
  tries: number;
  shadowAnswer: unknown;
  failure: string | null;
}

const columns = `position, domain, live, shadow, operation, kind, record, workflow, key, request, answer,
  correlation_id as "correlationId", state, round, tries, shadow_answer as "shadowAnswer", failure`;

/** Longer than any call takes; whoever died with a write in hand gives it back then. */
const leaseMs = 120_000;

const between = `domain = $1 and legal_entity = $2 and array[live, shadow] <@ array[$3, $4]`;

/** What is to be repeated, in the order in which it was done; what is set aside lets the others pass. */
export class ShadowWriteRepository {
  constructor(private readonly database: DataSource) {}

  /** Takes the next write of any shadow that is free; a shadow gets one after the other. */
  async take(): Promise<ShadowWrite | null> {
    const [taken] = await rows<ShadowWrite>(
      this.database,
      `update routing.shadow_write set tries = tries + 1, due_at = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
        where position = (
          select position from routing.shadow_write as candidate
           where state = 'waiting' and due_at <= clock_timestamp() and (aside or position = (
             select min(position) from routing.shadow_write
              where state = 'waiting' and not aside and shadow = candidate.shadow))
           order by aside, position limit 1 for update skip locked)
       returning ${columns}`,
    );
    return taken ?? null;
  }

  async done({ position }: ShadowWrite, answer: unknown): Promise<void> {
    await this.database.query(
      `update routing.shadow_write set state = 'done', shadow_answer = $2, failure = null where position = $1`,
      [position, JSON.stringify(answer ?? null)],
    );
  }

  async failed({ position }: ShadowWrite, failure: string): Promise<void> {
    await this.database.query(`update routing.shadow_write set state = 'failed', failure = $2 where position = $1`, [
      position,
      failure,
    ]);
  }

  async later({ position }: ShadowWrite, failure: string, inMs: number, aside: boolean): Promise<void> {
    await this.database.query(
      `update routing.shadow_write set failure = $2, aside = $4,
              due_at = clock_timestamp() + $3 * interval '1 millisecond' where position = $1`,
      [position, failure, inMs, aside],
    );
  }

  /** What was refused is asked for anew, and what rests is due. */
  async retry(manager: EntityManager, domain: Domain, legalEntity: string): Promise<number> {
    const again = await rows(
      manager,
      `update routing.shadow_write set state = 'waiting', aside = false, due_at = clock_timestamp(), tries = 0,
              round = round + (state = 'failed')::int
        where domain = $1 and legal_entity = $2 and (state = 'failed' or (state = 'waiting' and aside))
       returning position`,
      [domain, legalEntity],
    );
    return again.length;
  }

  /** Everything between two systems, whichever of them was live. */
  async between(domain: Domain, legalEntity: string, one: string, other: string): Promise<ShadowWrite[]> {
    return rows(this.database, `select ${columns} from routing.shadow_write where ${between} order by position`, [
      domain,
      legalEntity,
      one,
      other,
    ]);
  }

  /** The words everybody knows a record by; null where we never met it there. */
  async namesOf(instance: string, kind: string, id: string): Promise<Identity['names'] | null> {
    const [found] = await rows<Pick<Identity, 'names'>>(
      this.database,
      'select names from routing.identity where instance = $1 and kind = $2 and id = $3',
      [instance, kind, id],
    );
    return found?.names ?? null;
  }
}

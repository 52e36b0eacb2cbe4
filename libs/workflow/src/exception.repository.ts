import { type Assignment, type BusinessContext, type ExceptionFacts, events, type Resolution } from '#contracts';
import { eventOf, publish } from '#events';
import { Failure, type FieldProblem, isId, newId } from '#kernel';
import { type DataSource, type EntityManager, momentText, recordAudit, rows } from '#platform';
import { exceptionTypeOf } from './exception-types.js';

/** What stopped. */
export interface Subject {
  kind: 'run' | 'billing-line' | 'intercompany-charge' | 'assignment' | 'record' | 'event' | 'acquisition';
  id: string;
}

export interface NewException {
  subject: Subject;
  failure: Failure;
  record: string;
  /** When it is too late, where that is known; else the type says in how many hours. */
  dueAt?: Date;
  /** Overrides the type's owner. */
  owner?: string;
  step?: string;
  corrects?: string;
  business: Partial<BusinessContext>;
  correlationId: string;
}

export interface ExceptionRow {
  id: string;
  code: string;
  message: string;
  state: 'open' | 'settled';
  subjectKind: Subject['kind'];
  subjectId: string;
  corrects: string | null;
  correlationId: string;
  fields: FieldProblem[];
  assignee: string | null;
}

const emptyContext: BusinessContext = {
  project: null,
  client: null,
  legalEntity: null,
  billingCycle: null,
  moneyAtRisk: null,
};

/** Work that stopped, kept in the commit that stopped it. */
export class ExceptionRepository {
  constructor(
    readonly database: DataSource,
    /** Name of the app that owns these exceptions. */
    private readonly app: string,
  ) {}

  /** Raises an exception; one that is open on the same subject already is brought up to date instead. */
  async raise(manager: EntityManager, raised: NewException): Promise<void> {
    const { failure, subject } = raised;
    const type = exceptionTypeOf(failure);
    const [row] = await rows<{ id: string }>(
      manager,
      `insert into exception (id, code, class, message, record, remedy, owner, state, fields, corrects, subject_kind,
                              subject_id, step, business, correlation_id, cause, due_at, system)
       values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9, $10, $11, $12, $13, $14, $15,
               coalesce($17, clock_timestamp() + $16 * interval '1 hour'), $18)
       on conflict (subject_kind, subject_id) where state = 'open' do update set code = excluded.code,
         class = excluded.class, message = excluded.message, cause = excluded.cause, remedy = excluded.remedy,
         owner = excluded.owner, fields = excluded.fields, corrects = excluded.corrects, step = excluded.step,
         business = excluded.business, system = excluded.system
       returning id`,
      [
        newId(),
        failure.detail.code ?? failure.kind,
        type.class,
        failure.message,
        failure.detail.record ?? raised.record,
        failure.detail.remedy ?? type.remedy,
        raised.owner ?? type.owner,
        JSON.stringify(failure.detail.fields ?? []),
        raised.corrects ?? null,
        subject.kind,
        subject.id,
        raised.step ?? null,
        JSON.stringify({ ...emptyContext, ...raised.business }),
        raised.correlationId,
        type.cause,
        type.dueInHours,
        raised.dueAt ?? null,
        failure.detail.system ?? null,
      ],
    );
    await this.tell(manager, 'exceptionRaised', row!.id, `${row!.id}/${newId()}`);
  }

  async find(id: string, manager: EntityManager | DataSource = this.database): Promise<ExceptionRow> {
    if (!isId(id)) throw new Failure('not-found', `no exception "${id}"`);
    const found = await rows<ExceptionRow>(
      manager,
      `select id, code, message, state, subject_kind as "subjectKind", subject_id as "subjectId", corrects, fields,
              assignee, correlation_id as "correlationId" from exception where id = $1 for update`,
      [id],
    );
    if (!found[0]) throw new Failure('not-found', `no exception "${id}"`);
    return found[0];
  }

  async openOn(subject: Subject, manager: EntityManager | DataSource = this.database): Promise<string | null> {
    const found = await rows<{ id: string }>(
      manager,
      `select id from exception where subject_kind = $1 and subject_id = $2 and state = 'open'`,
      [subject.kind, subject.id],
    );
    return found[0]?.id ?? null;
  }

  /** Settles it in the transaction that carries the decision out; a decision of the product is only a reason. */
  async settle(
    manager: EntityManager,
    exception: ExceptionRow,
    by: string,
    decision: Resolution | string,
  ): Promise<void> {
    const { action, reason, changes } =
      typeof decision === 'string' ? { action: 'settle', reason: decision } : decision;
    await manager.query(
      `update exception set state = 'settled', settled_at = clock_timestamp(), settled_by = $2, resolution = $3
        where id = $1`,
      [exception.id, by, typeof decision === 'string' ? reason : `${action}: ${reason}`],
    );
    await this.tell(manager, 'exceptionSettled', exception.id, exception.id);
    await recordAudit(manager, {
      actor: by,
      action: `exception.${action}`,
      subject: `exception/${exception.id}`,
      reason,
      before: { state: exception.state },
      after: {
        state: 'settled',
        [exception.subjectKind]: exception.subjectId,
        ...(changes && { corrected: Object.keys(changes).join(', ') }),
      },
    });
  }

  /** Says who works on it, and until when. */
  async assign(manager: EntityManager, exception: ExceptionRow, by: string, assignment: Assignment): Promise<void> {
    const { assignee, dueAt, reason } = assignment;
    await manager.query('update exception set assignee = $2, due_at = coalesce($3, due_at) where id = $1', [
      exception.id,
      assignee,
      dueAt ?? null,
    ]);
    await recordAudit(manager, {
      actor: by,
      action: 'exception.assign',
      subject: `exception/${exception.id}`,
      reason: reason ?? null,
      before: { assignee: exception.assignee ?? 'nobody' },
      after: { assignee: assignee ?? 'nobody', ...(dueAt && { dueAt }) },
    });
  }

  /** Keeps a note with it; the words stay there, the audit log says that there are some. */
  async note(manager: EntityManager, exception: ExceptionRow, by: string, text: string): Promise<void> {
    const id = newId();
    await manager.query('insert into exception_note (id, exception_id, by, text) values ($1, $2, $3, $4)', [
      id,
      exception.id,
      by,
      text,
    ]);
    await recordAudit(manager, {
      actor: by,
      action: 'exception.note',
      subject: `exception/${exception.id}`,
      reason: null,
      after: { note: id },
    });
  }

  private async tell(
    manager: EntityManager,
    name: 'exceptionRaised' | 'exceptionSettled',
    id: string,
    key: string,
  ): Promise<void> {
    const [told] = await rows<{ correlationId: string; exception: ExceptionFacts }>(
      manager,
      `select correlation_id as "correlationId", jsonb_build_object('code', left(code, 200), 'class', class, 'role', owner,
              'stopped', left(subject_kind || '/' || subject_id, 300), 'record', left(record, 300),
              'cause', left(cause, 300), 'remedy', left(remedy, 1000), 'system', left(system, 200),
              'business', jsonb_build_object('project', left(business ->> 'project', 120),
                'client', left(business ->> 'client', 200), 'legalEntity', left(business ->> 'legalEntity', 60),
                'billingCycle', left(business ->> 'billingCycle', 20), 'minutes', business -> 'minutes',
                'moneyAtRisk', business -> 'moneyAtRisk'),
              'dueAt', ${momentText('due_at')},
              'settledBy', left(settled_by, 200)) as exception
         from exception where id = $1`,
      [id],
    );
    const { correlationId, exception } = told!;
    const source = `/apps/${this.app}`;
    const data = { owner: this.app, id, exception };
    await publish(manager, [
      eventOf({ type: events[name], source, subject: `exception/${id}`, key, correlationId, data }),
    ]);
  }
}

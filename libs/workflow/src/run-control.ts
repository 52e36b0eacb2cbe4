import { Injectable } from '@nestjs/common';
import type { DecisionRequest, RerunRequest } from '#contracts';
import { Failure, isId, newId } from '#kernel';
import { currentContext, type EntityManager, nameOf, once, type Person, recordAudit, rows } from '#platform';
import { settleOpen } from './children.js';
import type { ExceptionRepository } from './exception.repository.js';
import type { RunRepository } from './run.repository.js';
import type { WaitRepository } from './waiting.js';

interface Standing {
  id: string;
  state: string;
  title: string;
  unwinding: boolean;
  dry: boolean;
  deferred: string | null;
  journalDeleted: boolean;
  corrections: Record<string, Record<string, unknown>>;
}

/** What a person can do with a run beside settling its exceptions. */
@Injectable()
export class RunControl {
  constructor(
    private readonly runs: RunRepository,
    private readonly waits: WaitRepository,
    private readonly exceptions: ExceptionRepository,
  ) {}

  /** Says yes or no where the run waits for it. */
  async decide(runId: string, { step, decision, reason }: DecisionRequest, person: Person): Promise<void> {
    await once(this.runs.database, async (manager) => {
      await this.standing(manager, runId);
      const verdict = { approved: decision === 'approve', reason };
      await this.waits.decide(manager, { runId, name: step }, person, verdict);
      await audit(manager, `run/${runId}`, person, { what: decision, reason, step });
    });
  }

  /** Asks for a step and all after it once more, with other values where the step is a read. */
  async rerun(runId: string, { from, changes, reason }: RerunRequest, person: Person): Promise<void> {
    await once(this.runs.database, async (manager) => {
      const run = await this.standing(manager, runId);
      if (!['waiting', 'parked', 'completed'].includes(run.state)) throw inMotion(run);
      if (run.unwinding || run.dry || run.deferred !== null || run.journalDeleted) throw notAgain();
      const [step] = await rows<{ kind: string; ordinal: number }>(
        manager,
        'select kind, ordinal from step where run_id = $1 and name = $2',
        [runId, from],
      );
      if (!step) throw new Failure('not-found', `the run has no step "${from}"`);
      if (changes && step.kind !== 'read') throw notEditable(from);
      await this.forget(manager, runId, step.ordinal);
      await settleOpen(this.exceptions, manager, runId, `run again from "${from}": ${reason}`, nameOf(person));
      const corrections = changes
        ? { ...run.corrections, [from]: { ...run.corrections[from], ...changes } }
        : run.corrections;
      await this.runs.resume(manager, runId, 'running', corrections);
      const corrected = changes && { corrected: Object.keys(changes).join(', ') };
      await audit(manager, `run/${runId}`, person, { what: 'rerun', reason, from, ...corrected });
    });
  }

  /** Takes back a run that waits or is parked. */
  async cancel(runId: string, reason: string, person: Person): Promise<void> {
    await once(this.runs.database, async (manager) => {
      const run = await this.standing(manager, runId);
      if (!['waiting', 'parked'].includes(run.state)) throw inMotion(run);
      await settleOpen(this.exceptions, manager, runId, `cancel: ${reason}`, nameOf(person));
      await this.runs.resume(manager, runId, 'undoing', run.corrections);
      await audit(manager, `run/${runId}`, person, { what: 'cancel', reason });
    });
  }

  /** Begins a dry run with the input of a run; answers its id. */
  async rehearse(runId: string): Promise<string> {
    return once(this.runs.database, async (manager) => {
      const { title } = await this.standing(manager, runId);
      const run = (await this.runs.find(runId, manager))!;
      const { correlationId } = currentContext();
      const { workflow, version, input } = run;
      const key = `dry run ${newId()}`;
      const { id } = await this.runs.begin(manager, {
        workflow,
        version,
        key,
        input,
        correlationId,
        title: `Dry run: ${title}`,
        dry: true,
      });
      return id;
    });
  }

  /** What was done gets a new key when it is done again; what may only have been tried keeps its own. */
  private async forget(manager: EntityManager, runId: string, from: number): Promise<void> {
    await manager.query(
      `update run child set state = 'cancelled', wake_at = null, fence = fence + 1, updated_at = clock_timestamp()
         from step where step.run_id = $1 and step.ordinal >= $2 and step.state = 'deferred'
          and child.parent_id = step.run_id and child.id::text = step.result ->> 'id' and child.state <> 'completed'`,
      [runId, from],
    );
    await manager.query(
      `update step set state = 'stale', result = case when state = 'deferred' then null else result end,
              round = round + case when kind in ('act', 'publish') and (state = 'done' or state = 'deferred' and exists (
                select 1 from run child where child.parent_id = step.run_id and child.id::text = step.result ->> 'id'
                  and child.state = 'completed'))
                then 1 else 0 end
        where run_id = $1 and ordinal >= $2 and state in ('done', 'deferred')`,
      [runId, from],
    );
    await this.waits.forget(manager, runId);
    await manager.query(
      'update run set events_from = coalesce((select max(position) from events.log), 0) where id = $1',
      [runId],
    );
  }

  private async standing(manager: EntityManager, runId: string): Promise<Standing> {
    const [run] = isId(runId)
      ? await rows<Standing>(
          manager,
          `select id, state, title, unwinding, dry, deferred, corrections,
                  journal_deleted_at is not null as "journalDeleted" from run where id = $1 for update`,
          [runId],
        )
      : [];
    if (!run) throw new Failure('not-found', `no run "${runId}"`);
    return run;
  }
}

const audit = (
  manager: EntityManager,
  subject: string,
  person: Person,
  { what, reason, ...refs }: { what: string; reason: string } & Record<string, string>,
): Promise<void> =>
  recordAudit(manager, {
    actor: nameOf(person),
    action: `run.${what}`,
    subject,
    reason,
    after: { person: person.subject, ...refs },
  });

const inMotion = ({ state }: Standing): Failure =>
  new Failure('conflict', `this cannot be done to a run that is ${state}`, { code: 'wrong-state' });

const notAgain = (): Failure =>
  new Failure(
    'conflict',
    'a run that is taken back, a dry run, a deferred step and a run whose journal is gone stay so',
    {
      code: 'not-repeatable',
    },
  );

const notEditable = (step: string): Failure =>
  new Failure('rejected', `"${step}" read nothing that could be changed`, {
    code: 'not-editable',
    fields: [{ field: 'from', message: 'must name a read when there are changes' }],
  });

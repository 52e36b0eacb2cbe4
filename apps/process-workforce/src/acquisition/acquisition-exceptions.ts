import type { Resolution } from '#contracts';
import { derivedId, Failure } from '#kernel';
import { currentContext, type EntityManager } from '#platform';
import type { ExceptionRepository, ExceptionRow, Settlement } from '#workflow';
import type { Acquisition, AcquisitionRepository, KeptRow } from './acquisition.repository.js';
import { assess } from './assessment.js';
import { checkedChanges } from './corrections.js';
import type { Issue } from './issues.js';
import type { Mappings } from './mappings.js';
import type { LoadStart } from './load-start.js';

/** The exceptions of acquisitions: one for each thing a person has to clear up, and how it is settled. */
export class AcquisitionExceptions implements Settlement {
  constructor(
    private readonly exceptions: ExceptionRepository,
    private readonly acquisitions: AcquisitionRepository,
    private readonly mappings: Pick<Mappings, 'set'>,
    private readonly start: LoadStart,
  ) {}

  /** Raises what is new, and settles what is not there any more. */
  async bringUpToDate(manager: EntityManager, acquisition: Acquisition, issues: Issue[]): Promise<void> {
    const open = await this.acquisitions.openExceptions(manager, acquisition.id);
    const now = new Map(issues.map((issue) => [subjectOf(acquisition.id, issue), issue]));
    for (const { id } of open.filter((one) => !now.has(one.subject))) {
      await this.exceptions.settle(manager, await this.exceptions.find(id, manager), 'throughline', 'it is cleared up');
    }
    for (const { subject } of open) now.delete(subject);
    for (const [id, issue] of now) {
      await this.exceptions.raise(manager, {
        subject: { kind: 'acquisition', id },
        failure: issue.failure,
        record: acquisition.name,
        corrects: issue.corrects,
        business: { legalEntity: acquisition.legalEntity },
        correlationId: currentContext().correlationId,
      });
    }
  }

  async settle(manager: EntityManager, { subjectId }: ExceptionRow, resolution: Resolution): Promise<void> {
    const [id] = subjectId.split('/');
    await this.acquisitions.lock(manager, id!);
    const people = await this.acquisitions.rowsOf(id!, manager);
    const { issues } = assess(people, await this.acquisitions.mappingsOf(id!, manager));
    const issue = issues.find((one) => subjectOf(id!, one) === subjectId);
    const waiting = people.filter(({ row, pass }) => pass === null && issue?.rows.includes(row));
    if (issue && resolution.action === 'correct') await this.correct(manager, id!, issue, people, resolution);
    if (resolution.action === 'skip') {
      for (const { row } of waiting) await this.acquisitions.change(manager, id!, row, { leftOut: true });
    }
    if (resolution.action === 'cancel') throw nothingToUndo();
    await this.start.again(manager, id!);
  }

  private async correct(
    manager: EntityManager,
    id: string,
    issue: Issue,
    people: KeptRow[],
    { changes = {} }: Resolution,
  ): Promise<void> {
    const wanted = checkedChanges(issue, people, changes);
    if (wanted.value !== undefined) await this.mappings.set(manager, id, issue.key, wanted.value);
    for (const [row, change] of wanted.rows) await this.acquisitions.change(manager, id, row, change);
  }
}

const subjectOf = (acquisition: string, { key }: Issue): string =>
  `${acquisition}/${derivedId('acquisition issue', acquisition, key)}`;

const nothingToUndo = (): Failure =>
  new Failure('rejected', 'an acquired person has nothing to undo', {
    code: 'not-cancellable',
    remedy: 'skip the rows, or correct them',
  });

import type { Resolution } from '#contracts';
import { Failure } from '#kernel';
import type { EntityManager } from '#platform';
import { checkedChanges, type ExceptionRow, type Settlement } from '#workflow';
import type { BillingLineRepository } from './billing-line.repository.js';

/** Carries out what a person decided about a stopped line. */
export class LineSettlement implements Settlement {
  constructor(private readonly lines: BillingLineRepository) {}

  async settle(manager: EntityManager, { subjectId, corrects }: ExceptionRow, resolution: Resolution): Promise<void> {
    switch (resolution.action) {
      case 'retry':
        return this.lines.retry(manager, subjectId);
      case 'skip':
        return this.lines.setState(manager, subjectId, 'skipped');
      case 'correct':
        if (!corrects) throw notCorrectable();
        return this.lines.correct(manager, subjectId, checkedChanges(corrects, resolution.changes));
      case 'cancel':
        throw new Failure('rejected', 'a billing line has nothing to undo', {
          code: 'not-cancellable',
          remedy: 'skip it, or correct it',
        });
    }
  }
}

const notCorrectable = (): Failure =>
  new Failure('rejected', 'a reversal is the mirror image of what was charged', {
    code: 'not-correctable',
    remedy: 'mend the cause in the ERP and retry, or skip it where the charge was taken back by hand',
  });

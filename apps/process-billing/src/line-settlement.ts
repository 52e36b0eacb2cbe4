import type { Resolution } from '#contracts';
import { Failure, isCalendarDate } from '#kernel';
import type { EntityManager } from '#platform';
import type { ExceptionRow, Settlement } from '#workflow';
import type { BillingLineRepository } from './billing-line.repository.js';

/** Fields of an entry a person may correct, and what a right value looks like. */
const correctable: Record<string, (value: unknown) => boolean> = {
  project: (value) => typeof value === 'string' && value !== '',
  roleName: (value) => typeof value === 'string' && value !== '',
  workerNumber: (value) => typeof value === 'string' && value !== '',
  date: (value) => typeof value === 'string' && isCalendarDate(value),
  minutes: (value) => Number.isInteger(value) && Number(value) > 0,
  hourlyRate: (value) => {
    const { amount, currency } = (value ?? {}) as { amount?: unknown; currency?: unknown };
    return (
      typeof amount === 'string' &&
      /^\d+(\.\d{1,4})?$/.test(amount) &&
      typeof currency === 'string' &&
      /^[A-Z]{3}$/.test(currency)
    );
  },
};

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
        return this.lines.correct(manager, subjectId, checked(resolution.changes ?? {}));
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

function checked(changes: Record<string, unknown>): Record<string, unknown> {
  const fields = Object.entries(changes).flatMap(([field, value]) => {
    const rule = correctable[field];
    if (!rule) return [{ field, message: `cannot be corrected: use ${Object.keys(correctable).join(', ')}` }];
    return rule(value) ? [] : [{ field, message: `${JSON.stringify(value)} is not a valid value` }];
  });
  if (Object.keys(changes).length === 0) fields.push({ field: 'changes', message: 'is empty' });
  if (fields.length > 0)
    throw new Failure('rejected', 'the correction cannot be applied', { code: 'schema-violation', fields });
  return changes;
}

import type { Resolution } from '#contracts';
import { Failure, isCalendarDate } from '#kernel';
import type { EntityManager } from '#platform';
import type { ExceptionRow, Settlement } from '#workflow';
import { isAmendment } from './line-intake.js';
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

  async settle(manager: EntityManager, { subjectId }: ExceptionRow, resolution: Resolution): Promise<void> {
    if (isAmendment(subjectId)) return onlySkipped(resolution);
    switch (resolution.action) {
      case 'retry':
        return this.lines.setState(manager, subjectId, 'waiting');
      case 'skip':
        return this.lines.setState(manager, subjectId, 'skipped');
      case 'correct':
        return this.lines.correct(manager, subjectId, checked(resolution.changes ?? {}));
      case 'cancel':
        throw new Failure('rejected', 'a billing line has nothing to undo', {
          code: 'not-cancellable',
          remedy: 'skip it, or correct it',
        });
    }
  }
}

/** What was billed stands; the exception is only about having looked after the difference. */
function onlySkipped({ action }: Resolution): void {
  if (action === 'skip') return;
  throw new Failure('rejected', 'this entry is billed already', {
    code: 'already-billed',
    remedy: 'credit the line in the ERP if the change stands, then skip this exception',
  });
}

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

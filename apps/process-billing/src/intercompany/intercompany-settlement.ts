import type { Resolution } from '#contracts';
import { Failure } from '#kernel';
import type { EntityManager, EstateView } from '#platform';
import type { ExceptionRow, Settlement } from '#workflow';
import type { IntercompanyChargeRepository } from './intercompany-charge.repository.js';

/** Carries out what a person decided about charges between legal entities that one cause holds. */
export class IntercompanySettlement implements Settlement {
  constructor(
    private readonly charges: IntercompanyChargeRepository,
    private readonly estate: Pick<EstateView, 'legalEntity'>,
  ) {}

  settle(manager: EntityManager, { subjectId }: ExceptionRow, { action, changes }: Resolution): Promise<void> {
    switch (action) {
      case 'retry':
        return this.charges.again(manager, subjectId, null);
      case 'correct':
        return this.charges.again(manager, subjectId, this.employing(changes ?? {}));
      case 'skip':
        return this.charges.skip(manager, subjectId);
      case 'cancel':
        throw new Failure('rejected', 'a charge that was not raised has nothing to undo', {
          code: 'not-cancellable',
          remedy: 'skip it, or correct it',
        });
    }
  }

  private employing({ employing, ...others }: Record<string, unknown>): string {
    const fields = Object.keys(others).map((field) => ({ field, message: 'cannot be corrected: use employing' }));
    if (typeof employing !== 'string' || !this.estate.legalEntity(employing))
      fields.push({ field: 'employing', message: `${JSON.stringify(employing)} is not a legal entity of this estate` });
    if (fields.length > 0)
      throw new Failure('rejected', 'the correction cannot be applied', { code: 'schema-violation', fields });
    return employing as string;
  }
}

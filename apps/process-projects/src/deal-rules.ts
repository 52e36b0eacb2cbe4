import type { crm } from '#contracts';
import { Failure, type FieldProblem } from '#kernel';

/** What a deal has to hold, seen beside something else. */
export interface DealRule<Deal extends crm.Opportunity, Beside> {
  /** Name of the exception when this rule is the first one broken. */
  code: string;
  field: string;
  broken: (deal: Deal, beside: Beside) => string | false;
}

/** Throws all that is broken at once as `<what>: …`; the first broken rule names the exception. */
export function assertRules<Deal extends crm.Opportunity, Beside>(
  rules: DealRule<Deal, Beside>[],
  deal: Deal,
  beside: Beside,
  { what, remedy }: { what: string; remedy: string },
): void {
  const broken = rules.flatMap((rule) => {
    const message = rule.broken(deal, beside);
    return message ? [{ code: rule.code, problem: { field: rule.field, message } }] : [];
  });
  const [first] = broken;
  if (!first) return;
  const fields: FieldProblem[] = broken.map(({ problem }) => problem);
  throw new Failure('rejected', `${what}: ${fields.map(({ field, message }) => `${field} ${message}`).join('; ')}`, {
    code: first.code,
    record: `deal ${deal.code}`,
    remedy,
    fields,
  });
}

import type { CorrectionField } from '#contracts';
import { Failure, type FieldProblem, isCalendarDate } from '#kernel';

type Kind = CorrectionField['kind'];
type Shape = Kind | { choices: string[] };

/** A record corrections are laid over: the fields that have a form, and whether there are others beside them. */
interface Correctable {
  fields: Record<string, Shape>;
  open?: true;
}

/** What a correction may say, by the name of what it corrects. */
const correctables: Readonly<Record<string, Correctable>> = {
  entry: {
    fields: {
      project: 'text',
      roleName: 'text',
      workerNumber: 'text',
      date: 'date',
      minutes: 'minutes',
      hourlyRate: 'money',
    },
  },
  charge: { fields: { employing: 'text' } },
  customer: { fields: { chosen: 'text' } },
  'billed days': { fields: { decision: { choices: ['leave', 'rebill'] } } },
  'loose ends': { fields: { settled: 'flag' } },
  'done by hand': { fields: { scheduling: 'flag', psa: 'flag' } },
  value: { fields: { value: 'text' }, open: true },
  commitment: {
    fields: { enteredAs: 'text', supplier: 'text', startDate: 'date', endDate: 'date', amount: 'money' },
    open: true,
  },
  person: {
    fields: {
      workEmail: 'text',
      number: 'text',
      costCentre: 'text',
      grade: 'text',
      location: 'text',
      samePersonAs: 'text',
    },
    open: true,
  },
  deal: {
    fields: {
      contractNumber: 'text',
      amount: 'money',
      startDate: 'date',
      endDate: 'date',
      legalEntity: 'text',
      deliveryModel: 'text',
      billingType: 'text',
      taxCode: 'text',
      projectTemplate: 'text',
      costCentre: 'text',
      practice: 'text',
      region: 'text',
    },
    open: true,
  },
  worker: {
    fields: {
      number: 'text',
      firstName: 'text',
      lastName: 'text',
      workEmail: 'text',
      hireDate: 'date',
      legalEntity: 'text',
      costCentre: 'text',
      grade: 'text',
      location: 'text',
    },
    open: true,
  },
};

/** Labels that are more than the field's name in words. */
const labels: Readonly<Record<string, string>> = {
  chosen: 'Its id in the ERP, or “new”',
  employing: 'Legal entity that employs the worker',
  enteredAs: 'Number of the commitment in the ERP',
  settled: 'Everything is seen to',
  scheduling: 'Ended in the scheduler by hand',
  psa: 'Ended in the PSA by hand',
  roleName: 'Role',
  samePersonAs: 'Same person as worker number, or “nobody”',
  value: 'Our value for it',
  workEmail: 'Work e-mail',
};

/** `hourlyRate` → `Hourly rate`. */
function labelOf(field: string): string {
  const said = field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return labels[field] ?? said.charAt(0).toUpperCase() + said.slice(1);
}

/** The form of a correction: what is wrong first, in the words of the exception. */
export function formOf(corrects: string | null, problems: FieldProblem[]): CorrectionField[] {
  const known = corrects === null ? undefined : correctables[corrects];
  if (!known) return [];
  // Rows of a file say where they are: `row 7: costCentre`.
  const wrong = new Map(problems.map(({ field, message }) => [field.replace(/^.*: /, ''), message]));
  return Object.entries(known.fields)
    .map(([field, shape]) => ({
      field,
      label: labelOf(field),
      kind: typeof shape === 'string' ? shape : ('choice' as const),
      choices: typeof shape === 'string' ? [] : shape.choices,
      wrong: wrong.get(field) ?? null,
    }))
    .sort((one, other) => Number(one.wrong === null) - Number(other.wrong === null));
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Whether a value is right for its kind, and what to say where it is not. */
const rules: Record<Exclude<Kind, 'choice'>, [isRight: (value: unknown) => boolean, message: string]> = {
  text: [isText, 'must be a text'],
  date: [(value) => typeof value === 'string' && isCalendarDate(value), 'must be a date such as 2026-10-31'],
  minutes: [(value) => Number.isInteger(value) && Number(value) > 0, 'must be a whole number of minutes above 0'],
  flag: [(value) => typeof value === 'boolean', 'must be true or false'],
  money: [
    (value) => {
      const { amount, currency } = (value ?? {}) as { amount?: unknown; currency?: unknown };
      return (
        typeof amount === 'string' &&
        /^\d{1,15}(\.\d{1,4})?$/.test(amount) &&
        typeof currency === 'string' &&
        /^[A-Z]{3}$/.test(currency)
      );
    },
    'must be an amount such as 180.00 and a currency such as USD',
  ],
};

/** A command line knows texts only. */
function readAs(shape: Shape, value: unknown): unknown {
  if (shape === 'flag' && (value === 'true' || value === 'false')) return value === 'true';
  if (shape === 'minutes' && typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value);
  return shape === 'text' && typeof value === 'number' ? String(value) : value;
}

function faultOf(shape: Shape, value: unknown): string | null {
  if (typeof shape !== 'string') {
    return shape.choices.includes(value as string) ? null : `must be ${shape.choices.join(' or ')}`;
  }
  const [isRight, message] = rules[shape as Exclude<Kind, 'choice'>];
  return isRight(value) ? null : message;
}

/**
 * The changes of a correction, as they will be laid over the record. Failure: `rejected` with everything that is wrong
 * with them; what is not known to have a form is taken as it comes.
 */
export function checkedChanges(corrects: string, said: Record<string, unknown> | undefined): Record<string, unknown> {
  if (!said || Object.keys(said).length === 0) {
    throw new Failure('rejected', 'a correction needs changes', {
      fields: [{ field: 'changes', message: 'is empty' }],
    });
  }
  const { fields, open } = correctables[corrects] ?? { fields: {}, open: true };
  const changes = Object.fromEntries(
    Object.entries(said).map(([field, value]) => [
      field,
      Object.hasOwn(fields, field) ? readAs(fields[field]!, value) : value,
    ]),
  );
  const problems = Object.entries(changes).flatMap(([field, value]): FieldProblem[] => {
    if (Object.hasOwn(fields, field)) {
      // A record's field may be cleared.
      if (value === null && open) return [];
      const message = faultOf(fields[field]!, value);
      return message ? [{ field, message }] : [];
    }
    return open ? [] : [{ field, message: `cannot be corrected: use ${Object.keys(fields).join(', ')}` }];
  });
  if (problems.length === 0) return changes;
  throw new Failure('rejected', 'the correction cannot be applied', { code: 'schema-violation', fields: problems });
}

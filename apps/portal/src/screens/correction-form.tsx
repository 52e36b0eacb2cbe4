import type { CorrectionField, FieldProblem, Money } from '../api.js';
import { problemOf } from '../use-sending.js';

interface CorrectionProps {
  fields: CorrectionField[];
  /** What the API found wrong with what was sent. */
  problems: FieldProblem[];
  /** The currency of the case, where it has one. */
  currency: string;
}

/** The fields of a correction, each with the input of its kind: first what is wrong, the others where they are needed. */
export function CorrectionForm({ fields, problems, currency }: CorrectionProps) {
  const wrong = fields.filter((one) => one.wrong !== null);
  const shown = wrong.length > 0 ? wrong : fields;
  const others = fields.filter((one) => !shown.includes(one));
  const inputs = (some: CorrectionField[]) =>
    some.map((one) => (
      <CorrectionInput key={one.field} field={one} problem={problemOf(problems, one.field)} currency={currency} />
    ));
  return (
    <>
      {inputs(shown)}
      {others.length > 0 && (
        <details>
          <summary>Something else is wrong</summary>
          <div className="ask">{inputs(others)}</div>
        </details>
      )}
    </>
  );
}

interface InputProps {
  field: CorrectionField;
  problem: string | null;
  currency: string;
}

function CorrectionInput({ field, problem, currency }: InputProps) {
  const id = `correct-${field.field}`;
  const described = { 'aria-describedby': `${id}-said`, 'aria-invalid': problem !== null };
  return (
    <span className="field">
      <label htmlFor={id}>{field.label}</label>
      <span>
        <ValueInput field={field} id={id} currency={currency} described={described} />
      </span>
      <small id={`${id}-said`} className={problem ? 'failure' : 'quiet'}>
        {problem ?? field.wrong ?? hints[field.kind]}
      </small>
    </span>
  );
}

const hints: Record<CorrectionField['kind'], string> = {
  text: '',
  date: '',
  minutes: 'in minutes',
  money: 'amount and currency',
  flag: '',
  choice: '',
};

interface ValueProps {
  field: CorrectionField;
  id: string;
  currency: string;
  described: { 'aria-describedby': string; 'aria-invalid': boolean };
}

function ValueInput({ field: { field, kind, label, choices }, id, currency, described }: ValueProps) {
  const common = { id, name: field, ...described };
  if (kind === 'date') return <input type="date" {...common} />;
  if (kind === 'minutes') return <input type="number" min={1} step={1} {...common} />;
  if (kind === 'flag') return <input type="checkbox" {...common} />;
  if (kind === 'money') {
    return (
      <>
        <input inputMode="decimal" size={10} {...common} />
        <input
          name={`${field} currency`}
          aria-label={`Currency of ${label.toLowerCase()}`}
          defaultValue={currency}
          size={4}
          maxLength={3}
        />
      </>
    );
  }
  if (kind === 'choice') {
    return (
      <select {...common}>
        <option value="">choose</option>
        {choices.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    );
  }
  return <input {...common} />;
}

/** What was filled in, as the API takes it; what was left empty stays as it is. */
export function changesOf(form: FormData, fields: CorrectionField[]): Record<string, unknown> {
  const said = (name: string): string => String(form.get(name) ?? '').trim();
  const filled = fields.filter(({ field }) => said(field) !== '');
  return Object.fromEntries(
    filled.map(({ field, kind }) => [field, valueOf(kind, said(field), said(`${field} currency`))]),
  );
}

function valueOf(kind: CorrectionField['kind'], text: string, currency: string): string | number | boolean | Money {
  if (kind === 'minutes') return Number(text);
  if (kind === 'flag') return true;
  return kind === 'money' ? { amount: text.replace(',', '.'), currency: currency.toUpperCase() } : text;
}

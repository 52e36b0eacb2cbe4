import { type FormEvent, useState } from 'react';
import { api, messageOf, type Plan, type WhatIf } from '../api.js';
import { hours, moment, span } from '../format.js';
import { money } from '../money.js';

/** What putting somebody on a project would bring, before anybody does it. */
export function WhatIfForm() {
  const [answer, setAnswer] = useState<WhatIf | null>(null);
  const [error, setError] = useState<string | null>(null);
  const ask = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const plan = { ...given, minutes: Math.round(Number(given.hours) * 60) } as unknown as Plan & { hours?: string };
    delete plan.hours;
    if (!plan.assignment) delete plan.assignment;
    setError(null);
    api.whatIf(plan).then(setAnswer, (thrown: unknown) => setError(messageOf(thrown)));
  };
  return (
    <>
      <h3>What if …</h3>
      <form onSubmit={ask} className="ask">
        <Field name="workerNumber" label="Worker number" />
        <Field name="project" label="Project" />
        <Field name="role" label="Role" />
        <Field name="startDate" label="From" type="date" />
        <Field name="endDate" label="To" type="date" />
        <Field name="hours" label="Hours" type="number" />
        <label>
          Instead of assignment
          <input name="assignment" maxLength={120} placeholder="none" />
        </label>
        <button>Work it out</button>
      </form>
      {error && <p role="alert">{error}</p>}
      {answer && <Answer {...answer} />}
    </>
  );
}

const Field = ({ name, label, type = 'text' }: { name: string; label: string; type?: string }) => (
  <label>
    {label}
    <input name={name} type={type} required {...(type === 'number' && { min: 1, step: 'any' })} />
  </label>
);

const Answer = ({ valid, findings, revenue, cost, margin, marginChange, months }: WhatIf) => (
  <div role="status">
    {valid ? (
      <p>Nothing speaks against it.</p>
    ) : (
      <ul>
        {findings.map(({ code, message }) => (
          <li key={`${code} ${message}`}>{message}</li>
        ))}
      </ul>
    )}
    <dl className="figures">
      {[
        ['Revenue', revenue],
        ['Cost', cost],
        ['Margin', margin],
        ['Change of margin', marginChange],
      ].map(([name, value]) => (
        <div key={name as string}>
          <dt>{name as string}</dt>
          <dd>{money(value as WhatIf['revenue'])}</dd>
        </div>
      ))}
    </dl>
    <ul>
      {months.map(({ month, minutes, revenue: worth, revenueChange, cutOff, secondsToCutOff }) => (
        <li key={month}>
          {month}: {hours(minutes)}, {money(worth)}
          {revenueChange && `, ${money(revenueChange)} more or less than planned`}
          {cutOff && `; to be approved by ${moment(cutOff)}`}
          {secondsToCutOff !== null && (secondsToCutOff > 0 ? `, in ${span(secondsToCutOff)}` : ', which is past')}
        </li>
      ))}
    </ul>
  </div>
);

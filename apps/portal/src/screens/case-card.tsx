import { type FormEvent, useState } from 'react';
import { api, messageOf, type Resolution, type WorkItem } from '../api.js';
import { moment, span, words } from '../format.js';
import { money } from '../money.js';

/** One case in business words: what is wrong, what each system holds, and what to do about it. */
export function CaseCard({ item }: { item: WorkItem }) {
  const { case: one, rank, lateAt, secondsLeft, evidence } = item;
  const { business } = one;
  const about = [business.client, business.project, business.legalEntity, business.billingCycle].filter(Boolean);
  return (
    <li aria-labelledby={`case-${one.id}`}>
      <h3 id={`case-${one.id}`}>
        <span className="rank">{rank}</span> {one.message}
      </h3>
      <p className="quiet">
        {words(one.code)} ({one.class}) · {about.join(' · ')} · open for {span(one.ageSeconds)} · {one.owner}
        {one.assignee && `, ${one.assignee} works on it`}
      </p>
      <p>
        {business.moneyAtRisk && <strong>{money(business.moneyAtRisk)} at risk</strong>}
        {lateAt && ` · too late ${moment(lateAt)}${secondsLeft ? `, in ${span(secondsLeft)}` : ''}`}
      </p>
      <p>{one.cause}</p>
      {one.remedy && <p>What to do: {one.remedy}</p>}
      <Sides evidence={evidence} />
      <Settle item={item} />
    </li>
  );
}

/** What the systems hold, one beside the other. */
function Sides({ evidence }: Pick<WorkItem, 'evidence'>) {
  const systems = [...new Set(evidence.map(({ system }) => system))];
  // What one system says is in the message already.
  if (systems.length < 2) return null;
  const fields = [...new Set(evidence.map(({ field }) => field))];
  return (
    <div className="wide">
      <table>
        <caption>What the systems hold</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            {systems.map((system) => (
              <th key={system} scope="col">
                {system}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              {systems.map((system) => (
                <td key={system}>
                  {evidence.find((one) => one.system === system && one.field === field)?.value ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const actions: Record<Resolution['action'], string> = {
  retry: 'Try again',
  correct: 'Correct and go on',
  skip: 'Leave it out',
  cancel: 'Take everything back',
};

function Settle({ item: { case: one } }: { item: WorkItem }) {
  const [action, setAction] = useState<Resolution['action']>('retry');
  const [said, setSaid] = useState<{ text: string; failed: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const offered = (Object.keys(actions) as Resolution['action'][]).filter(
    (name) => name !== 'correct' || one.fields.length > 0,
  );
  const settle = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { reason = '', ...changes } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const body: Resolution = { action, reason, ...(action === 'correct' && { changes }) };
    setBusy(true);
    api
      .resolve(one.app, one.id, body)
      .then(
        () => setSaid({ text: 'Taken. It goes on by itself.', failed: false }),
        (error: unknown) => setSaid({ text: messageOf(error), failed: true }),
      )
      .finally(() => setBusy(false));
  };
  return (
    <details>
      <summary>Settle it</summary>
      <form onSubmit={settle} className="ask">
        <label>
          How
          <select value={action} onChange={({ target }) => setAction(target.value as Resolution['action'])}>
            {offered.map((name) => (
              <option key={name} value={name}>
                {actions[name]}
              </option>
            ))}
          </select>
        </label>
        {action === 'correct' &&
          one.fields.map(({ field, message }) => (
            <label key={field}>
              {field}
              <input name={field} required aria-describedby={`${one.id}-${field}`} />
              <small id={`${one.id}-${field}`}>{message}</small>
            </label>
          ))}
        <label>
          Why
          <input name="reason" required maxLength={1000} />
        </label>
        <button disabled={busy}>{actions[action]}</button>
      </form>
      {said && <p role={said.failed ? 'alert' : 'status'}>{said.text}</p>}
    </details>
  );
}

import { type FormEvent, useState } from 'react';
import { api, type CaseView, type Resolution } from '../api.js';
import { useSending } from '../use-sending.js';
import { changesOf, CorrectionForm } from './correction-form.js';
import { Reason } from './form-fields.js';

export const actions: Record<Resolution['action'], string> = {
  correct: 'Correct and go on',
  retry: 'Try again',
  skip: 'Leave it out',
  cancel: 'Take everything back',
};

/** What can be done about a case; a correction only where there is something to correct. */
export const offered = (form: CaseView['form']): Resolution['action'][] =>
  (Object.keys(actions) as Resolution['action'][]).filter((name) => name !== 'correct' || form.length > 0);

/** Decides a case: how, with which values, and why. */
export function SettleForm({ one, settled }: { one: CaseView; settled: (one: CaseView) => void }) {
  const [action, setAction] = useState<Resolution['action']>(offered(one.form)[0]!);
  const { busy, refusal, fields, send } = useSending();
  const settle = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const reason = String(form.get('reason'));
    const body: Resolution = { action, reason, ...(action === 'correct' && { changes: changesOf(form, one.form) }) };
    send(api.resolve(`${one.app}/${one.id}`, body), settled);
  };
  return (
    <section aria-labelledby="settle">
      <h3 id="settle">Settle it</h3>
      <form onSubmit={settle} className="ask">
        <ActionChoice value={action} choices={offered(one.form)} choose={setAction} />
        {action === 'correct' && (
          <CorrectionForm fields={one.form} problems={fields} currency={one.business.moneyAtRisk?.currency ?? ''} />
        )}
        <Reason />
        <button disabled={busy}>{actions[action]}</button>
      </form>
      {refusal && <p role="alert">{refusal}</p>}
    </section>
  );
}

interface ActionChoiceProps {
  value: Resolution['action'];
  choices: Resolution['action'][];
  choose: (action: Resolution['action']) => void;
}

export const ActionChoice = ({ value, choices, choose }: ActionChoiceProps) => (
  <label>
    How
    <select value={value} onChange={({ target }) => choose(target.value as Resolution['action'])}>
      {choices.map((name) => (
        <option key={name} value={name}>
          {actions[name]}
        </option>
      ))}
    </select>
  </label>
);

import { useState } from 'react';
import { api, type LineDecision, type LineView, type Verdict } from './api.js';
import { moment } from './format.js';
import { useSending } from './use-sending.js';

interface DecisionProps {
  line: string;
  step: string;
  decision: LineDecision;
  onDecided: (line: LineView) => void;
}

/** Approve or reject, with the reason that is kept; whether one may is answered by the API. */
export function Decision({ line, step, decision, onDecided }: DecisionProps) {
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useSending();
  const decide = (verdict: Verdict): void => send(api.decide(line, { step, decision: verdict, reason }), onDecided);
  const button = (verdict: Verdict, label: string) => (
    <button disabled={busy || reason.trim() === ''} onClick={() => decide(verdict)}>
      {label}
    </button>
  );
  return (
    <form className="decision" onSubmit={(event) => event.preventDefault()}>
      <span className="quiet">
        Waits since {moment(decision.since)} for {decision.roles.join(' or ').replaceAll('-', ' ')}
        {decision.fourEyes && ', not whoever asked for it'}
      </span>
      <label>
        Reason <input value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      </label>
      {button('approve', 'Approve')} {button('reject', 'Reject')}
      {refusal && <p role="alert">{refusal}</p>}
    </form>
  );
}

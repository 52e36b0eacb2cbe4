import { useState } from 'react';
import { api, type LineDecision, type LineView, messageOf, type Verdict } from './api.js';

interface DecisionProps {
  line: string;
  step: string;
  decision: LineDecision;
  onDecided: (line: LineView) => void;
}

/** Approve or reject, with the reason that is kept; whether one may is answered by the API. */
export function Decision({ line, step, decision, onDecided }: DecisionProps) {
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const decide = (verdict: Verdict): void => {
    setSending(true);
    setRefusal(null);
    api
      .decide(line, { step, decision: verdict, reason })
      .then(onDecided, (error: unknown) => setRefusal(messageOf(error)))
      .finally(() => setSending(false));
  };
  const button = (verdict: Verdict, label: string) => (
    <button disabled={sending || reason.trim() === ''} onClick={() => decide(verdict)}>
      {label}
    </button>
  );
  return (
    <form className="decision" onSubmit={(event) => event.preventDefault()}>
      <span className="quiet">
        Waits since {new Date(decision.since).toLocaleString()} for {decision.roles.join(' or ').replaceAll('-', ' ')}
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

import { type FormEvent, useState } from 'react';
import { moment } from '../format.js';
import { type ContractVersion, type ContractVote, governanceApi } from '../governance-api.js';
import { useSending } from '../use-sending.js';

/** Yes or no to a version that waits, with the reason that is kept; whether one may is answered by the API. */
export function ContractDecision({ version: { id, version, submittedBy, submittedAt } }: { version: ContractVersion }) {
  const [reason, setReason] = useState('');
  const [state, setState] = useState<ContractVersion['state'] | null>(null);
  const { busy, refusal, send } = useSending();
  const decide = (decision: ContractVote['decision']): void =>
    send(governanceApi.decide(id, { decision, reason }), (decided) => setState(decided.state));
  const button = (decision: ContractVote['decision'], label: string) => (
    <button disabled={busy || reason.trim() === ''} onClick={() => decide(decision)}>
      {label}
    </button>
  );
  return (
    <>
      <form className="decision" onSubmit={(event: FormEvent) => event.preventDefault()}>
        <span className="quiet">
          {version} waits since {moment(submittedAt)}; {submittedBy} asked for it, somebody else decides.
        </span>
        <label>
          Reason <input value={reason} maxLength={1000} onChange={({ target }) => setReason(target.value)} />
        </label>
        {button('approve', 'Approve')} {button('reject', 'Reject')}
      </form>
      {refusal && <p role="alert">{refusal}</p>}
      {!refusal && state && (
        <p role="status">
          {version} is {state}.
        </p>
      )}
    </>
  );
}

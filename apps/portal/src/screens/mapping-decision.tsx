import { type FormEvent, useId, useState } from 'react';
import { type AcquisitionMapping, operations } from '../operations-api.js';
import { problemOf, useSending } from '../use-sending.js';
import { filled, Reason } from './form-fields.js';

/** Accepts what is proposed, says what is meant instead, or leaves the value out; the API says what can be meant. */
export function MappingDecision({ id, mapping }: { id: string; mapping: AcquisitionMapping }) {
  const [decided, setDecided] = useState<AcquisitionMapping | null>(null);
  const { busy, refusal, fields, send } = useSending();
  const { kind, foreign, value, candidates } = mapping;
  const list = useId();
  const decide = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // An empty field is no word that the value can be done without: the API refuses it.
    const { reason, meant = '' } = filled(event.currentTarget);
    const leaveOut = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'leave-out';
    send(operations.decideMapping(id, mapping, leaveOut ? null : meant, reason!), setDecided);
  };
  return (
    <details>
      <summary aria-label={`Decide ${kind} ${foreign}`}>Decide</summary>
      <form onSubmit={decide} className="ask">
        <label>
          Means
          <input name="meant" list={list} defaultValue={value ?? candidates[0]?.value ?? ''} maxLength={200} />
        </label>
        <datalist id={list}>
          {candidates.map((one) => (
            <option key={one.value} value={one.value} />
          ))}
        </datalist>
        <Reason />
        <button disabled={busy}>Accept</button>
        <button disabled={busy} value="leave-out">
          Leave it out
        </button>
      </form>
      {refusal && <p role="alert">{problemOf(fields, 'value') ?? refusal}</p>}
      {!refusal && decided && <p role="status">{decided.value === null ? 'Left out.' : `Means ${decided.value}.`}</p>}
    </details>
  );
}

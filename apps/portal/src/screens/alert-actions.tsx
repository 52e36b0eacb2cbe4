import type { FormEvent } from 'react';
import { type AlertDetail, api } from '../api.js';
import { useSending } from '../use-sending.js';
import { filled, Reason } from './form-fields.js';

interface Props {
  alert: AlertDetail;
  put: (alert: AlertDetail) => void;
}

const spans = { '1': 'an hour', '8': 'eight hours', '24': 'a day', '168': 'a week' };
const hourMs = 3_600_000;

/** What a person can do about an alert as it stands; each needs a reason, which is kept. */
export function AlertActions({ alert: { id, state, deadDeliveries }, put }: Props) {
  const { busy, refusal, send } = useSending();
  const take = (asked: Promise<AlertDetail>): void => send(asked, put);
  return (
    <>
      {(state === 'open' || state === 'escalated') && (
        <Act name="Acknowledge" busy={busy} act={({ reason }) => take(api.acknowledge(id, { reason }))} />
      )}
      {state === 'muted' ? (
        <Act name="Unmute" busy={busy} act={({ reason }) => take(api.unmute(id, { reason }))} />
      ) : (
        state !== 'resolved' && (
          <Act
            name="Mute"
            busy={busy}
            withSpan
            act={({ reason, hours }) => {
              const until = new Date(Date.now() + Number(hours) * hourMs).toISOString();
              take(api.mute(id, { until, reason }));
            }}
          />
        )
      )}
      {deadDeliveries > 0 && (
        <Act name="Send again" busy={busy} act={({ reason }) => take(api.resend(id, { reason }))} />
      )}
      {refusal && <p role="alert">{refusal}</p>}
    </>
  );
}

interface ActProps {
  name: string;
  /** Whether one says for how long. */
  withSpan?: boolean;
  busy: boolean;
  act: (said: { reason: string; hours: string }) => void;
}

function Act({ name, withSpan, busy, act }: ActProps) {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { reason = '', hours = '' } = filled(event.currentTarget);
    act({ reason, hours });
  };
  return (
    <details>
      <summary>{name}</summary>
      <form onSubmit={submit} className="ask">
        {withSpan && (
          <label>
            For
            <select name="hours">
              {Object.entries(spans).map(([hours, text]) => (
                <option key={hours} value={hours}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        )}
        <Reason />
        <button disabled={busy}>{name}</button>
      </form>
    </details>
  );
}

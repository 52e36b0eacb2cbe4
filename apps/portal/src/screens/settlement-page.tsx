import { useState } from 'react';
import { api, type BulkSettlement } from '../api.js';
import { counted, moment } from '../format.js';
import { Missing, Part } from '../parts.js';
import { useData } from '../use-data.js';
import { useSending } from '../use-sending.js';
import { actions } from './settle-form.js';
import { Items, standing, Sums } from './settlement-parts.js';

/** One settlement in bulk: who asked for it, what the second person says, and what becomes of each case. */
export function SettlementPage({ id }: { id: string }) {
  const loaded = useData(api.settlement, id);
  return (
    <>
      <p>
        <a href="#/exceptions">← all exceptions</a>
      </p>
      <Part loaded={loaded}>
        {(one) => (
          <>
            <h2>
              {actions[one.resolution.action]}: {counted(one.items.length, 'case')}{' '}
              <span className="badge">{standing[one.state]}</span>
            </h2>
            <p>
              {one.requestedBy} asked for it {moment(one.requestedAt)}: {one.resolution.reason}
            </p>
            <Values changes={one.resolution.changes} />
            {one.opinion && (
              <p>
                {one.opinion.by} {one.state === 'refused' ? 'refused' : 'confirmed'} it {moment(one.opinion.at)}:{' '}
                {one.opinion.reason}
              </p>
            )}
            <Missing parts={one.missing} />
            <Progress one={one} />
            <Sums sums={one.sums} />
            {one.state === 'unconfirmed' && <Opinion id={id} said={loaded.put} />}
            <Items items={one.items} />
          </>
        )}
      </Part>
    </>
  );
}

/** The values a correction lays over each of them. */
function Values({ changes }: { changes: BulkSettlement['resolution']['changes'] }) {
  if (!changes) return null;
  const said = Object.entries(changes).map(([field, value]) => `${field} ${valueOf(value)}`);
  return <p>With {said.join(', ')}</p>;
}

const valueOf = (value: unknown): string =>
  value !== null && typeof value === 'object' ? Object.values(value).join(' ') : String(value);

function Progress({ one: { state, items } }: { one: BulkSettlement }) {
  if (state !== 'settling') return null;
  const over = items.filter(({ outcome }) => outcome !== 'waiting').length;
  return (
    <p role="status">
      <progress value={over} max={items.length} aria-label="Cases that are through" /> {over} of {items.length} are
      through
    </p>
  );
}

/** Yes or no, with the reason that is kept; whether one may is answered by the API. */
function Opinion({ id, said }: { id: string; said: (one: BulkSettlement) => void }) {
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useSending();
  const isDisabled = busy || reason.trim() === '';
  return (
    <form className="decision" onSubmit={(event) => event.preventDefault()}>
      <span className="quiet">Somebody else than who asked for it has to look at the cases and say yes or no.</span>
      <label>
        Reason <input value={reason} maxLength={1000} onChange={({ target }) => setReason(target.value)} />
      </label>
      <button disabled={isDisabled} onClick={() => send(api.confirmSettlement(id, reason), said)}>
        Confirm
      </button>{' '}
      <button disabled={isDisabled} onClick={() => send(api.refuseSettlement(id, reason), said)}>
        Refuse
      </button>
      {refusal && <p role="alert">{refusal}</p>}
    </form>
  );
}

import type { FormEvent } from 'react';
import { counted, moment } from '../format.js';
import { type AppReplay, operations, type ReplayItem } from '../operations-api.js';
import { Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';
import { useSending } from '../use-sending.js';
import { filled, Reason } from './form-fields.js';

/** One replay, where a second person finds and confirms it. */
export function ReplayPage({ id }: { id: string }) {
  const loaded = useData(operations.replay, id);
  return (
    <>
      <p>
        <a href="#/replays">← replays</a>
      </p>
      <h2>Replay</h2>
      <Part loaded={loaded}>
        {(replay) => (
          <>
            <ReplayView replay={replay} />
            {replay.state === 'unconfirmed' && <Confirm id={id} show={loaded.put} />}
          </>
        )}
      </Part>
    </>
  );
}

const states: Record<AppReplay['state'], string> = {
  'dry-run': 'a dry run: nothing has happened',
  unconfirmed: 'waits for a second person to confirm it',
  refused: 'refused by the second person',
  settling: 'under way',
  done: 'done',
};

/** What is, or would be, given again to whom. */
export function ReplayView({ replay }: { replay: AppReplay }) {
  const { app, subscription, items, state, requestedBy, confirmedBy, reason, fourEyes, cap } = replay;
  return (
    <>
      <p>
        {counted(items.length, 'event')} for {subscription} in {app}; {states[state]}.{' '}
        {fourEyes && `More than ${cap} are given by two people.`}
      </p>
      <p className="quiet">
        Asked for by {requestedBy}: {reason}
        {confirmedBy && `; confirmed by ${confirmedBy}`}
      </p>
      <Table name="Events" empty="There are none." rows={items} columns={columns} rowKey={({ id }) => id} />
    </>
  );
}

function Confirm({ id, show }: { id: string; show: (replay: AppReplay) => void }) {
  const { busy, refusal, send } = useSending();
  const confirm = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { reason } = filled(event.currentTarget);
    send(operations.confirmReplay(id, reason!), show);
  };
  return (
    <form onSubmit={confirm} className="ask">
      <Reason />
      <button disabled={busy}>Confirm it</button>
      {refusal && <p role="alert">{refusal}</p>}
    </form>
  );
}

const columns: Column<ReplayItem>[] = [
  { name: 'Event', value: ({ type }) => type.replace(/^com\.throughline\./, '') },
  { name: 'About', value: ({ subject }) => subject },
  { name: 'When', value: ({ time }) => time, show: ({ time }) => moment(time) },
  { name: 'Would be', value: ({ outcome }) => outcome },
  { name: 'Why not', value: ({ reason }) => reason },
];

import { type FormEvent, useState } from 'react';
import { type AppReplay, type AppReplayRequest, type AppSubscription, operations } from '../operations-api.js';
import { Missing, Part } from '../parts.js';
import { useData } from '../use-data.js';
import { useSending } from '../use-sending.js';
import { filled, Reason, Select } from './form-fields.js';
import { ReplayView } from './replay-page.js';

/** Gives events to one subscriber again: what would become of each is said first. */
export function Replays() {
  const subscribers = useData(operations.subscribers, 'subscribers');
  return (
    <>
      <h2>Replays</h2>
      <p className="quiet">
        Events somebody was told of are told again, to one subscriber. What was carried through already changes nothing.
      </p>
      <Part loaded={subscribers}>
        {({ items, missing }) => (
          <>
            <Missing parts={missing} />
            {items.length === 0 ? <p className="quiet">Nobody listens yet.</p> : <ReplayForm subscribers={items} />}
          </>
        )}
      </Part>
    </>
  );
}

const nameOf = ({ app, name }: AppSubscription): string => `${app}: ${name}`;
const utc = (local: string): string => new Date(local).toISOString();

function ReplayForm({ subscribers }: { subscribers: AppSubscription[] }) {
  const [shown, setShown] = useState<{ asked: AppReplayRequest; replay: AppReplay } | null>(null);
  const { busy, refusal, send } = useSending();
  const ask = (asked: AppReplayRequest): void =>
    send(operations.requestReplay(asked), (replay) => {
      if (replay.id === null) setShown({ asked, replay });
      else location.hash = `#/replays/${replay.id}`;
    });
  const rehearse = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setShown(null);
    const { subscriber, from, until, reason, ...which } = filled(event.currentTarget);
    const { app, name } = subscribers.find((one) => nameOf(one) === subscriber)!;
    const selection = { ...which, ...(from && { from: utc(from) }), ...(until && { until: utc(until) }) };
    ask({ app, subscription: name, selection, reason: reason!, dryRun: true });
  };
  return (
    <>
      <form onSubmit={rehearse} className="ask">
        <Selection subscribers={subscribers} />
        <Reason />
        <button disabled={busy}>Show what would happen</button>
      </form>
      {refusal && <p role="alert">{refusal}</p>}
      {shown && (
        <div role="status">
          <ReplayView replay={shown.replay} />
          <button
            disabled={busy}
            onClick={() => ask({ ...shown.asked, dryRun: false, expected: shown.replay.selection })}
          >
            {shown.replay.fourEyes ? 'Ask a second person to confirm' : 'Give exactly these again'}
          </button>
        </div>
      )}
    </>
  );
}

/** Whom to tell, and of which events. */
function Selection({ subscribers }: { subscribers: AppSubscription[] }) {
  const types = [...new Set(subscribers.flatMap(({ types: heard }) => heard))].sort();
  return (
    <>
      <Select name="subscriber" label="Subscriber" values={subscribers.map(nameOf)} />
      <Select name="type" label="Type of event" any="any" values={types} />
      <label>
        About
        <input name="subject" maxLength={200} placeholder="project/P-OPP-101" />
      </label>
      <label>
        From
        <input name="from" type="datetime-local" />
      </label>
      <label>
        Before
        <input name="until" type="datetime-local" />
      </label>
    </>
  );
}

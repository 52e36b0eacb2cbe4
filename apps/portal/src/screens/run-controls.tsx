import type { FormEvent } from 'react';
import { operations, type RunTimeline } from '../operations-api.js';
import { useSending } from '../use-sending.js';
import { filled, Reason, Select } from './form-fields.js';
import { runLink } from './runs.js';

interface ControlProps {
  id: string;
  run: RunTimeline;
  show: (run: RunTimeline) => void;
}

/** What a person can do with a run, with the reason that is kept; whether one may is answered by the API. */
export function RunControls({ id, run, show }: ControlProps) {
  const { busy, refusal, send } = useSending();
  const submitted =
    (act: (said: Record<string, string>) => Promise<RunTimeline>) => (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      send(act(filled(event.currentTarget)), show);
    };
  if (run.controls.length === 0) return null;
  const may = (control: string): boolean => run.controls.includes(control);
  return (
    <section aria-labelledby="controls">
      <h3 id="controls">What to do with it</h3>
      {may('rerun') && run.steps.length > 0 && (
        <details>
          <summary>Run again from a step</summary>
          <form className="ask" onSubmit={submitted(({ from, reason }) => operations.rerun(id, from!, reason!))}>
            <Select name="from" label="From" values={run.steps.map(({ name }) => name)} />
            <Reason />
            <button disabled={busy}>Run again</button>
          </form>
        </details>
      )}
      {may('cancel') && (
        <details>
          <summary>Cancel, and take back what it did</summary>
          <form className="ask" onSubmit={submitted(({ reason }) => operations.cancel(id, reason!))}>
            <Reason />
            <button disabled={busy}>Cancel the run</button>
          </form>
        </details>
      )}
      {may('rehearse') && (
        <p>
          <button
            disabled={busy}
            onClick={() => send(operations.rehearse(id), (dry) => (location.hash = runLink(dry)))}
          >
            Dry run
          </button>{' '}
          <span className="quiet">says what it would do with the same input now, and does nothing.</span>
        </p>
      )}
      {refusal && <p role="alert">{refusal}</p>}
    </section>
  );
}

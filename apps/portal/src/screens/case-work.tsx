import { type FormEvent, useEffect, useState } from 'react';
import { api, type CaseView } from '../api.js';
import { moment, words } from '../format.js';
import { me } from '../session.js';
import { useSending } from '../use-sending.js';

interface WorkProps {
  one: CaseView;
  changed: (one: CaseView) => void;
}

/** Who works on it: me, somebody else, a team, or nobody. */
export function Assignee({ one, changed }: WorkProps) {
  const [self, setSelf] = useState('');
  useEffect(() => void me().then(setSelf), []);
  const { busy, refusal, send } = useSending();
  const assign = (assignee: string | null): void => send(api.assign(`${one.app}/${one.id}`, { assignee }), changed);
  const toSomebody = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    assign(String(new FormData(event.currentTarget).get('assignee')).trim());
    event.currentTarget.reset();
  };
  return (
    <section aria-labelledby="assignee">
      <h3 id="assignee">Who works on it</h3>
      <p>{one.assignee ?? 'nobody'}</p>
      {one.state === 'open' && (
        <form onSubmit={toSomebody} className="ask">
          {one.assignee !== self && (
            <button type="button" disabled={busy} onClick={() => assign(self)}>
              Assign to me
            </button>
          )}
          {one.assignee && (
            <button type="button" disabled={busy} onClick={() => assign(null)}>
              Unassign
            </button>
          )}
          <label>
            A person or a team
            <input name="assignee" required maxLength={200} list="assignees" />
          </label>
          <datalist id="assignees">
            {known(one).map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <button disabled={busy}>Assign</button>
        </form>
      )}
      {refusal && <p role="alert">{refusal}</p>}
    </section>
  );
}

/** The team that owns it, and who has had to do with it. */
const known = ({ owner, notes }: CaseView): string[] => [...new Set([words(owner), ...notes.map(({ by }) => by)])];

/** What people found out about it. */
export function Comments({ one, changed }: WorkProps) {
  const { busy, refusal, send } = useSending();
  const comment = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get('text')).trim();
    send(api.comment(`${one.app}/${one.id}`, text), (answer) => {
      form.reset();
      changed(answer);
    });
  };
  return (
    <section aria-labelledby="comments">
      <h3 id="comments">Comments</h3>
      {one.notes.length === 0 && <p className="quiet">Nobody has commented yet.</p>}
      <ol className="notes">
        {one.notes.map(({ by, at, text }) => (
          <li key={`${at} ${by}`}>
            <strong>{by}</strong> <time dateTime={at}>{moment(at)}</time>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <form onSubmit={comment} className="ask">
        <label>
          Comment
          <textarea name="text" required maxLength={2000} rows={2} cols={60} aria-describedby="comment-hint" />
          <small id="comment-hint">
            Everybody who sees the case reads it, and it is kept. Leave out pay, bank details, health and reasons of
            leave.
          </small>
        </label>
        <button disabled={busy}>Comment</button>
      </form>
      {refusal && <p role="alert">{refusal}</p>}
    </section>
  );
}

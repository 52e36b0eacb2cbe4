import { operations, type RunTimeline, type TimelineStep } from '../operations-api.js';
import { moment, span, words } from '../format.js';
import { money } from '../money.js';
import { Part, StateBadge } from '../parts.js';
import { useData } from '../use-data.js';
import { RunControls } from './run-controls.js';
import { runLink } from './runs.js';
import './runs.css';

/** One run across systems: what each step did, every try, and what it waits for. */
export function RunPage({ id }: { id: string }) {
  const loaded = useData(operations.run, id);
  return (
    <>
      <p>
        <a href="#/runs">← all runs</a>
      </p>
      <Part loaded={loaded}>
        {(run) => (
          <>
            <Heading run={run} />
            <section aria-labelledby="timeline">
              <h3 id="timeline">Timeline</h3>
              {run.steps.length === 0 && <p className="quiet">It has not begun with anything yet.</p>}
              <ol className="timeline tries">
                {run.steps.map((step) => (
                  <Step key={step.name} step={step} />
                ))}
              </ol>
            </section>
            <Children runs={run.children} />
            <RunControls id={id} run={run} show={loaded.put} />
            <p className="quiet">
              Key {run.key} · correlation {run.correlationId}
            </p>
          </>
        )}
      </Part>
    </>
  );
}

function Heading({ run }: { run: RunTimeline }) {
  const { project, client, legalEntity, moneyAtRisk } = run.business;
  return (
    <header>
      <h2>
        {run.title} <StateBadge state={run.state} />
      </h2>
      <p>
        {run.workflow}, version {run.version}
        {run.dry && ', a dry run: it only says what it would do'} ·{' '}
        {[client, project, legalEntity].filter(Boolean).join(' · ') || run.process}
        {moneyAtRisk && ` · ${money(moneyAtRisk)} hang on it`}
      </p>
      <p className="quiet">
        Began {moment(run.createdAt)}, changed {moment(run.updatedAt)}
        {run.parent && (
          <>
            {' · begun by '}
            <a href={runLink({ process: run.process, id: run.parent })}>another run</a>
          </>
        )}
      </p>
      {run.waitingFor && (
        <p>
          Waits for {run.waitingFor}
          {run.wakeAt && `; looks again ${moment(run.wakeAt)}`}
        </p>
      )}
    </header>
  );
}

const marks: Record<TimelineStep['state'], string> = {
  done: '✓',
  intent: '…',
  deferred: '⇢',
  undoing: '↶',
  undone: '↶',
  'undo-failed': '✗',
};

function Step({ step }: { step: TimelineStep }) {
  const last = step.attempts.at(-1);
  const failed = step.state === 'undo-failed' || (step.state === 'intent' && last?.outcome === 'failed');
  const state = failed ? 'stopped' : step.state;
  return (
    <li className={state}>
      <span className="mark" role="img" aria-label={words(state)}>
        {failed ? '✗' : marks[step.state]}
      </span>
      <time dateTime={step.startedAt}>{new Date(step.startedAt).toLocaleTimeString()}</time>
      <span className="system">{step.system}</span>
      <span className="quiet number">{span(step.seconds)}</span>
      <span>
        {step.name} <span className="quiet">{step.kind}</span>
        {failed && <span className="failure">{last?.failure}</span>}
        <Waits step={step} />
        <Effect step={step} state={state} />
        <Tries step={step} />
      </span>
    </li>
  );
}

function Waits({ step: { wait } }: { step: TimelineStep }) {
  if (!wait) return null;
  return (
    <span className="quiet">
      {' '}
      · waits since {moment(wait.since)}
      {wait.kind === 'decision' ? ` for ${wait.roles.map(words).join(' or ')}` : ` for ${wait.kind}`}
      {wait.fourEyes && ', not whoever asked for it'}
      {wait.until && `, until ${moment(wait.until)}`}
    </span>
  );
}

/** What the system made of it, and the key by which it knows a repeat. */
function Effect({ step: { key, refs, system }, state }: { step: TimelineStep; state: string }) {
  if (!key) return null;
  const made = Object.entries(refs ?? {}).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return (
    <details>
      <summary>
        Effect in {system}: {words(state)}
        {made.length > 0 && `, ${made.map(([name, value]) => `${name} ${String(value)}`).join(', ')}`}
      </summary>
      Idempotency key <code>{key}</code>
    </details>
  );
}

/** One that went well at the first try has nothing to tell. */
function Tries({ step: { attempts, name } }: { step: TimelineStep }) {
  if (attempts.length < 2 && attempts[0]?.outcome !== 'failed') return null;
  return (
    <details>
      <summary>
        {attempts.length} {attempts.length === 1 ? 'try' : 'tries'}
      </summary>
      <table aria-label={`Tries of ${name}`}>
        <thead>
          <tr>
            <th scope="col">Try</th>
            <th scope="col">Began</th>
            <th scope="col">Took</th>
            <th scope="col">Came to</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map(({ attempt, startedAt, finishedAt, outcome, kind, failure }) => (
            <tr key={attempt}>
              <td>{attempt}</td>
              <td>{moment(startedAt)}</td>
              <td>{finishedAt ? `${Date.parse(finishedAt) - Date.parse(startedAt)} ms` : '–'}</td>
              <td>
                {outcome}
                {kind && ` (${words(kind)})`}
                {failure && `: ${failure}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Children({ runs }: { runs: RunTimeline['children'] }) {
  if (runs.length === 0) return null;
  return (
    <section aria-labelledby="children">
      <h3 id="children">Runs it began</h3>
      <ul>
        {runs.map((run) => (
          <li key={run.id}>
            <a href={runLink(run)}>{run.title}</a> <StateBadge state={run.state} /> {run.workflow}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { api, type CaseView, type LineStep, type LineView } from './api.js';
import { Decision } from './decision.js';
import { hours, money } from './money.js';
import { Missing, Part, StateBadge } from './parts.js';
import { useData } from './use-data.js';

/** One deal across every system: what happened where, what it came to, what stopped. */
export function LinePage({ line }: { line: string }) {
  const loaded = useData(api.line, line);
  return (
    <>
      <p>
        <a href="#/">← all deals</a>
      </p>
      <Part loaded={loaded}>
        {(view) => (
          <>
            <header>
              <h2>
                {view.key} {view.title} <StateBadge state={view.state} />
              </h2>
              <p>
                {[view.client, view.legalEntity, view.project].filter(Boolean).join(' · ')} · worth {money(view.value)},
                billed {money(view.billed)}
              </p>
            </header>
            <Missing parts={view.missing} />
            {view.cases.length > 0 && <Cases cases={view.cases} />}
            <Timeline line={view.key} steps={view.steps} onDecided={loaded.put} />
            <Billing view={view} />
            <p className="quiet">Correlation {view.correlationId}</p>
          </>
        )}
      </Part>
    </>
  );
}

const Cases = ({ cases }: { cases: CaseView[] }) => (
  <section aria-labelledby="cases">
    <h3 id="cases">Waiting for a person</h3>
    <ul className="cases">
      {cases.map((one) => (
        <li key={one.id}>
          <strong>{one.code.replaceAll('-', ' ')}</strong>{' '}
          {one.business.moneyAtRisk && <em>{money(one.business.moneyAtRisk)} at risk</em>}
          <br />
          {one.message}
          <br />
          <span className="quiet">
            {one.owner.replaceAll('-', ' ')}: {one.remedy}
          </span>
        </li>
      ))}
    </ul>
  </section>
);

const RecordId = ({ id, url }: { id: string; url: string | null }) => (
  <code>
    {' '}
    {url ? (
      <a href={url} target="_blank" rel="noreferrer">
        {id}
      </a>
    ) : (
      id
    )}
  </code>
);

const marks: Record<LineStep['state'], string> = { done: '✓', stopped: '✗', running: '…', undone: '↶' };

interface TimelineProps {
  line: string;
  steps: LineStep[];
  onDecided: (line: LineView) => void;
}

const Timeline = ({ line, steps, onDecided }: TimelineProps) => (
  <section aria-labelledby="timeline">
    <h3 id="timeline">Timeline</h3>
    <ol className="timeline">
      {steps.map((step) => (
        <li key={step.what} className={step.state}>
          <span className="mark" aria-label={step.state}>
            {marks[step.state]}
          </span>
          <time dateTime={step.at}>{new Date(step.at).toLocaleTimeString()}</time>
          <span className={`system ${step.system}`}>{step.system}</span>
          <span>
            {step.what}
            {step.recordId && <RecordId id={step.recordId} url={step.recordUrl} />}
            {step.tries > 1 && <span className="quiet"> {step.tries} tries</span>}
            {step.failure && <span className="failure">{step.failure}</span>}
            {step.decision && <Decision line={line} step={step.what} decision={step.decision} onDecided={onDecided} />}
          </span>
        </li>
      ))}
    </ol>
  </section>
);

function Billing({ view }: { view: LineView }) {
  if (view.time.length === 0) return null;
  return (
    <section aria-labelledby="billing">
      <h3 id="billing">Approved time</h3>
      <div className="wide">
        <table>
          <thead>
            <tr>
              <th>State</th>
              <th className="number">Entries</th>
              <th className="number">Time</th>
              <th className="number">Amount</th>
            </tr>
          </thead>
          <tbody>
            {view.time.map((total) => (
              <tr key={total.state}>
                <td>{total.state}</td>
                <td className="number">{total.lines}</td>
                <td className="number">{hours(total.minutes)}</td>
                <td className="number">{money(total.amount)}</td>
              </tr>
            ))}
            {view.invoices.map((invoice) => (
              <tr key={invoice.reference}>
                <td>invoice {invoice.number}</td>
                <td className="number" />
                <td className="number">{hours(invoice.minutes)}</td>
                <td className="number">{money(invoice.total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

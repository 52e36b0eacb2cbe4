import { counted, day, moment } from '../format.js';
import { type ConsumerImpact, type ContractComparison, governanceApi, type PolicyVerdict } from '../governance-api.js';
import { Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';
import { ContractDecision } from './contract-decision.js';
import { Findings } from './findings.js';
import './governance.css';

interface ComparisonProps {
  contract: string;
  /** Two versions, e.g. `1.0.0..1.1.0`, or another major and a version: `v1..2.0.0`. */
  range: string;
  /** The finding a link led to. */
  linked?: string;
}

/** Two versions side by side: what a reviewer needs to say yes or no in minutes. */
export function ComparisonPage({ contract, range, linked }: ComparisonProps) {
  const comparison = useData(governanceApi.comparison, `${contract}/${range}`);
  return (
    <>
      <p>
        <a href={`#/contracts/${contract}`}>← {contract}</a>
      </p>
      <h2>
        {contract} {range.replace('..', ' → ')}
      </h2>
      <Part loaded={comparison}>
        {(shown) => (
          <>
            {shown.base.contract === shown.revision.contract ? <Verdict {...shown} /> : <Move {...shown} />}
            {shown.revision.state === 'design' && shown.revision.base === shown.base.version && (
              <ContractDecision version={shown.revision} />
            )}
            <Consumers {...shown} />
            <Findings
              address={`#/contracts/${contract}/${range}`}
              changes={shown.changes}
              {...(linked && { linked })}
            />
            <details>
              <summary>Changelog, as Markdown</summary>
              <pre className="text" tabIndex={0}>
                {shown.changelog}
              </pre>
            </details>
          </>
        )}
      </Part>
    </>
  );
}

const asks: Record<PolicyVerdict['required'], string> = {
  none: 'nothing of the version number',
  patch: 'for a patch',
  minor: 'for a minor version',
  major: 'for a major version beside this one',
};

const saidOf = (allowed: boolean, objections: number): string => {
  if (!allowed) return 'The policy refuses it';
  return objections > 0 ? 'The policy allows it, by exemption' : 'The policy allows it';
};

const Verdict = ({ verdict: { allowed, required, objections } }: ContractComparison) => (
  <section className={`verdict ${allowed ? 'allowed' : 'refused'}`} aria-label="Verdict">
    <h3>{saidOf(allowed, objections.length)}</h3>
    <p>What changed asks {asks[required]}.</p>
    {objections.length > 0 && (
      <ul>
        {objections.map(({ rule, message, remedy, exemption }) => (
          <li key={`${rule} ${message}`}>
            <code>{rule}</code> {message.replace(/\.?$/, '.')}{' '}
            {exemption ? `Let pass by ${exemption}.` : `The way out: ${remedy}.`}
          </li>
        ))}
      </ul>
    )}
  </section>
);

/** Majors stand side by side: between them nobody is refused, and everybody has to move. */
const Move = ({ base, revision, changes }: ContractComparison) => (
  <section className="verdict" aria-label="Verdict">
    <h3>
      From {base.contract} {base.version} to {revision.contract} {revision.version}
    </h3>
    <p>
      {counted(changes.filter(({ level }) => level === 'breaking').length, 'change')} a consumer has to follow who
      moves. Until then {base.contract} stays as it is.
    </p>
  </section>
);

const Consumers = ({ consumers, recordedSince }: ContractComparison) => (
  <>
    <Table
      name="Who is hurt"
      empty="No consumer is registered, and nobody is on record."
      rows={consumers}
      columns={consumerColumns}
      rowKey={({ clientId }) => clientId}
    />
    <p className="quiet">
      {recordedSince
        ? `Use is on record since ${day(recordedSince)}. Unknown is not safe: ask the owner.`
        : 'No use is on record yet, so nobody is known to be safe.'}
    </p>
  </>
);

const harms: Record<ConsumerImpact['harm'], string> = {
  affected: 'affected',
  'not-affected': 'not affected',
  unknown: 'unknown',
};

const consumerColumns: Column<ConsumerImpact>[] = [
  { name: 'Consumer', value: ({ name, clientId }) => name ?? `${clientId}, not registered` },
  { name: 'Owner', value: ({ owner }) => owner },
  {
    name: 'Is',
    value: ({ harm }) => harms[harm],
    show: ({ harm }) => <span className={`badge ${harm}`}>{harms[harm]}</span>,
  },
  { name: 'Last use', value: ({ lastUse }) => lastUse, show: ({ lastUse }) => moment(lastUse) },
  { name: 'Calls', value: ({ calls }) => calls, numeric: true },
  { name: 'Because of', value: ({ because }) => because.join(', ') || null },
];

import type { CaseDetail } from '../api.js';
import { moment, words } from '../format.js';
import { Table } from '../table.js';

type AuditEntry = CaseDetail['audit'][number];

/** What every system says, one beside the other; what they differ in first, and marked. */
export function SideBySide({ sources, evidence }: Pick<CaseDetail, 'sources' | 'evidence'>) {
  if (sources.length === 0) return <p className="quiet">No system has told anything about it.</p>;
  return (
    <div className="wide">
      <table className="sides">
        <caption>What the systems say</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            {sources.map((source) => (
              <SourceHead key={source.system} source={source} />
            ))}
          </tr>
        </thead>
        <tbody>
          {evidence.map(({ field, differs, values }) => (
            <tr key={field} className={differs ? 'differs' : undefined}>
              <th scope="row">
                {field}
                {differs && <span className="badge parked"> differs</span>}
              </th>
              {sources.map(({ system }) => (
                <td key={system}>{values.find((one) => one.system === system)?.value ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const SourceHead = ({ source }: { source: CaseDetail['sources'][number] }) => (
  <th scope="col">
    {source.system}
    {source.instance && ` (${source.instance})`}
    {source.record && (
      <code>
        {' '}
        {source.url ? (
          <a href={source.url} target="_blank" rel="noreferrer">
            {source.record}
          </a>
        ) : (
          source.record
        )}
      </code>
    )}
    <small>{source.asOf ? `as of ${moment(source.asOf)}` : 'no date known'}</small>
    {source.silent && <small className="failure">{source.silent}</small>}
  </th>
);

/** Who did what with it, from the log that cannot be changed unseen. */
export const AuditTrail = ({ entries }: { entries: AuditEntry[] }) => (
  <section aria-labelledby="audit">
    <h3 id="audit">What was done, and by whom</h3>
    <Table
      name="Audit log"
      rows={entries}
      rowKey={({ position }) => String(position)}
      empty="Nobody has done anything with it yet."
      columns={[
        { name: 'When', value: ({ at }) => at, show: ({ at }) => moment(at) },
        { name: 'Who', value: ({ by }) => by },
        { name: 'What', value: ({ action }) => words(action.replace(/^exception\./, '')) },
        { name: 'Why', value: ({ reason }) => reason },
        { name: 'From, to', value: changed },
        { name: 'Entry', value: ({ position }) => position, numeric: true },
      ]}
    />
  </section>
);

const changed = ({ changes }: AuditEntry): string =>
  changes
    .map(({ name, before, after }) => `${name}: ${before === null ? '' : `${before} → `}${after ?? '–'}`)
    .join('; ');

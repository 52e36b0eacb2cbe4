import { api, type LineSummary } from './api.js';
import { money } from './money.js';
import { Missing, Part, StateBadge } from './parts.js';
import { useData } from './use-data.js';

/** Every deal on its way from won to billed, and the firm's totals above them. */
export function LineList() {
  const overview = useData(api.overview, 'overview');
  const lines = useData(api.lines, 'lines');
  return (
    <>
      <Part loaded={overview}>
        {({ billed, atRisk, openCases, workers }) => (
          <dl className="figures">
            <Figure name="Billed" values={billed.map(money)} />
            <Figure name="At risk" values={atRisk.map(money)} />
            <Figure name="Waiting for a person" values={[String(openCases)]} />
            <Figure
              name="People staffable"
              values={[String(workers.find(({ name }) => name === 'completed')?.count ?? 0)]}
            />
          </dl>
        )}
      </Part>
      <h2>Deals</h2>
      <Part loaded={lines}>
        {({ items, missing }) => (
          <>
            <Missing parts={missing} />
            {items.length > 0 ? (
              <DealTable deals={items} />
            ) : (
              <p>No deal has been won yet. It appears here as soon as the CRM says so.</p>
            )}
          </>
        )}
      </Part>
    </>
  );
}

const DealTable = ({ deals }: { deals: LineSummary[] }) => (
  <div className="wide">
    <table>
      <thead>
        <tr>
          <th>Deal</th>
          <th>Client</th>
          <th>Entity</th>
          <th>Mobilisation</th>
          <th className="number">Value</th>
          <th className="number">Billed</th>
          <th className="number">Cases</th>
        </tr>
      </thead>
      <tbody>
        {deals.map((line) => (
          <tr key={line.key}>
            <td>
              <a href={`#/lines/${encodeURIComponent(line.key)}`}>{line.key}</a> {line.title}
            </td>
            <td>{line.client}</td>
            <td>{line.legalEntity}</td>
            <td>
              <StateBadge state={line.state} />
            </td>
            <td className="number">{money(line.value)}</td>
            <td className="number">{money(line.billed)}</td>
            <td className="number">{line.openCases || ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Figure = ({ name, values }: { name: string; values: string[] }) => (
  <div>
    <dt>{name}</dt>
    <dd>{values.length > 0 ? values.map((value) => <span key={value}>{value}</span>) : '–'}</dd>
  </div>
);

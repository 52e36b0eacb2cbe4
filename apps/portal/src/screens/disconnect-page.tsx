import { api, type FindingList } from '../api.js';
import { moment } from '../format.js';
import { money } from '../money.js';
import { Freshness, Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';

/** What one detector finds, the most money first. */
export function DisconnectPage({ id }: { id: string }) {
  const findings = useData(api.findings, id);
  return (
    <>
      <p>
        <a href="#/integration">← integration</a>
      </p>
      <Part loaded={findings}>
        {({ detector, items, ...dated }) => (
          <>
            <h2>
              {detector.id} {detector.name}
            </h2>
            <p>{detector.watches}</p>
            <p className="quiet">
              {detector.owner} acts; runbook {detector.runbook}.
            </p>
            <Freshness {...dated} />
            <Table
              name="Findings"
              empty="Nothing is apart."
              rows={items}
              columns={columns}
              rowKey={({ record }) => record}
            />
          </>
        )}
      </Part>
    </>
  );
}

const columns: Column<FindingList['items'][number]>[] = [
  { name: 'Record', value: ({ record }) => record },
  { name: 'What', value: ({ label }) => label },
  { name: 'Project', value: ({ project }) => project },
  { name: 'Since', value: ({ since }) => since, show: ({ since }) => moment(since) },
  {
    name: 'At risk',
    value: ({ moneyAtRisk }) => (moneyAtRisk ? Number(moneyAtRisk.amount) : null),
    show: ({ moneyAtRisk }) => money(moneyAtRisk),
    numeric: true,
  },
];

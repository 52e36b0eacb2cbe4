import { useState } from 'react';
import { api, type AssignmentAtRisk, heatMapGroupings, type HeatMapRow, type ProjectLine } from '../api.js';
import { day, hours, moment, span, words } from '../format.js';
import { money } from '../money.js';
import { Choice, Freshness, Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';
import { WhatIfForm } from './what-if.js';

/** From won to staffed: what is held up, who has room, and who is promised more than there is of them. */
export function Staffing() {
  const lines = useData(api.projectLines, 'project lines');
  const risks = useData(api.atRisk, 'at risk');
  return (
    <>
      <h2>Delivery and staffing</h2>
      <Part loaded={lines}>
        {({ items, ...dated }) => (
          <>
            <Freshness {...dated} />
            <Table
              name="Projects"
              empty="No deal has been won yet. It appears here as soon as the CRM says so."
              rows={items}
              columns={lineColumns}
              rowKey={({ deal }) => deal}
            />
          </>
        )}
      </Part>
      <Load />
      <Part loaded={risks}>
        {({ items }) => (
          <Table
            name="Assignments at risk"
            empty="Nobody is promised more than there is of them."
            rows={items}
            columns={riskColumns}
            rowKey={({ instance, id }) => `${instance} ${id}`}
          />
        )}
      </Part>
      <WhatIfForm />
    </>
  );
}

function Load() {
  const [by, setBy] = useState<(typeof heatMapGroupings)[number]>('practice');
  const map = useData(api.heatMap as (by: string) => ReturnType<typeof api.heatMap>, by);
  return (
    <>
      <h3>Capacity against demand</h3>
      <Choice name="A row each" values={heatMapGroupings} value={by} choose={setBy} />
      <Part loaded={map}>{({ items }) => <Heat rows={items} />}</Part>
    </>
  );
}

const Heat = ({ rows }: { rows: HeatMapRow[] }) => {
  const weeks = [...new Set(rows.flatMap((row) => row.weeks.map(({ week }) => week)))].sort();
  if (weeks.length === 0) return <p className="quiet">Nobody’s capacity is known yet.</p>;
  return (
    <div className="wide">
      <table className="heat">
        <caption>Planned hours in percent of what can be worked, by week</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            {weeks.map((week) => (
              <th key={week} scope="col">
                {week.slice(5)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.worker ?? row.group ?? ''}>
              <th scope="row">{row.worker ?? row.group ?? 'not said'}</th>
              {weeks.map((week) => (
                <Cell key={week} cell={row.weeks.find((one) => one.week === week)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Cell = ({ cell }: { cell: HeatMapRow['weeks'][number] | undefined }) => {
  if (!cell) return <td />;
  const load = cell.load === null ? null : Number(cell.load);
  const title = `${hours(cell.plannedMinutes)} planned of ${hours(cell.capacityMinutes)}, ${hours(cell.demandMinutes)} sold`;
  const warmth = load === null ? undefined : Math.min(load, 130) / 130;
  return (
    <td
      className={load !== null && load > 100 ? 'over' : undefined}
      style={{ '--warmth': warmth } as React.CSSProperties}
      title={title}
    >
      {load === null ? '–' : Math.round(load)}
    </td>
  );
};

const lineColumns: Column<ProjectLine>[] = [
  {
    name: 'Deal',
    value: ({ deal }) => deal,
    show: ({ deal, name }) => (
      <>
        <a href={`#/lines/${encodeURIComponent(deal)}`}>{deal}</a> {name}
      </>
    ),
  },
  { name: 'Client', value: ({ client }) => client },
  { name: 'Entity', value: ({ legalEntity }) => legalEntity },
  { name: 'Active', value: ({ activatedAt }) => activatedAt, show: ({ activatedAt }) => moment(activatedAt) },
  {
    name: 'Set up in',
    value: ({ setUpSeconds }) => setUpSeconds,
    show: ({ setUpSeconds }) => (setUpSeconds === null ? '–' : span(setUpSeconds)),
    numeric: true,
  },
  { name: 'People', value: ({ assignments }) => assignments, numeric: true },
  {
    name: 'Value',
    value: ({ value }) => (value ? Number(value.amount) : null),
    show: ({ value }) => money(value),
    numeric: true,
  },
  {
    name: 'Held up by',
    value: ({ holds }) => holds.map(words).join(', ') || null,
    show: ({ holds }) => holds.map(words).join(', '),
  },
];

const riskColumns: Column<AssignmentAtRisk>[] = [
  { name: 'Worker', value: ({ workerNumber }) => workerNumber },
  { name: 'Project', value: ({ project }) => project },
  { name: 'Role', value: ({ roleName }) => roleName },
  { name: 'From', value: ({ startDate }) => startDate, show: ({ startDate }) => day(startDate) },
  { name: 'To', value: ({ endDate }) => endDate, show: ({ endDate }) => day(endDate) },
  { name: 'Booked', value: ({ minutes }) => minutes, show: ({ minutes }) => hours(minutes), numeric: true },
];

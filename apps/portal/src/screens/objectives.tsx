import { operations, type LateRun, type ObjectiveView } from '../operations-api.js';
import { figure, moment, span } from '../format.js';
import { Freshness, Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';

/** Whether each workflow takes the time it should, and what is left of its error budget. */
export function Objectives() {
  const objectives = useData(operations.objectives, 'objectives');
  return (
    <>
      <h2>Objectives</h2>
      <Part loaded={objectives}>
        {({ items, worst, days, figure: share, ...dated }) => (
          <>
            <Freshness {...dated} />
            <p>
              <a href={`#/figures/${share.id}`}>{share.name}</a>: <strong>{figure(share.unit, share)}</strong> over the
              last {days} days. {share.formula}. {share.owner} answers for it.
            </p>
            <Table
              name="Workflows"
              empty="No run has ended yet."
              rows={items}
              columns={columns}
              rowKey={({ process, workflow }) => `${process} ${workflow}`}
            />
            <Table
              name="Worst runs"
              empty="No run took longer than it should."
              rows={worst}
              columns={lateColumns}
              rowKey={({ run }) => run}
            />
          </>
        )}
      </Part>
    </>
  );
}

const percent = (value: string | null): string => (value === null ? '–' : `${value} %`);

const columns: Column<ObjectiveView>[] = [
  { name: 'Workflow', value: ({ workflow }) => workflow },
  { name: 'Process', value: ({ process }) => process },
  {
    name: 'Should take',
    value: ({ objectiveSeconds }) => objectiveSeconds,
    show: ({ objectiveSeconds }) => span(objectiveSeconds),
    numeric: true,
  },
  {
    name: 'Half take',
    value: ({ medianSeconds }) => medianSeconds,
    show: ({ medianSeconds }) => span(medianSeconds),
    numeric: true,
  },
  { name: 'Ended', value: ({ ended }) => ended, numeric: true },
  { name: 'Late', value: ({ late }) => late, numeric: true },
  {
    name: 'In time',
    value: ({ inTime }) => Number(inTime),
    show: ({ inTime, target }) => `${percent(inTime)} of ${target} %`,
    numeric: true,
  },
  {
    name: 'Budget left',
    value: ({ budgetLeft }) => Number(budgetLeft),
    show: ({ budgetLeft }) => (
      <span className={`badge ${Number(budgetLeft) > 0 ? 'up' : 'away'}`}>{percent(budgetLeft)}</span>
    ),
    numeric: true,
  },
  {
    name: 'Burn in a day',
    value: ({ burn }) => (burn === null ? null : Number(burn)),
    show: ({ burn }) => (burn === null ? '–' : `${burn} ×`),
    numeric: true,
  },
];

const lateColumns: Column<LateRun>[] = [
  {
    name: 'Run',
    value: ({ title, run }) => title ?? run,
    show: ({ process, run, title }) => <a href={`#/runs/${process}/${run}`}>{title ?? run}</a>,
  },
  { name: 'Workflow', value: ({ workflow }) => workflow },
  { name: 'Took', value: ({ seconds }) => seconds, show: ({ seconds }) => span(seconds), numeric: true },
  { name: 'Ended', value: ({ endedAt }) => endedAt, show: ({ endedAt }) => moment(endedAt) },
];

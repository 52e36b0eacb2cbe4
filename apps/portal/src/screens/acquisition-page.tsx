import { moment, words } from '../format.js';
import { type AcquisitionDetail, type AcquisitionMapping, operations } from '../operations-api.js';
import { Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';
import { countsOf } from './acquisitions.js';
import { MappingDecision } from './mapping-decision.js';
import './runs.css';

type Row = AcquisitionDetail['acquisition']['rows'][number];

/** One acquisition: where each person stands, and what the firm's values mean with us. */
export function AcquisitionPage({ id }: { id: string }) {
  const loaded = useData(operations.acquisition, id);
  return (
    <>
      <p>
        <a href="#/people">← people</a>
      </p>
      <Part loaded={loaded}>
        {({ acquisition, mappings }) => (
          <>
            <h2>{acquisition.name}</h2>
            <p>
              {acquisition.state}, into {acquisition.legalEntity}; uploaded by {acquisition.uploadedBy}{' '}
              {moment(acquisition.createdAt)}
              {acquisition.loadedBy && `, let be loaded by ${acquisition.loadedBy}`}. {countsOf(acquisition)}.
            </p>
            <Table
              name="What its values mean with us"
              empty="Every value of it is one of ours."
              rows={mappings}
              columns={mappingColumns(id)}
              rowKey={({ kind, foreign }) => `${kind}/${foreign}`}
            />
            <Table
              name="People"
              empty="Nobody of it may be shown to you."
              rows={acquisition.rows}
              columns={rowColumns}
              rowKey={({ row }) => String(row)}
            />
          </>
        )}
      </Part>
    </>
  );
}

const Others = ({ candidates }: Pick<AcquisitionMapping, 'candidates'>) =>
  candidates.length > 0 && (
    <span className="quiet"> Or: {candidates.map(({ value, score }) => `${value} (${score})`).join(', ')}</span>
  );

const mappingColumns = (id: string): Column<AcquisitionMapping>[] => [
  { name: 'What', value: ({ kind }) => words(kind) },
  { name: 'There', value: ({ foreign }) => foreign },
  { name: 'With us', value: ({ value }) => value },
  {
    name: 'State',
    value: ({ state }) => state,
    show: ({ state, decidedBy }) => (
      <>
        <span className={`badge ${state}`}>{state}</span> {decidedBy && `by ${decidedBy}`}
      </>
    ),
  },
  { name: 'Alike', value: ({ score }) => score, numeric: true },
  {
    name: 'Evidence',
    value: ({ evidence }) => evidence,
    show: ({ evidence, candidates, value }) => (
      <>
        {evidence}
        <Others candidates={candidates.filter((one) => one.value !== value)} />
      </>
    ),
  },
  { name: 'Rows', value: ({ rows }) => rows, numeric: true },
  { name: 'Decide', value: () => null, show: (mapping) => <MappingDecision id={id} mapping={mapping} /> },
];

const rowColumns: Column<Row>[] = [
  { name: 'Row', value: ({ row }) => row, numeric: true },
  { name: 'Number', value: ({ workerNumber }) => workerNumber },
  { name: 'State', value: ({ state }) => words(state) },
  { name: 'Why', value: ({ reason }) => reason },
  {
    name: 'Run',
    value: ({ runId }) => runId,
    show: ({ runId }) => (runId ? <a href={`#/runs/process-workforce/${runId}`}>timeline</a> : '–'),
  },
];

import { type CutoverDetail, operations } from '../operations-api.js';
import { Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';
import { impactOf } from './cutovers.js';

type Verdict = CutoverDetail['report']['verdicts'][number];
type Difference = CutoverDetail['report']['differences'][number];

/** One system against its successor, by workflow. */
export function CutoverPage({ id }: { id: string }) {
  const loaded = useData(operations.cutover, id);
  return (
    <>
      <p>
        <a href="#/cutovers">← cut-overs</a>
      </p>
      <Part loaded={loaded}>
        {({ report, impact }) => (
          <>
            <h2>
              {report.domain.toUpperCase()} of {report.legalEntity}: {report.live} and {report.shadow}{' '}
              <span className={`badge ${report.ready ? 'up' : 'away'}`}>{report.ready ? 'ready' : 'not ready'}</span>
            </h2>
            <p>{impactOf(impact)}</p>
            <Table
              name="Workflows"
              empty="Nothing was written since both run."
              rows={report.verdicts}
              columns={verdictColumns}
              rowKey={({ workflow }) => workflow}
            />
            <Table
              name="What differs"
              empty="Nothing differs, as far as it was compared."
              rows={report.differences}
              columns={differenceColumns}
              rowKey={({ record, field }) => `${record} ${field}`}
            />
            <Lines name="What the shadow cannot do" lines={report.unsupported} />
            <Lines name="What was not compared" lines={report.unseen} />
          </>
        )}
      </Part>
    </>
  );
}

function Lines({ name, lines }: { name: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{name}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

const verdictColumns: Column<Verdict>[] = [
  {
    name: 'Workflow',
    value: ({ workflow }) => workflow,
    show: ({ workflow, ready }) => (
      <>
        {workflow} <span className={`badge ${ready ? 'up' : 'away'}`}>{ready ? 'ready' : 'not ready'}</span>
      </>
    ),
  },
  { name: 'Repeated', value: ({ done }) => done, numeric: true },
  { name: 'To be repeated', value: ({ waiting }) => waiting, numeric: true },
  { name: 'Refused', value: ({ failed }) => failed, numeric: true },
  { name: 'Against it', value: ({ reasons }) => reasons.join('; ') || null },
];

const differenceColumns: Column<Difference>[] = [
  { name: 'Record', value: ({ record }) => record },
  { name: 'Field', value: ({ field }) => field },
  { name: 'Live', value: ({ live }) => live },
  { name: 'Shadow', value: ({ shadow }) => shadow },
  { name: 'Written by', value: ({ workflows }) => workflows.join(', ') },
];

import { counted, moment, span } from '../format.js';
import { type ChaosReport, operations } from '../operations-api.js';
import { Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';

/** What was shown by breaking everything on purpose. */
export function Chaos() {
  const reports = useData(operations.chaosReports, 'chaos');
  return (
    <>
      <h2>Chaos runs</h2>
      <Part loaded={reports}>
        {({ items }) => (
          <Table
            name="Chaos runs"
            empty="No chaos run is on record. How one is made and told of: runbook chaos."
            rows={items}
            columns={columns}
            rowKey={({ id }) => id}
          />
        )}
      </Part>
    </>
  );
}

/** One chaos run: whether everything held, and under what. */
export function ChaosPage({ id }: { id: string }) {
  const report = useData(operations.chaosReport, id);
  return (
    <>
      <p>
        <a href="#/chaos">← Chaos runs</a>
      </p>
      <Part loaded={report}>
        {(shown) => (
          <>
            <h2>Chaos run of {moment(shown.startedAt)}</h2>
            <Verdict {...shown} />
            <Table
              name="What has to hold"
              empty="It was held to nothing."
              rows={shown.promises}
              columns={promiseColumns}
              rowKey={({ name }) => name}
            />
            <Table
              name="Faults that happened"
              empty="No fault happened."
              rows={shown.faults}
              columns={faultColumns}
              rowKey={({ kind }) => kind}
            />
            <p className="quiet">
              Told of by {shown.reportedBy}, {moment(shown.reportedAt)}. Again: <code>{commandOf(shown)}</code>
            </p>
          </>
        )}
      </Part>
    </>
  );
}

const verdicts: Record<ChaosReport['verdict'], { says: string; badge: string }> = {
  held: { says: 'Everything held', badge: 'up' },
  broken: { says: 'Something broke', badge: 'away' },
  void: { says: 'It says nothing', badge: 'unknown' },
};

const faultsOf = ({ faults }: ChaosReport): number => faults.reduce((sum, { times }) => sum + times, 0);

const commandOf = (report: ChaosReport): string =>
  `npm run chaos -- --seed ${report.seed} --workflows ${report.workflows} --faults ${faultsOf(report)} --queue ${report.queue}`;

const Verdict = (report: ChaosReport) => {
  const { verdict, lost, duplicate, stuck, runs, effects, calls, ambiguous, quietAfterSeconds } = report;
  return (
    <section className={`verdict ${verdict === 'held' ? 'allowed' : 'refused'}`} aria-label="Verdict">
      <h3>{verdicts[verdict].says}</h3>
      <p>
        Lost {lost}, done twice {duplicate}, stuck {stuck}: {counted(runs, 'run')}, {counted(effects, 'effect')} and{' '}
        {counted(calls, 'call')} at vendors under {counted(faultsOf(report), 'fault')}, on {report.queue};{' '}
        {counted(ambiguous, 'result')} nobody knew at first.{' '}
        {quietAfterSeconds === null
          ? 'It never became quiet.'
          : `Quiet ${span(quietAfterSeconds)} after the last fault.`}{' '}
        {verdict === 'held' && effects > 0 && (
          <>With 95 % confidence fewer than 3 in {effects.toLocaleString()} effects go wrong under such faults.</>
        )}
      </p>
      {[...report.collapses, ...report.wanting].map((what) => (
        <p key={what}>{what}</p>
      ))}
    </section>
  );
};

const columns: Column<ChaosReport>[] = [
  {
    name: 'Began',
    value: ({ startedAt }) => startedAt,
    show: ({ id, startedAt }) => <a href={`#/chaos/${id}`}>{moment(startedAt)}</a>,
  },
  {
    name: 'Verdict',
    value: ({ verdict }) => verdict,
    show: ({ verdict }) => <span className={`badge ${verdicts[verdict].badge}`}>{verdict}</span>,
  },
  { name: 'Queue', value: ({ queue }) => queue },
  { name: 'Seed', value: ({ seed }) => seed, numeric: true },
  { name: 'Asked for', value: ({ workflows }) => workflows, numeric: true },
  { name: 'Faults', value: faultsOf, numeric: true },
  { name: 'Effects', value: ({ effects }) => effects, numeric: true },
  { name: 'Lost', value: ({ lost }) => lost, numeric: true },
  { name: 'Twice', value: ({ duplicate }) => duplicate, numeric: true },
  { name: 'Stuck', value: ({ stuck }) => stuck, numeric: true },
];

const promiseColumns: Column<ChaosReport['promises'][number]>[] = [
  { name: 'Invariant', value: ({ name }) => name },
  { name: 'Promise', value: ({ promise }) => promise },
  {
    name: 'Held',
    value: ({ failures }) => failures,
    show: ({ failures }) => (
      <span className={`badge ${failures === 0 ? 'up' : 'away'}`}>
        {failures === 0 ? 'held' : `not in ${counted(failures, 'case')}`}
      </span>
    ),
  },
];

const faultColumns: Column<ChaosReport['faults'][number]>[] = [
  { name: 'Fault', value: ({ kind }) => kind },
  { name: 'Times', value: ({ times }) => times, numeric: true },
];

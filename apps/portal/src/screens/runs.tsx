import { type FormEvent, useState } from 'react';
import {
  operations,
  type OwnedRun,
  type RunFilter,
  runProcesses,
  runStates,
  searchedSystems,
} from '../operations-api.js';
import { moment } from '../format.js';
import { Missing, Part, StateBadge } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';
import { filled, Select } from './form-fields.js';

const read = (filter: string) => operations.runs(JSON.parse(filter) as RunFilter);

/** Every run of every process, latest change first. */
export function Runs() {
  const [filter, setFilter] = useState<RunFilter>({});
  const [cursor, setCursor] = useState<string | null>(null);
  const page = useData(read, JSON.stringify({ ...filter, ...(cursor && { cursor }) }));
  const search = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setCursor(null);
    setFilter(filled(event.currentTarget));
  };
  return (
    <>
      <h2>Runs</h2>
      <form onSubmit={search} className="ask" role="search">
        <label>
          Title, key, project or client
          <input name="text" maxLength={200} />
        </label>
        <label>
          Workflow
          <input name="workflow" maxLength={120} pattern="[A-Za-z0-9][A-Za-z0-9.:_\/\-]*" />
        </label>
        <Select
          name="process"
          label="Process"
          any="any"
          values={runProcesses.map((text) => ({ value: `process-${text}`, text }))}
        />
        <Select name="state" label="State" any="any" values={runStates} />
        <Select name="system" label="With a step in" any="any system" values={searchedSystems} />
        <button>Look</button>
      </form>
      <Part loaded={page}>
        {({ items, nextCursor, missing }) => (
          <>
            <Missing parts={missing} />
            <Table
              name="Runs, latest change first"
              empty="No run is like that."
              rows={items}
              columns={columns}
              rowKey={({ id }) => id}
            />
            {cursor && <button onClick={() => setCursor(null)}>Latest</button>}{' '}
            {nextCursor && <button onClick={() => setCursor(nextCursor)}>Older</button>}
          </>
        )}
      </Part>
    </>
  );
}

export const runLink = ({ process, id }: Pick<OwnedRun, 'process' | 'id'>): string => `#/runs/${process}/${id}`;

const columns: Column<OwnedRun>[] = [
  {
    name: 'Run',
    value: ({ title }) => title,
    show: (run) => <a href={runLink(run)}>{run.title}</a>,
  },
  { name: 'Workflow', value: ({ workflow }) => workflow },
  { name: 'Project', value: ({ business }) => business.project },
  { name: 'State', value: ({ state }) => state, show: ({ state }) => <StateBadge state={state} /> },
  { name: 'Waits for', value: ({ waitingFor }) => waitingFor },
  { name: 'Began', value: ({ createdAt }) => createdAt, show: ({ createdAt }) => moment(createdAt) },
  { name: 'Changed', value: ({ updatedAt }) => updatedAt, show: ({ updatedAt }) => moment(updatedAt) },
];

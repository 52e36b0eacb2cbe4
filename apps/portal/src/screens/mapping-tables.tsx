import { type MappingTable, operations } from '../operations-api.js';
import { Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';

/** What values of one system are in another, as the estate file says. */
export function MappingTables() {
  const tables = useData(operations.mappingTables, 'mapping tables');
  return (
    <>
      <p>
        <a href="#/people">← people</a>
      </p>
      <h2>Mapping tables</h2>
      <p className="quiet">
        In force by <code>mappings</code> of estate.yaml. What values of an acquired firm mean is decided with the{' '}
        <a href="#/people">acquisition</a>.
      </p>
      <Part loaded={tables}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">Nothing is mapped.</p>
          ) : (
            items.map(({ name, rows }) => (
              <Table
                key={name}
                name={name}
                empty="It has no row."
                rows={rows}
                columns={columns}
                rowKey={({ from }) => from}
              />
            ))
          )
        }
      </Part>
    </>
  );
}

const columns: Column<MappingTable['rows'][number]>[] = [
  { name: 'Value', value: ({ from }) => from },
  { name: 'Means', value: ({ to }) => to },
];

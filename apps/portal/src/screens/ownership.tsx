import { useState } from 'react';
import { FilterSelect } from '../filter-select.js';
import { governanceApi, type OwnershipView } from '../governance-api.js';
import { Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';

/** Who decides what of a record, in each region, by which rule. */
export function Ownership() {
  const matrix = useData(governanceApi.ownership, 'ownership');
  const [record, setRecord] = useState('');
  return (
    <>
      <p>
        <a href="#/contracts">← all contracts</a>
      </p>
      <h2>Who owns what</h2>
      <Part loaded={matrix}>
        {({ items }) => (
          <>
            <div className="ask">
              <FilterSelect name="Record" value={record} values={items.map((item) => item.record)} pick={setRecord} />
            </div>
            <Table
              name="Ownership matrix"
              empty="The estate knows nothing that can be owned."
              rows={partsOf(items).filter((part) => record === '' || part.record === record)}
              columns={columnsOf(items)}
              rowKey={({ record: of, item, kind }) => `${of} ${kind} ${item}`}
            />
          </>
        )}
      </Part>
    </>
  );
}

/** A group of attributes or a step of a record's life, and its rows in all regions. */
interface OwnedPart extends Pick<OwnershipView, 'record' | 'item' | 'kind' | 'heldBy'> {
  rows: OwnershipView[];
}

function partsOf(items: OwnershipView[]): OwnedPart[] {
  const parts = new Map<string, OwnedPart>();
  for (const row of items) {
    const key = `${row.record} ${row.kind} ${row.item}`;
    const { record, item, kind, heldBy } = row;
    parts.set(key, { record, item, kind, heldBy, rows: [...(parts.get(key)?.rows ?? []), row] });
  }
  return [...parts.values()];
}

const columnsOf = (items: OwnershipView[]): Column<OwnedPart>[] => [
  { name: 'Record', value: ({ record }) => record },
  { name: 'Part', value: ({ item }) => item },
  { name: 'Is', value: ({ kind }) => (kind === 'events' ? 'a step' : 'attributes') },
  ...[...new Set(items.map(({ region }) => region))].sort().map((region): Column<OwnedPart> => ({
    name: region,
    value: ({ rows }) => ownersIn(rows.filter((row) => row.region === region)),
  })),
  { name: 'Rule', value: ({ rows }) => [...new Set(rows.map(({ rule }) => rule))].join(' ') },
  { name: 'Stands at', value: ({ rows }) => [...new Set(rows.flatMap(({ place }) => place ?? []))].join(', ') || null },
  { name: 'Held by', value: ({ heldBy }) => heldBy },
];

/** Legal entities are named only where they differ. */
const ownersIn = (rows: OwnershipView[]): string =>
  rows
    .map(({ owner, instances, legalEntities }) => {
      const said = owner ? `${owner} (${instances.join(', ')})` : 'nobody';
      return rows.length > 1 ? `${legalEntities.join(', ')}: ${said}` : said;
    })
    .join('; ');

import { useState } from 'react';
import { api, type WorkItem } from '../api.js';
import { Freshness, Part } from '../parts.js';
import { useData } from '../use-data.js';
import { CaseCard } from './case-card.js';

/** What needs a person, in the order in which it is worth working on: the most money for the least time left first. */
export function Workbench() {
  const bench = useData(api.workbench, 'workbench');
  const [owner, setOwner] = useState('');
  return (
    <>
      <h2>Exceptions</h2>
      <Part loaded={bench}>
        {({ items, ...dated }) => (
          <>
            <Freshness {...dated} />
            <label className="filter">
              Owner{' '}
              <select value={owner} onChange={({ target }) => setOwner(target.value)}>
                <option value="">everybody</option>
                {ownersOf(items).map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            </label>
            {items.length === 0 && <p>Nothing needs a person.</p>}
            <ol className="bench">
              {items
                .filter((item) => owner === '' || item.case.owner === owner)
                .map((item) => (
                  <CaseCard key={`${item.case.app} ${item.case.id}`} item={item} />
                ))}
            </ol>
          </>
        )}
      </Part>
    </>
  );
}

const ownersOf = (items: WorkItem[]): string[] => [...new Set(items.map((item) => item.case.owner))].sort();

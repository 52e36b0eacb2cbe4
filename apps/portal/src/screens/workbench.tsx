import { useEffect, useState } from 'react';
import { api, type WorkItem } from '../api.js';
import { FilterSelect } from '../filter-select.js';
import { words } from '../format.js';
import { Freshness, Part } from '../parts.js';
import { me } from '../session.js';
import { useData } from '../use-data.js';
import { BulkForm } from './bulk-form.js';
import { CaseCard } from './case-card.js';
import { type CaseFilter, meets } from './case-filter.js';
import { Settlements } from './settlements.js';

/** What needs a person, in the order in which it is worth working on: the most money for the least time left first. */
export function Workbench() {
  const bench = useData(api.workbench, 'workbench');
  const [filter, setFilter] = useState<CaseFilter>({});
  return (
    <>
      <h2>Exceptions</h2>
      <Settlements />
      <Part loaded={bench}>
        {({ items, ...dated }) => {
          const shown = items.filter(({ case: one }) => meets(one, filter));
          const isFiltered = Object.keys(filter).length > 0;
          return (
            <>
              <Freshness {...dated} />
              <Filters items={items} filter={filter} choose={setFilter} />
              {items.length === 0 && <p>Nothing needs a person.</p>}
              {items.length > 0 && shown.length === 0 && <p>None of the {items.length} is like that.</p>}
              {isFiltered && shown.length > 0 && (
                <BulkForm key={JSON.stringify(filter)} filter={filter} cases={shown.map((item) => item.case)} />
              )}
              <ol className="bench">
                {shown.map((item) => (
                  <CaseCard key={`${item.case.app} ${item.case.id}`} item={item} />
                ))}
              </ol>
            </>
          );
        }}
      </Part>
    </>
  );
}

interface FiltersProps {
  items: WorkItem[];
  filter: CaseFilter;
  choose: (filter: CaseFilter) => void;
}

/** What the cases have in common. */
function Filters({ items, filter, choose }: FiltersProps) {
  const [self, setSelf] = useState('');
  useEffect(() => void me().then(setSelf), []);
  const cases = items.map((item) => item.case);
  const pick = (field: keyof CaseFilter) => (value: string) => {
    const { [field]: _before, ...others } = filter;
    choose(value === '' ? others : { ...others, [field]: value });
  };
  const select = (name: string, field: keyof CaseFilter, values: (string | null)[]) => (
    <FilterSelect
      name={name}
      value={filter[field] ?? ''}
      values={values}
      pick={pick(field)}
      {...(!names.has(field) && { text: words })}
    />
  );
  return (
    <div className="ask" role="group" aria-label="Which exceptions">
      {select(
        'Owner',
        'owner',
        cases.map(({ owner }) => owner),
      )}
      {select(
        'Type',
        'code',
        cases.map(({ code }) => code),
      )}
      {select(
        'Client',
        'client',
        cases.map(({ business }) => business.client),
      )}
      {select(
        'Project',
        'project',
        cases.map(({ business }) => business.project),
      )}
      {select(
        'System',
        'system',
        cases.map(({ system }) => system),
      )}
      {select(
        'Where it stopped',
        'app',
        cases.map(({ app }) => app),
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={filter.assignee !== undefined}
          onChange={({ target }) => pick('assignee')(target.checked ? self : '')}
        />{' '}
        Mine
      </label>
    </div>
  );
}

/** What people called it is shown as it is. */
const names = new Set<keyof CaseFilter>(['client', 'project', 'system']);

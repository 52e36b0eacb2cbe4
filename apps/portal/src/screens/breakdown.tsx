import { useCallback, useState } from 'react';
import { api, type KpiGrouping, kpiGroupings, type KpiView } from '../api.js';
import { Choice, Part } from '../parts.js';
import { useData } from '../use-data.js';
import { Groups } from './groups.js';

/** Figures that practices, regions and segments are compared by. */
const compared = ['project-margin', 'margin-rate', 'utilisation', 'backlog', 'wip-exposure', 'revenue-at-risk'];

/** One figure at a time, told apart by practice, region, segment, client or legal entity. */
export function Breakdown({ kpis }: { kpis: KpiView[] }) {
  const names = new Map(kpis.map(({ id, name }) => [id, name]));
  const [id, setId] = useState(compared[0]!);
  const [by, setBy] = useState<KpiGrouping>('practice');
  const read = useCallback(() => api.kpi(id, by), [id, by]);
  const detail = useData(read, `${id} ${by}`);
  return (
    <section aria-label="Told apart">
      <div className="choices">
        <Choice
          name="Figure"
          values={compared.filter((one) => names.has(one))}
          value={id}
          choose={setId}
          label={(one) => names.get(one) ?? one}
        />
        <Choice name="Told apart by" values={kpiGroupings} value={by} choose={setBy} />
      </div>
      <Part loaded={detail}>{(shown) => <Groups {...shown} by={by} />}</Part>
    </section>
  );
}

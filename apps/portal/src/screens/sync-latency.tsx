import { api } from '../api.js';
import { figure } from '../format.js';
import { Part } from '../parts.js';
import { useData } from '../use-data.js';

const ids = ['worker-sync-latency', 'worker-change-latency', 'workers-not-staffable'];
const read = () => Promise.all(ids.map((id) => api.kpi(id, 'legal-entity')));

/** How long it takes until people can be staffed, and until a change of theirs is everywhere. */
export function SyncLatency() {
  const figures = useData(read, 'sync latency');
  return (
    <Part loaded={figures}>
      {(all) => (
        <dl className="figures">
          {all.map(({ kpi }) => (
            <div key={kpi.id}>
              <dt>
                <a href={`#/figures/${kpi.id}`}>{kpi.name}</a>
              </dt>
              <dd>{figure(kpi.unit, kpi)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Part>
  );
}

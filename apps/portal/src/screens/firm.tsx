import { api, type KpiView } from '../api.js';
import { counted, figure } from '../format.js';
import { Freshness, Part } from '../parts.js';
import { useData } from '../use-data.js';

/** Figures a partner asks for first; the others follow, by name. */
const first = [
  'backlog',
  'utilisation',
  'wip-exposure',
  'project-margin',
  'margin-rate',
  'billing-latency',
  'straight-through',
  'revenue-at-risk',
  'unbilled-approved-time',
];

/** What the firm stands at: every figure opens to what it is made of. */
export function Firm() {
  const kpis = useData(api.kpis, 'kpis');
  return (
    <>
      <h2>The firm</h2>
      <Part loaded={kpis}>
        {({ items, ...dated }) => (
          <>
            <Freshness {...dated} />
            {items.length === 0 && <p className="quiet">No figure is known yet.</p>}
            <dl className="figures">
              {inOrder(items).map((kpi) => (
                <Card key={kpi.id} kpi={kpi} />
              ))}
            </dl>
          </>
        )}
      </Part>
    </>
  );
}

const Card = ({ kpi }: { kpi: KpiView }) => (
  <div>
    <dt>
      <a href={`#/figures/${kpi.id}`}>{kpi.name}</a>
    </dt>
    <dd>
      {figure(kpi.unit, kpi).map((value) => (
        <span key={value}>{value}</span>
      ))}
    </dd>
    <dd className="quiet small">
      {counted(kpi.records, 'record')}
      {kpi.openExceptions > 0 && `, ${counted(kpi.openExceptions, 'open exception')}`}
    </dd>
  </div>
);

const inOrder = (kpis: KpiView[]): KpiView[] => {
  const place = ({ id }: KpiView): number => {
    const at = first.indexOf(id);
    return at < 0 ? first.length : at;
  };
  return kpis.toSorted((one, other) => place(one) - place(other) || one.name.localeCompare(other.name));
};

import { counted, moment, moneys, words } from '../format.js';
import { type CutoverImpact, type CutoverView, operations } from '../operations-api.js';
import { Freshness, Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';

/** Systems that are being exchanged, and what hangs on each. */
export function Cutovers() {
  const cutovers = useData(operations.cutovers, 'cutovers');
  return (
    <>
      <h2>Cut-overs</h2>
      <Part loaded={cutovers}>
        {({ items, ...dated }) => (
          <>
            <Freshness {...dated} />
            <Table
              name="Systems that are exchanged"
              empty="No system is being exchanged. How one is: runbook platform-swap."
              rows={items}
              columns={columns}
              rowKey={({ decision }) => decision.id}
            />
          </>
        )}
      </Part>
    </>
  );
}

/** What hangs on a system, in a sentence. */
export const impactOf = ({ projects, openExceptions, atRisk, unbilledEntries, unbilled }: CutoverImpact): string =>
  [
    counted(projects, 'project'),
    `${unbilledEntries} approved entries not billed${unbilled.length > 0 ? `, ${moneys(unbilled)}` : ''}`,
    `${counted(openExceptions, 'open exception')}${atRisk.length > 0 ? `, ${moneys(atRisk)} at risk` : ''}`,
  ].join(' · ');

const columns: Column<CutoverView>[] = [
  {
    name: 'System of',
    value: ({ decision }) => `${decision.domain} ${decision.legalEntity}`,
    show: ({ decision: { domain, legalEntity }, comparable }) =>
      comparable ? (
        <a href={`#/cutovers/${domain}/${legalEntity}`}>
          {domain.toUpperCase()} of {legalEntity}
        </a>
      ) : (
        `${domain.toUpperCase()} of ${legalEntity}`
      ),
  },
  { name: 'Live', value: ({ decision }) => decision.live },
  { name: 'Beside it', value: ({ decision }) => decision.shadow },
  { name: 'Last step', value: ({ decision }) => words(decision.action) },
  {
    name: 'State',
    value: ({ decision }) => decision.state,
    show: ({ decision: { state, since } }) =>
      state === 'decided' ? `since ${moment(since)}` : 'waits for a second person',
  },
  { name: 'What hangs on it', value: ({ impact }) => impactOf(impact) },
];

import { useState } from 'react';
import { type Alert, type AlertDetail, api } from '../api.js';
import { counted, hours, moment, moneys, words } from '../format.js';
import { Choice, Freshness, Part } from '../parts.js';
import { useData } from '../use-data.js';
import { AlertActions } from './alert-actions.js';
import { CaseCard } from './case-card.js';

const shown = ['live', 'resolved'] as const;
type Shown = (typeof shown)[number];

/** What stops work, one entry a cause: the most money for the least time left first. */
export function Alerts() {
  const [which, setWhich] = useState<Shown>('live');
  const alerts = useData<Awaited<ReturnType<typeof api.alerts>>>((key) => api.alerts(key as Shown), which);
  return (
    <>
      <h2>Alerts</h2>
      <Choice name="Which" values={shown} value={which} choose={setWhich} />
      <Part loaded={alerts}>
        {({ items, ...dated }) => (
          <>
            <Freshness {...dated} />
            {items.length === 0 && <p>No cause stops anything.</p>}
            <ol className="bench">
              {items.map((alert) => (
                <li key={alert.id} aria-labelledby={`alert-${alert.id}`}>
                  <h3 id={`alert-${alert.id}`}>
                    <a href={`#/alerts/${alert.id}`}>{titleOf(alert)}</a>
                  </h3>
                  <Standing alert={alert} />
                </li>
              ))}
            </ol>
          </>
        )}
      </Part>
    </>
  );
}

/** One alert: what it is about, the exceptions it is made of to be settled here, and who was told. */
export function AlertPage({ id }: { id: string }) {
  const loaded = useData(api.alert, id);
  return (
    <>
      <p>
        <a href="#/alerts">← alerts</a>
      </p>
      <Part loaded={loaded}>
        {(alert) => (
          <>
            <h2>{titleOf(alert)}</h2>
            <Standing alert={alert} />
            <p>{alert.cause}</p>
            <p>What to do: {alert.remedy}</p>
            <AlertActions key={alert.state} alert={alert} put={loaded.put} />
            {alert.state !== 'resolved' && <Cases alert={alert} />}
            <Deliveries alert={alert} />
          </>
        )}
      </Part>
    </>
  );
}

const titleOf = ({ code, scope }: Alert): string => `${words(code)}: ${scope}`;

/** How urgent it is, what it holds up, and who sees to it. */
function Standing({ alert }: { alert: Alert }) {
  const { priority, state, count, minutes, moneyAtRisk, lateAt, owner, clients, projects, oldestAt } = alert;
  return (
    <>
      <p>
        <span className={`badge ${priority}`}>{priority}</span> <strong>{counted(count, 'exception')}</strong>
        {moneyAtRisk.length > 0 && ` · ${moneys(moneyAtRisk)} at risk`}
        {minutes > 0 && ` · ${hours(minutes)}`}
        {lateAt && state !== 'resolved' && ` · too late ${moment(lateAt)}`}
      </p>
      <p className="quiet">
        {[...clients, ...projects].slice(0, 6).join(' · ')} · {owner} · {standingOf(alert)}
        {oldestAt && ` · oldest since ${moment(oldestAt)}`}
      </p>
    </>
  );
}

function standingOf(alert: Alert): string {
  if (alert.state === 'acknowledged') return `${alert.acknowledgedBy} sees to it`;
  if (alert.state === 'muted') return `muted until ${moment(alert.mutedUntil)}: ${alert.muteReason}`;
  if (alert.state === 'escalated') return `escalated to ${alert.escalatedTo}`;
  return alert.state === 'resolved' ? `resolved ${moment(alert.resolvedAt)}` : 'nobody has taken it';
}

/** Its exceptions as the workbench shows them. */
function Cases({ alert }: { alert: AlertDetail }) {
  const bench = useData(api.workbench, 'workbench');
  const mine = new Set(alert.items.map(({ app, id }) => `${app} ${id}`));
  return (
    <>
      <h3>Exceptions</h3>
      <Part loaded={bench}>
        {({ items }) => (
          <ol className="bench">
            {items
              .filter((item) => mine.has(`${item.case.app} ${item.case.id}`))
              .map((item) => (
                <CaseCard key={item.case.id} item={item} />
              ))}
          </ol>
        )}
      </Part>
    </>
  );
}

function Deliveries({ alert: { deliveries } }: { alert: AlertDetail }) {
  if (deliveries.length === 0) return null;
  return (
    <>
      <h3>Messages</h3>
      <ul>
        {deliveries.map(({ id, occasion, channel, route, state, tries, failure, sentAt, dueAt }) => (
          <li key={id}>
            {occasion}, {channel} to {route}: {state}
            {sentAt && ` ${moment(sentAt)}`}
            {failure && `, tried ${tries} times: ${failure}`}
            {dueAt && `, due ${moment(dueAt)}`}
          </li>
        ))}
      </ul>
    </>
  );
}

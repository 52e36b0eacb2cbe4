import { api, type CaseDetail, type CaseView } from '../api.js';
import { moment, span, words } from '../format.js';
import { money } from '../money.js';
import { Freshness, Part } from '../parts.js';
import { useData } from '../use-data.js';
import { kindOf } from './case-card.js';
import { AuditTrail, SideBySide } from './case-evidence.js';
import { Assignee, Comments } from './case-work.js';
import { SettleForm } from './settle-form.js';

/** One case: what is wrong, what every system says of it, who works on it, what to do, and what was done. */
export function CasePage({ caseKey }: { caseKey: string }) {
  const loaded = useData(api.case, caseKey);
  return (
    <>
      <p>
        <a href="#/exceptions">← all exceptions</a>
      </p>
      <Part loaded={loaded}>
        {(detail) => {
          const changed = (one: CaseView): void => {
            loaded.put({ ...detail, case: one });
            void api.case(caseKey).then(loaded.put, () => undefined);
          };
          return (
            <>
              <CaseHead detail={detail} />
              <SideBySide {...detail} />
              {detail.case.state === 'open' ? (
                <SettleForm one={detail.case} settled={changed} />
              ) : (
                <Settled one={detail.case} />
              )}
              <Assignee one={detail.case} changed={changed} />
              <Comments one={detail.case} changed={changed} />
              <AuditTrail entries={detail.audit} />
              <Freshness {...detail} />
            </>
          );
        }}
      </Part>
    </>
  );
}

function CaseHead({ detail: { case: one, lateAt, secondsLeft } }: { detail: CaseDetail }) {
  const { client, project, legalEntity, billingCycle, moneyAtRisk } = one.business;
  return (
    <header>
      <h2>{one.message}</h2>
      <p className="quiet">
        {kindOf(one)} · {[client, legalEntity, billingCycle].filter(Boolean).join(' · ')}
        {project && (
          <>
            {' '}
            · <a href={`#/lines/${encodeURIComponent(project)}`}>{project}</a>
          </>
        )}{' '}
        · open for {span(one.ageSeconds)} · {words(one.owner)}
      </p>
      <p>
        {moneyAtRisk && <strong>{money(moneyAtRisk)} at risk</strong>}
        {lateAt && ` · too late ${moment(lateAt)}${secondsLeft ? `, in ${span(secondsLeft)}` : ''}`}
      </p>
      <p>{one.cause}</p>
      {one.state === 'open' && one.remedy && <p>What to do: {one.remedy}</p>}
    </header>
  );
}

const Settled = ({ one: { settledBy, settledAt, resolution } }: { one: CaseView }) => (
  <p role="status">
    Settled {moment(settledAt)} by {settledBy}: {resolution}. It goes on by itself; what the systems say of it shows
    above.
  </p>
);

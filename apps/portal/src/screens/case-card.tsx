import type { CaseView, WorkItem } from '../api.js';
import { moment, span, words } from '../format.js';
import { money } from '../money.js';

/** What kind of exception it is, and the system it was met at. */
export const kindOf = ({ code, class: className, system }: CaseView): string =>
  `${words(code)} (${className})${system ? ` at ${system}` : ''}`;

/** One case in business words, as a line of the list; its page has the rest. */
export function CaseCard({ item: { case: one, rank, lateAt, secondsLeft } }: { item: WorkItem }) {
  const { business } = one;
  const about = [business.client, business.project, business.legalEntity, business.billingCycle].filter(Boolean);
  return (
    <li aria-labelledby={`case-${one.id}`}>
      <h3 id={`case-${one.id}`}>
        <span className="rank">{rank}</span> <a href={`#/cases/${one.app}/${one.id}`}>{one.message}</a>
      </h3>
      <p className="quiet">
        {kindOf(one)} · {about.join(' · ')} · open for {span(one.ageSeconds)} · {words(one.owner)}
        {one.assignee && `, ${one.assignee} works on it`}
        {one.notes.length > 0 && ` · ${one.notes.length} comment${one.notes.length === 1 ? '' : 's'}`}
      </p>
      <p>
        {business.moneyAtRisk && <strong>{money(business.moneyAtRisk)} at risk</strong>}
        {lateAt && ` · too late ${moment(lateAt)}${secondsLeft ? `, in ${span(secondsLeft)}` : ''}`}
      </p>
      {one.remedy && <p>What to do: {one.remedy}</p>}
    </li>
  );
}

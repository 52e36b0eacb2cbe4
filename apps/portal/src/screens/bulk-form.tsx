import { type FormEvent, useState } from 'react';
import {
  api,
  type BulkRequest,
  type BulkSettlement,
  type CaseView,
  type CorrectionField,
  type Resolution,
} from '../api.js';
import { counted } from '../format.js';
import { Missing } from '../parts.js';
import { useSending } from '../use-sending.js';
import type { CaseFilter } from './case-filter.js';
import { changesOf, CorrectionForm } from './correction-form.js';
import { Reason } from './form-fields.js';
import { ActionChoice, actions, offered } from './settle-form.js';
import { Items, Sums } from './settlement-parts.js';

interface Preview {
  request: BulkRequest;
  shown: BulkSettlement;
}

/** Settles all cases that meet a filter: first what would happen, then exactly that, with a second person where it takes one. */
export function BulkForm({ filter, cases }: { filter: CaseFilter; cases: CaseView[] }) {
  const form = formOfAll(cases);
  const [action, setAction] = useState<Resolution['action']>('retry');
  const [preview, setPreview] = useState<Preview | null>(null);
  const { busy, refusal, fields, send } = useSending();
  const rehearse = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const reason = String(said.get('reason'));
    const resolution = { action, reason, ...(action === 'correct' && { changes: changesOf(said, form) }) };
    const request: BulkRequest = { filter, resolution, fourEyes: said.has('fourEyes') };
    const dry = { ...request, resolution: { ...resolution, dryRun: true } };
    send(api.settleInBulk(dry), (shown) => setPreview({ request, shown }));
  };
  const ask = ({ request, shown }: Preview): void =>
    send(api.settleInBulk({ ...request, expected: shown.selection }), ({ id }) => {
      location.hash = `#/settlements/${id}`;
    });
  return (
    <details className="bulk">
      <summary>Settle {cases.length === 1 ? 'it' : `all ${cases.length}`} in one go</summary>
      <form onSubmit={rehearse} onChange={() => setPreview(null)} className="ask">
        <ActionChoice value={action} choices={offered(form)} choose={setAction} />
        {action === 'correct' && <CorrectionForm fields={form} problems={fields} currency={currencyOf(cases)} />}
        <Reason />
        <label className="tick">
          <input type="checkbox" name="fourEyes" /> Have another person confirm it
        </label>
        <button disabled={busy}>See what would happen</button>
      </form>
      {refusal && <p role="alert">{refusal}</p>}
      {preview && <WhatWouldHappen {...preview} busy={busy} ask={() => ask(preview)} />}
    </details>
  );
}

function WhatWouldHappen({ shown, busy, ask }: Preview & { busy: boolean; ask: () => void }) {
  const { sums, items, missing, fourEyes, cap, resolution } = shown;
  return (
    <section aria-label="What would happen">
      <Missing parts={missing} />
      <Sums sums={sums} />
      <p className="quiet">
        {fourEyes
          ? `Another person has to confirm it before anything happens${items.length > cap ? `: it is more than ${cap}` : ''}.`
          : `Up to ${cap} cases are settled by one person.`}
      </p>
      <button disabled={busy} onClick={ask}>
        {fourEyes ? 'Ask another person' : `${actions[resolution.action]}: ${counted(items.length, 'case')}`}
      </button>
      <Items items={items} />
    </section>
  );
}

/** The fields a correction may say of every one of them; none where they are of different kinds. */
function formOfAll([first, ...others]: CaseView[]): CorrectionField[] {
  const names = ({ form }: CaseView): string =>
    form
      .map(({ field }) => field)
      .sort()
      .join(' ');
  if (!first || others.some((one) => names(one) !== names(first))) return [];
  return first.form.map((field) =>
    others.length > 0 && field.wrong ? { ...field, wrong: 'the same for every one' } : field,
  );
}

const currencyOf = (cases: CaseView[]): string =>
  cases.find(({ business }) => business.moneyAtRisk)?.business.moneyAtRisk?.currency ?? '';

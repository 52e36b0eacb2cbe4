import type { ReactNode } from 'react';
import type { Dated, MissingPart } from './api.js';
import { moment, span } from './format.js';
import type { Loaded } from './use-data.js';

/** Loading, failed or there: every part of a page is one of these, never blank. */
export function Part<T>({ loaded, children }: { loaded: Loaded<T>; children: (data: T) => ReactNode }) {
  if (loaded.data === null && loaded.error === null) return <p role="status">Loading…</p>;
  return (
    <>
      {loaded.error && <p role="alert">{loaded.error}</p>}
      {loaded.data !== null && children(loaded.data)}
    </>
  );
}

/** Names what an answer lacks. */
export function Missing({ parts }: { parts: MissingPart[] }) {
  if (parts.length === 0) return null;
  return (
    <p role="alert">
      Not everything could be asked: {parts.map(({ part, reason }) => `${part} (${reason})`).join(', ')}. The rest is
      shown.
    </p>
  );
}

const words: Record<string, string> = {
  completed: 'done',
  parked: 'needs a person',
  running: 'under way',
  waiting: 'waiting',
  undoing: 'being undone',
  cancelled: 'cancelled',
};

export const StateBadge = ({ state }: { state: string }) => (
  <span className={`badge ${state}`}>{words[state] ?? state}</span>
);

/** How old what is shown may be, and what could not be asked. */
export const Freshness = ({ asOf, lagSeconds, missing }: Dated) => (
  <>
    <Missing parts={missing} />
    <p className="quiet fresh">
      As of {moment(asOf)}
      {lagSeconds > staleSeconds && `, ${span(lagSeconds)} behind`}
    </p>
  </>
);

const staleSeconds = 10;

/** One of several, chosen by buttons. */
export function Choice<Value extends string>({
  name,
  values,
  value,
  choose,
  label = (one) => one.replaceAll('-', ' '),
}: {
  name: string;
  values: readonly Value[];
  value: Value;
  choose: (value: Value) => void;
  label?: (value: Value) => string;
}) {
  return (
    <div role="group" aria-label={name} className="choice">
      {values.map((one) => (
        <button key={one} aria-pressed={one === value} onClick={() => choose(one)}>
          {label(one)}
        </button>
      ))}
    </div>
  );
}

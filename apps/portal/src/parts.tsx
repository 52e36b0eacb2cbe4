import type { ReactNode } from 'react';
import type { MissingPart } from './api.js';
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

import {
  type AcquisitionRehearsal,
  type AcquisitionRow,
  type AcquisitionRowState,
  type AcquisitionView,
  rowStates,
} from '#contracts';
import type { OnboardingState } from './acquired-people.repository.js';
import type { Acquisition, KeptRow } from './acquisition.repository.js';
import type { Verdict } from './assessment.js';
import type { Issue } from './issues.js';

/** Where an acquisition stands, row by row. */
export function viewOf(
  { id, name, legalEntity, state, uploadedBy, loadedBy, createdAt }: Acquisition,
  { rows, verdicts, onboardings }: { rows: KeptRow[]; verdicts: Verdict[]; onboardings: OnboardingState[] },
): AcquisitionView {
  const passOf = new Map(rows.map(({ row, pass }) => [row, pass]));
  const runOf = new Map(onboardings.map((run) => [run.number, run]));
  const all = verdicts.map((verdict): AcquisitionRow => {
    const { row, number, standing, reason } = verdict;
    if ((passOf.get(row) ?? null) === null) return { row, workerNumber: number, state: standing, reason, runId: null };
    const run = runOf.get(number);
    const shown = { row, workerNumber: number, runId: run?.runId ?? null };
    if (!run) return { ...shown, state: 'queued', reason: null };
    return { ...shown, state: stateOf(run), reason: run.state === 'completed' ? null : run.waitingFor };
  });
  return { id, name, legalEntity, state, uploadedBy, loadedBy, createdAt, counts: countsOf(all), rows: all };
}

const stateOf = ({ state }: OnboardingState): AcquisitionRowState => {
  if (state === 'completed') return 'staffable';
  return state === 'parked' || state === 'cancelled' ? 'stopped' : 'onboarding';
};

const countsOf = (rows: AcquisitionRow[]): AcquisitionView['counts'] =>
  rowStates.flatMap((state) => {
    const count = rows.filter((row) => row.state === state).length;
    return count > 0 ? [{ state, rows: count }] : [];
  });

/** What a load would do with those it has not been let do before. */
export function rehearsalOf({ counts, rows }: AcquisitionView, issues: Issue[]): AcquisitionRehearsal {
  const countOf = (...states: AcquisitionRowState[]): number =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, one) => sum + one.rows, 0);
  return {
    created: countOf('ready'),
    matched: countOf('matched'),
    refused: countOf('exception', 'waiting-for-mapping'),
    exceptions: issues.map(({ failure }) => failure.message.slice(0, 200)),
    rows,
  };
}

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
import { countValues, keyOf, type Mapping } from './proposals.js';

/** What is known of the rows of an acquisition. */
interface Standing {
  rows: KeptRow[];
  mappings: Mapping[];
  verdicts: Verdict[];
  onboardings: OnboardingState[];
}

/** Where an acquisition stands, row by row. */
export function viewOf(
  { id, name, legalEntity, state, uploadedBy, loadedBy, createdAt }: Acquisition,
  { rows, mappings, verdicts, onboardings }: Standing,
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
  const counted = { counts: countsOf(all), openMappings: openOf(mappings, rows) };
  return { id, name, legalEntity, state, uploadedBy, loadedBy, createdAt, ...counted, rows: all };
}

/** A value that no row has any more waits for nobody. */
function openOf(mappings: Mapping[], rows: KeptRow[]): number {
  const counted = countValues(rows);
  return mappings.filter((one) => one.state !== 'accepted' && (counted.get(keyOf(one))?.rows ?? 0) > 0).length;
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

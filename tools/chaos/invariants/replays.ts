import type { Evidence } from '../evidence.js';
import type { Violation } from '../invariants.js';

/** I12: what is asked for again does nothing at a vendor but for cases that were mended meanwhile, and stops nothing new. */
export function replayedInVain({ replay }: Evidence): Violation[] {
  if (!replay) return [];
  const mended = new Set(replay.retried.filter(({ isOpen }) => !isOpen).map(({ correlationId }) => correlationId));
  const again = replay.ledger
    .filter(({ by, correlationId }) => by === 'api' && !mended.has(correlationId ?? ''))
    .map(({ operation, entity, id, simulator, effectId }): Violation => ({
      kind: 'duplicate',
      what: `${operation} of ${entity} ${id} at ${simulator} came of a replay`,
      ...(effectId && { trace: effectId }),
    }));
  const stopped = replay.raised.map(({ code, subjectId }): Violation => ({
    kind: 'other',
    what: `a replay raised ${code} on ${subjectId}`,
  }));
  const none: Violation[] = replay.events === 0 ? [{ kind: 'other', what: 'no event was replayed' }] : [];
  return [...again, ...stopped, ...none, ...(replay.isQuiet ? [] : [endless])];
}

const endless: Violation = { kind: 'stuck', what: 'what was replayed never ended' };

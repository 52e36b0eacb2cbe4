import { type Call, isWrite } from '../calls.js';
import type { Evidence } from '../evidence.js';
import type { Violation } from '../invariants.js';

/** I10: on the wire, and in the vendor's own ledger. */
export function marked({ calls, ledger }: Evidence): Violation[] {
  const onTheWire = calls
    .filter((call) => isWrite(call) && !(call.correlationId && call.effectId))
    .map((call) => `${call.method} ${call.path} to ${call.vendor}`);
  const inLedgers = ledger
    .filter(({ by, correlationId, effectId }) => by === 'api' && !(correlationId && effectId))
    .map(({ operation, entity, id, simulator }) => `${operation} of ${entity} ${id} at ${simulator}`);
  return [...onTheWire, ...inLedgers].map((what) => ({ kind: 'other', what: `${what} carries no ids of ours` }));
}

/** What was sent before the refusal had been read is no impatience. */
const onItsWayMs = 150;

/** I14: each process keeps away from a vendor as long as the vendor told it to. */
export function patient({ calls }: Evidence): Violation[] {
  const closedUntil = new Map<string, Call>();
  const found: Violation[] = [];
  for (const call of calls) {
    const line = `${call.vendor}/${call.process}`;
    const asked = closedUntil.get(line);
    const since = asked ? call.at - asked.endedAt : 0;
    if (asked && since > onItsWayMs && since < asked.retryAfterMs!) {
      const what = `${call.vendor} asked for ${asked.retryAfterMs} ms and was called after ${since} ms: ${call.method} ${call.path}`;
      found.push({ kind: 'other', what, ...(call.effectId && { trace: call.effectId }) });
    }
    if (call.retryAfterMs && (!asked || endOf(call) > endOf(asked))) closedUntil.set(line, call);
  }
  return found;
}

const endOf = (call: Call): number => call.endedAt + call.retryAfterMs!;

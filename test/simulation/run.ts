import { type Defect, Episode } from './episode.js';
import type { Violation } from './invariants.js';
import { type FaultKind, faultKinds } from './world.js';
import type { Strategy } from './writes.js';

export interface Campaign {
  strategy: Strategy;
  episodes: number;
  firstSeed: number;
  defect?: Defect;
}

export interface Findings {
  episodes: number;
  happened: Map<FaultKind, number>;
  /** The first violation, with the timeline of its episode. */
  violation: (Violation & { strategy: Strategy; timeline: string[] }) | null;
}

/** Runs episodes until all are done or one breaks an invariant. */
export async function simulate({ strategy, episodes, firstSeed, defect }: Campaign): Promise<Findings> {
  const happened = new Map<FaultKind, number>();
  for (let done = 0; done < episodes; done += 1) {
    const seed = firstSeed + done;
    const episode = new Episode(seed, strategy, defect);
    const violation = await episode.run();
    if (done % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
    for (const [kind, times] of episode.world.happened) happened.set(kind, (happened.get(kind) ?? 0) + times);
    if (violation) {
      const retold = new Episode(seed, strategy, defect, true);
      await retold.run();
      return {
        episodes: done + 1,
        happened,
        violation: { ...violation, strategy, timeline: retold.world.timeline },
      };
    }
  }
  return { episodes, happened, violation: null };
}

/** Faults that a run should have had and did not: it proves nothing about them. */
export const missingFaults = ({ happened }: Findings, kinds: readonly FaultKind[] = faultKinds): FaultKind[] =>
  kinds.filter((kind) => !happened.get(kind));

/** With no violation in n episodes, their rate is below 3/n at 95 % confidence. */
export function report({ episodes, happened, violation }: Findings, title: string): string {
  const faults = [...happened].map(([kind, times]) => `${kind} ${times}`).join(', ');
  if (!violation) {
    return `${title}: ${episodes} episodes, 0 violations, so fewer than ${(3 / episodes).toExponential(1)} of all (3/n); faults: ${faults}`;
  }
  const { invariant, seed, strategy, detail, timeline } = violation;
  return [`${title}: broke "${invariant}" (${detail}), strategy ${strategy}, seed ${seed}`, ...timeline].join('\n');
}

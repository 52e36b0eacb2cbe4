import { missingFaults, report, simulate } from './run.js';
import { type FaultKind, faultKinds } from './world.js';
import type { Strategy } from './writes.js';

const onlyWith: Partial<Record<FaultKind, Strategy>> = {
  'twin made by a person': 'reference',
  'partial batch': 'batch',
  'unanswered item': 'batch',
};

/** `SEED` begins elsewhere, `EPISODES` multiplies the number of episodes. */
const firstSeed = Number(process.env['SEED'] ?? 1);
const times = Number(process.env['EPISODES'] ?? 1);

/** A run whose faults did not happen is void. */
export async function keepsEveryInvariant(strategy: Strategy, episodes: number): Promise<void> {
  const findings = await simulate({ strategy, episodes: Math.ceil(episodes * times), firstSeed });
  process.stdout.write(`${report(findings, strategy)}\n`);
  expect(findings.violation && report(findings, strategy)).toBeNull();
  const possible = faultKinds.filter((kind) => (onlyWith[kind] ?? strategy) === strategy);
  expect(missingFaults(findings, possible)).toEqual([]);
}

import type { ChaosReport, NewChaosReport } from '#contracts';

/** What a run shows, worked out from its figures; nobody claims it. What broke says something even where faults lacked. */
export function verdictOf(report: NewChaosReport): ChaosReport['verdict'] {
  const { lost, duplicate, stuck, promises, collapses, quietAfterSeconds, wanting } = report;
  const isBroken = lost + duplicate + stuck > 0 || promises.some(({ failures }) => failures > 0);
  if (isBroken || collapses.length > 0 || quietAfterSeconds === null) return 'broken';
  return wanting.length > 0 || promises.length === 0 ? 'void' : 'held';
}

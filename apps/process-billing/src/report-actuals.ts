import type { Flow } from '#workflow';

export interface Actuals {
  /** Minutes ever billed on the assignment, as of now. */
  count: () => Promise<number>;
  put: (key: string, billedMinutes: number) => Promise<unknown>;
}

/**
 * Reports what was ever billed on an assignment. What is sent is journaled first: a repeat under the same key has to be
 * the same request, however much was billed meanwhile. And since batches are billed side by side and a total replaces
 * another, each looks again after its report, so that the last report is the newest total.
 */
export async function reportActuals(flow: Flow, assignment: string, { count, put }: Actuals): Promise<void> {
  for (let round = 1, reported = -1; ; round += 1) {
    const of = `assignment ${assignment}${round === 1 ? '' : `, round ${round}`}`;
    const { billedMinutes } = await flow.step(`count billed minutes of ${of}`, {
      act: async () => ({ billedMinutes: await count() }),
    });
    if (billedMinutes === reported) return;
    await flow.step(`report actuals of ${of}`, { act: (key) => put(key, billedMinutes) });
    reported = billedMinutes;
  }
}

import type { LateRun } from '#contracts';
import { type DataSource, rows } from '#platform';
import { measuredRuns } from '../kpis/measured-runs.js';
import type { Counted } from './objective.js';

/** A workflow, and what its runs took. */
export interface MeasuredWorkflow extends Counted {
  process: string;
  workflow: string;
  objectiveSeconds: number;
  medianSeconds: number;
}

const mostWorst = 50;

/** Counts measured runs. A workflow whose objective changed is shown with its latest one; each run is held to its own. */
export class ObjectiveRepository {
  constructor(private readonly database: DataSource) {}

  workflows(): Promise<MeasuredWorkflow[]> {
    const lastDay = `ended_at > clock_timestamp() - interval '1 day'`;
    return rows<MeasuredWorkflow>(
      this.database,
      `select app as process, workflow, (array_agg(objective_seconds order by ended_at desc))[1] as "objectiveSeconds",
              count(*)::int as ended, (count(*) filter (where is_late))::int as late,
              (count(*) filter (where ${lastDay}))::int as "endedLastDay",
              (count(*) filter (where ${lastDay} and is_late))::int as "lateLastDay",
              round(percentile_cont(0.5) within group (order by seconds))::int as "medianSeconds"
         from (${measuredRuns}) measured group by app, workflow`,
    );
  }

  async worst(): Promise<LateRun[]> {
    const found = await rows<Omit<LateRun, 'endedAt'> & { endedAt: Date }>(
      this.database,
      `select app as process, id as run, workflow, title, round(seconds)::float8 as seconds, ended_at as "endedAt"
         from (${measuredRuns}) measured where is_late
        order by seconds / objective_seconds desc, id limit ${mostWorst}`,
    );
    return found.map((run) => ({ ...run, endedAt: run.endedAt.toISOString() }));
  }
}

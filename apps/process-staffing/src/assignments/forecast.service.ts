import type { UtilisationForecast, UtilisationQuery } from '#contracts';
import { addDays } from '#kernel';
import { type DataSource, rows } from '#platform';
import { type Calendar, workingTimeOf } from '../people/calendars.js';
import type { People } from '../people/people.js';
import type { Span } from '../people/worker.repository.js';
import { utilisationOf, weeksAsked } from './utilisation.js';

/** What is planned of what can be worked: planned time is kept here, holidays and leave are asked of the HR systems. */
export class ForecastService {
  constructor(
    private readonly database: DataSource,
    private readonly people: People,
  ) {}

  async utilisation(query: UtilisationQuery): Promise<UtilisationForecast> {
    const weeks = weeksAsked(query);
    const span = { from: weeks[0]!, to: addDays(weeks.at(-1)!, 6) };
    const workers = await this.people.workers.staffed(span);
    const planned = await this.planned(span);
    const calendars = new Map<string, Calendar>();
    for (const instance of new Set(workers.map((worker) => worker.instance))) {
      calendars.set(instance, await this.people.calendar(instance, span));
    }
    const staffed = workers.map((worker) => ({
      worker,
      time: workingTimeOf(worker, calendars.get(worker.instance)!),
      planned: planned.get(worker.number) ?? new Map<string, number>(),
    }));
    return { items: utilisationOf(staffed, weeks, query.groupBy) };
  }

  private async planned({ from, to }: Span): Promise<Map<string, Map<string, number>>> {
    const found = await rows<{ worker: string; week: string; minutes: number }>(
      this.database,
      `select worker_number as worker, week::text, sum(minutes)::int as minutes from planned_week
        where week between $1 and $2 group by worker_number, week`,
      [from, to],
    );
    const byWorker = new Map<string, Map<string, number>>();
    for (const { worker, week, minutes } of found) {
      byWorker.set(worker, (byWorker.get(worker) ?? new Map<string, number>()).set(week, minutes));
    }
    return byWorker;
  }
}

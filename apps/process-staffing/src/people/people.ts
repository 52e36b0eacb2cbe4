import type { hr } from '#contracts';
import { type CalendarDate, Failure, nothingThere } from '#kernel';
import type { EstateView, Systems } from '#platform';
import { type Calendar, employedOf, keptBy } from './calendars.js';
import type { ReportedWorker, Span, WorkerRepository } from './worker.repository.js';

/** A worker, and the HR instance that says so. */
export interface HiredWorker {
  instance: string;
  worker: hr.Worker;
}

/** Asks the HR systems about people and their days: the answers are plain records, fit for a journal. */
export class People {
  constructor(
    private readonly systems: Systems,
    private readonly estate: EstateView,
    readonly workers: WorkerRepository,
  ) {}

  /** Null where nobody with this number was ever reported. */
  async hired(number: string): Promise<HiredWorker | null> {
    const known = await this.workers.find(number);
    if (!known) return null;
    const { instance, id } = known;
    const worker = await this.systems.named('hr', instance).getWorker({ id }).catch(nothingThere);
    return worker && { instance, worker };
  }

  /** Somebody as they are to be kept. */
  async reported(instance: string, id: string): Promise<ReportedWorker> {
    const worker = await this.systems.named('hr', instance).getWorker({ id });
    const { number, legalEntity, costCentre, country, status, modifiedAt } = worker;
    return {
      ...employedOf(worker),
      instance,
      number,
      legalEntity,
      practice: costCentre && (this.estate.mapped('practiceOfCostCentre', costCentre) ?? costCentre),
      region: country && (this.estate.mapped('regionOfCountry', country) ?? country),
      isActive: status === 'active',
      modifiedAt,
    };
  }

  /** Ids of everybody an HR instance lists or ever told of, in order. */
  async idsAt(instance: string): Promise<string[]> {
    const hr = this.systems.named('hr', instance);
    const listed = await everyPage((page) => hr.listWorkers(page));
    return [...new Set([...listed.map(({ id }) => id), ...(await this.workers.idsAt(instance))])].sort();
  }

  /** Holidays of every place; none where the HR system cannot tell. */
  async holidays(instance: string, span: Span): Promise<hr.Holiday[]> {
    const { items } = await this.systems.named('hr', instance).listHolidays(span).catch(noneToTell);
    return items;
  }

  /** Holidays and approved leave of everybody in an HR system, or of one worker there. */
  async calendar(instance: string, span: Span, worker?: string): Promise<Calendar> {
    const hr = this.systems.named('hr', instance);
    const holidays = await this.holidays(instance, span);
    const leave = await everyPage((page) => hr.listLeave({ ...span, ...page, ...(worker && { worker }) }));
    return {
      holidays: holidays.map(({ date, location }) => ({ date, location })),
      leave: leave
        .filter(({ status }) => status === 'approved')
        .map(({ workerId, days }) => ({ workerId, days: days.filter(within(span)) })),
    };
  }

  /** What of it concerns one person. */
  async calendarOf({ instance, worker }: HiredWorker, span: Span): Promise<Calendar> {
    const { holidays, leave } = await this.calendar(instance, span, worker.id);
    return { holidays: holidays.filter(keptBy(worker)), leave };
  }
}

/** Everything of a list; nothing where a platform has no such list. */
async function everyPage<T>(
  read: (page: { cursor?: string; limit: number }) => Promise<{ items: T[]; nextCursor: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: T[]; nextCursor: string | null } = await read({
      limit: 200,
      ...(cursor && { cursor }),
    }).catch(noneToTell);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

function noneToTell(error: unknown): { items: never[]; nextCursor: null } {
  const failure = Failure.from(error);
  if (failure.kind === 'unsupported') return { items: [], nextCursor: null };
  throw failure;
}

const within =
  ({ from, to }: Span) =>
  ({ date }: { date: CalendarDate }): boolean =>
    date >= from && date <= to;

import { Failure, money, newId, today } from '#kernel';
import {
  type AppLogger,
  BackgroundLoop,
  cutOffOf,
  durationMs,
  type EntityManager,
  type EstateView,
  type PostingWindow,
  type Systems,
} from '#platform';
import type { Resolution } from '#contracts';
import type { ExceptionRepository, ExceptionRow, Settlement } from '#workflow';
import type { CutOffRepository, NotPosted, Warned } from './cut-off.repository.js';

export interface CutOffParts {
  cutOffs: CutOffRepository;
  exceptions: ExceptionRepository;
  estate: EstateView;
  systems: Pick<Systems, 'liveInstance'>;
  logger: AppLogger;
}

const lookEveryMs = 60_000;
const warnBefore = '48h';
const ourselves = 'throughline';

/** Tells a person of time that is approved and not in the ERP before the cut-off of its month, once a project (H18, K14). */
export class CutOffWatch {
  constructor(private readonly parts: CutOffParts) {}

  loop(): BackgroundLoop {
    return new BackgroundLoop({
      name: 'cut-off watch',
      logger: this.parts.logger,
      idleMs: lookEveryMs,
      work: () => this.look(new Date()).then(() => false),
    });
  }

  async look(now: Date): Promise<void> {
    const { cutOffs, estate } = this.parts;
    const warned = new Map((await cutOffs.warned()).map((one) => [one.subject, one]));
    const late = new Set<string>();
    for (const { code } of estate.legalEntities) {
      const cycle = nearCycle(estate.postingWindow(code), now);
      if (!cycle) continue;
      for (const found of await cutOffs.notPosted(code, cycle.month, cycle.cutOff)) {
        const subject = `${code} ${cycle.month} ${found.project}`;
        late.add(subject);
        await this.warn({ legalEntity: code, subject, ...cycle, ...found }, warned.get(subject));
      }
    }
    for (const one of warned.values()) if (one.state === 'open' && !late.has(one.subject)) await this.settle(one);
  }

  private async warn(about: Late, before: Warned | undefined): Promise<void> {
    const { exceptions, systems } = this.parts;
    const { legalEntity, subject, month, cutOff, project, lines, minutes, amount, currency } = about;
    const message =
      `${lines} approved entries of ${project} (${minutes} min) are not in the ERP; ` +
      `the cut-off of ${month} in ${legalEntity} is ${cutOff.toISOString().slice(0, 16)}Z`;
    // Told already; or a person has said that this is to be left.
    if (before && (before.state === 'open' ? before.message === message : before.settledBy !== ourselves)) return;
    const system = await systems.liveInstance('erp', legalEntity);
    await exceptions.database.transaction((manager) =>
      exceptions.raise(manager, {
        subject: { kind: 'record', id: subject },
        failure: new Failure('conflict', message, { code: 'approved-not-posted', record: subject, system }),
        record: subject,
        dueAt: cutOff,
        business: {
          project,
          legalEntity,
          billingCycle: month,
          minutes,
          moneyAtRisk: amount && currency ? money(amount, currency) : null,
        },
        correlationId: newId(),
      }),
    );
  }

  private async settle({ id }: Warned): Promise<void> {
    const { exceptions } = this.parts;
    await exceptions.database.transaction(async (manager) => {
      const exception = await exceptions.find(id, manager);
      if (exception.state === 'open')
        await exceptions.settle(manager, exception, ourselves, 'nothing is late for the cut-off any more');
    });
  }
}

interface Cycle {
  month: string;
  cutOff: Date;
}

type Late = Cycle & NotPosted & { legalEntity: string; subject: string };

/** The cycle whose cut-off comes next, if it is near. */
function nearCycle(window: PostingWindow, now: Date): Cycle | null {
  if (!window.cutOff) return null;
  const day = today(now, window.timeZone!);
  const months = [addMonths(day, -1), addMonths(day, 0), addMonths(day, 1)];
  for (const month of months) {
    const cutOff = cutOffOf(window, month)!;
    if (cutOff < now) continue;
    return cutOff.getTime() - now.getTime() <= durationMs(window.warnBefore ?? warnBefore) ? { month, cutOff } : null;
  }
  return null;
}

function addMonths(day: string, months: number): string {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return first.toISOString().slice(0, 7);
}

/** A warning settles itself when the time is posted; a person can only say that it is to be left. */
export class CutOffSettlement implements Settlement {
  settle(_manager: EntityManager, _exception: ExceptionRow, { action }: Resolution): Promise<void> {
    if (action === 'skip') return Promise.resolve();
    throw new Failure('rejected', `a warning before a cut-off cannot be settled by "${action}"`, {
      code: 'not-here',
      remedy: 'see what the billing runs wait for: the warning settles itself; or skip it',
    });
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { today } from '#kernel';
import type { Deed } from '../../../apps/sandbox/src/core/screens.js';
import type { Tell } from '../estate.js';
import { Desk } from './desk.js';
import { Diary } from './diary.js';
import type { PlannedDeed } from './life.js';
import { plan } from './plan.js';
import { weeksFrom } from './weeks.js';

export interface LivingOptions {
  controlUrl: string;
  /** Deeds a minute. */
  speed: number;
  /** Null: the seed it lives by already, or 1. */
  seed: number | null;
  tell: Tell;
  /** After so many deeds since it was founded the firm rests: what it left behind has to fit on a machine. */
  most?: number;
  /** A screen that refuses for this long will refuse for ever. */
  patienceMs?: number;
}

type Waiting = PlannedDeed & { notBefore: number; since: number; why: string };

const mostDeeds = 20_000;
/** While so many deeds wait for the gateway, nobody begins anything new. */
const mostWaiting = 30;
const againMs = 2_000;
const usualPatienceMs = 300_000;
const tellEveryMs = 60_000;

/** The firm's people at work at their screens, as their plan says. */
export class LivingFirm {
  private waiting: Waiting[] = [];
  private readonly lost = new Set<string>();
  private planned = 0;
  private news: string[] = [];
  private toldAt = Date.now();

  private constructor(
    private readonly desk: Desk,
    private readonly diary: Diary,
    private readonly coming: Generator<PlannedDeed, never>,
    private readonly options: LivingOptions,
  ) {}

  /** Failure: `conflict` where it lives by another seed. */
  static async open(options: LivingOptions): Promise<LivingFirm> {
    const desk = new Desk(options.controlUrl);
    const diary = await Diary.open(desk, options.seed);
    return new LivingFirm(desk, diary, plan(await desk.firm(), diary.seed), options);
  }

  /** Goes on from where it stopped, until it is stopped or has done enough. */
  async goOn(stop: AbortSignal): Promise<void> {
    if (this.begin()) await this.work(stop);
    else this.options.tell('the firm rests: it lived by other habits than now; npm start -- --reset begins anew');
  }

  /** What was begun before and is not done waits first; false where it was begun by another plan. */
  private begin(): boolean {
    while (this.planned < this.diary.begun) if (this.diary.contradicts(this.takeUp())) return false;
    return true;
  }

  private async work(stop: AbortSignal): Promise<void> {
    const { speed, tell, most = mostDeeds } = this.options;
    const everyMs = 60_000 / speed;
    for (let nextAt = Date.now(); !stop.aborted;) {
      const isOver = this.planned >= most;
      if (!isOver && this.waiting.length < mostWaiting && Date.now() >= nextAt) {
        this.takeUp();
        nextAt = Date.now() + everyMs;
      }
      await this.doDue(stop);
      this.tellNews();
      if (isOver && this.waiting.length === 0) {
        tell(`the firm rests: it has done ${most} things; npm start -- --reset begins anew`);
        break;
      }
      await pause(Math.min(everyMs, againMs), undefined, { signal: stop }).catch(() => undefined);
    }
  }

  private takeUp(): PlannedDeed {
    const { value } = this.coming.next();
    this.planned += 1;
    if (!this.diary.has(value)) this.waiting.push({ ...value, notBefore: 0, since: Date.now(), why: '' });
    return value;
  }

  /** Does what may be done now: of several deeds about the same, the first. */
  private async doDue(stop: AbortSignal): Promise<void> {
    const held = new Set<string>();
    const left: Waiting[] = [];
    for (const deed of this.waiting) {
      const isDue = !held.has(deed.subject) && deed.notBefore <= Date.now() && !stop.aborted;
      if (isDue && (await this.attempt(deed))) continue;
      held.add(deed.subject);
      left.push(deed);
    }
    this.waiting = left;
    // What cannot be billed now is billed with the next that can.
    await this.desk.runBilling().catch(() => undefined);
  }

  /** True where the deed is out of the way, done or given up. */
  private async attempt(deed: Waiting): Promise<boolean> {
    try {
      this.diary.note(deed, await this.desk.act(this.deedOf(deed)));
      this.news.push(deed.text);
    } catch (error) {
      deed.why = (error as Error).message;
      deed.notBefore = Date.now() + againMs;
      if (Date.now() - deed.since < (this.options.patienceMs ?? usualPatienceMs)) return false;
      this.giveUp(deed);
    }
    return true;
  }

  private deedOf(planned: PlannedDeed): Deed {
    const { domain, action, legalEntity, input, recordOf, weeks } = planned;
    const name = this.diary.nameOf(planned);
    const record = recordOf === undefined ? null : { id: this.diary.recordOf(recordOf) };
    const span = weeks === undefined ? null : weeksFrom(today(new Date(), 'UTC'), weeks);
    return { name, legalEntity, domain, action, input: { ...input, ...record, ...span } } as Deed;
  }

  private giveUp({ subject, text, why }: Waiting): void {
    // One line says it of everything about the same.
    if (!this.lost.has(subject)) this.options.tell(`the firm gave up: ${text} (${why})`);
    this.lost.add(subject);
  }

  /** One line a minute at most, and none where nothing happened. */
  private tellNews(): void {
    if (this.news.length === 0 || Date.now() - this.toldAt < tellEveryMs) return;
    const last = this.news.slice(-2).join('; ');
    this.options.tell(
      `${new Date().toTimeString().slice(0, 5)}  the firm did ${this.news.length} things; last: ${last}`,
    );
    this.news = [];
    this.toldAt = Date.now();
  }
}

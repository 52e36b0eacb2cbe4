import { derivedId, Failure } from '#kernel';
import { type Clock, EffectLedger, type Effects } from '../../libs/connector/src/effects/effect-ledger.js';
import type { ItemOutcome, Write } from '../../libs/connector/src/operations.js';
import type { Invariant, Violation } from './invariants.js';
import { type Holder, ProcessEffects } from './process-effects.js';
import { Product } from './product.js';
import { EffectRows } from './simulated-effects.js';
import { Worker } from './worker.js';
import { World } from './world.js';
import { type Input, type Made, type Ground, type Strategy, vendorTelling, writeOf } from './writes.js';

/** What a deliberate defect replaces; each part stands at a seam of the ledger, whose own code is never changed. */
export interface Defect {
  rows?: new (now: () => number) => EffectRows;
  effects?: (sound: Effects) => Effects;
  /** What a process takes for the database's time. */
  databaseTime?: (now: number, worker: Worker) => number;
  clock?: (sound: Clock) => Clock;
  write?: (sound: Write<Input, unknown>) => Write<Input, unknown>;
  /** The idempotency key of a caller's attempt. */
  key?: (key: string, earlier: Failure | null, chance: () => number) => string;
}

const operation = 'simulated.write';
const effectId = (key: string): string => derivedId('simulated', operation, key);
const endOfTime = 4_200_000;

/** One change, or two of one natural key, asked for by callers that do not give up, while faults strike for ten minutes. */
export class Episode {
  readonly world: World;
  violation: Violation | null = null;
  private readonly rows: EffectRows;
  private readonly product: Product;
  private readonly holders = new Map<string, Holder>();
  private readonly workers: Worker[] = [];
  private readonly answers = new Map<string, string>();
  private readonly severalSeen = new Set<string>();
  private open = 0;
  private release = 1;
  /** Which process the database serves at this moment. */
  private asking: Worker | null = null;

  constructor(
    seed: number,
    private readonly strategy: Strategy,
    private readonly defect: Defect = {},
    tracing = false,
  ) {
    this.world = new World(seed, tracing);
    this.rows = new (defect.rows ?? EffectRows)(() => this.databaseNow());
    this.product = new Product(this.world);
  }

  async run(): Promise<Violation | null> {
    const { world } = this;
    const inputs = this.inputs();
    for (const input of inputs) {
      const callers = world.chance(0.3) ? world.between(2, 4) : 1;
      if (callers > 1) world.note('concurrent callers');
      for (let caller = 0; caller < callers; caller += 1) this.callFrom(input, world.between(0, 20_000));
    }
    if (world.chance(0.3)) world.after(world.between(1_000, 300_000), () => this.deploy());
    await world.run(endOfTime);
    if (this.open > 0 && !this.violation) this.violate('no stuck effect', `${this.open} callers without an outcome`);
    for (const input of inputs) this.count(input);
    return this.violation;
  }

  private inputs(): Input[] {
    const lines = Array.from({ length: this.world.between(2, 5) }, (_, at) => `line-${at}${at === 1 ? '-bad' : ''}`);
    const input = (reference: string): Input => ({ reference, naturalKey: 'worker 7, Monday', items: lines });
    return this.strategy === 'count' ? [input('first'), input('second')] : [input('only')];
  }

  private deploy(): void {
    this.release += 1;
    this.world.note('release');
  }

  private callFrom(input: Input, startMs: number): void {
    this.open += 1;
    const caller = { input, done: false, earlier: null };
    this.world.after(startMs, () => void this.attempt(caller));
  }

  private async attempt(caller: { input: Input; done: boolean; earlier: Failure | null }): Promise<void> {
    const { world } = this;
    if (caller.done || this.violation) return;
    const worker = this.worker();
    let ended = false;
    const again = (ms: number): void => world.after(ms, () => void this.attempt(caller));
    // Whoever wakes work up does so again when nothing came back: the process may be dead, or only paused.
    world.after(world.between(30_000, 400_000), () => !ended && again(0));
    const finish = (): void => {
      if (!caller.done) this.open -= 1;
      caller.done = true;
    };
    await worker.awake();
    const key = this.defect.key?.(caller.input.reference, caller.earlier, () => world.between(0, 1e9));
    try {
      const result = await this.perform(worker, caller.input, key ?? caller.input.reference);
      this.checkAnswer(caller.input, result, key ?? caller.input.reference);
      finish();
    } catch (error) {
      const failure = Failure.from(error);
      world.tell(`${worker.name}: caller gets ${failure.kind} ${failure.detail.code ?? ''} (${failure.message})`);
      caller.earlier = failure;
      if (failure.detail.code === 'key-body') this.violate('a repeat is the same request, byte for byte');
      if (failure.detail.code === 'ambiguous-reference' && this.severalSeen.has(caller.input.reference)) finish();
      else if (!caller.done) again((failure.detail.retryAfterMs ?? 0) + world.between(100, 60_000));
    } finally {
      ended = true;
    }
  }

  private async perform(worker: Worker, input: Input, key: string): Promise<unknown> {
    const { world, defect } = this;
    const sound = new ProcessEffects(world, worker, this.rows, this.holders, {
      violate: (invariant) => this.violate(invariant),
      serving: (served) => (this.asking = served),
    });
    const clock: Clock = {
      now: () => world.now + worker.wallClockOffMs,
      every: (ms, beat) => worker.every(ms, beat),
    };
    const id = effectId(key);
    let sawSeveral = false;
    const ground: Ground = {
      world,
      worker,
      product: this.product,
      release: () => this.release,
      sawSeveral: () => {
        sawSeveral = true;
        this.severalSeen.add(input.reference);
      },
      leaving: () => undefined,
      sending: () => this.checkIntent(id),
    };
    const written = writeOf(this.strategy, ground);
    const vendor = vendorTelling((leaving) => (ground.leaving = leaving));
    const ledger = new EffectLedger(defect.effects?.(sound) ?? sound, defect.clock?.(clock) ?? clock);
    try {
      const write = (defect.write?.(written) ?? written) as Write<unknown, unknown>;
      const result = await ledger.perform({ vendor, operation, write, input, key });
      // Whoever was shown two records and goes on has decided what only a person can.
      if (sawSeveral) this.violate('two records are a person’s decision');
      return result;
    } finally {
      const holder = this.holders.get(id);
      if (holder?.worker === worker) holder.running = false;
    }
  }

  private databaseNow(): number {
    const { now } = this.world;
    return this.asking ? (this.defect.databaseTime?.(now, this.asking) ?? now) : now;
  }

  /** Somebody alive: whoever runs these processes starts new ones. */
  private worker(): Worker {
    const alive = this.workers.filter((worker) => worker.alive);
    if (alive.length >= 2) return this.world.pick(alive);
    const started = new Worker(this.world, `worker ${this.workers.length + 1}`);
    this.workers.push(started);
    return started;
  }

  private checkIntent(id: string): void {
    const status = this.rows.rows.get(id)?.status ?? 'none';
    if (status === 'prepared' || status === 'none') this.violate('nothing is sent without an intent', `row: ${status}`);
  }

  private checkAnswer(input: Input, result: unknown, key: string): void {
    const { reference } = input;
    const text = JSON.stringify(result);
    this.world.tell(`caller of ${reference} gets the answer ${text}`);
    const row = this.rows.rows.get(effectId(key));
    if (row?.status !== 'applied') this.violate('an answer is durable before it is given', `row: ${row?.status}`);
    if ((this.answers.get(reference) ?? text) !== text) this.violate('every caller gets the same answer', text);
    this.answers.set(reference, text);
    for (const [origin, id] of this.promised(input, result)) {
      if (!this.product.records.some((record) => record.id === id && record.origin === origin)) {
        this.violate('no loss', `${origin} was answered with record ${id}`);
      }
    }
  }

  private promised(input: Input, result: unknown): [origin: string, id: string | undefined][] {
    if (this.strategy !== 'batch') return [[input.reference, (result as Made | null)?.id]];
    const outcomes = result as ItemOutcome[];
    return input.items
      .filter((item) => !item.endsWith('bad'))
      .map((item) => {
        const outcome = outcomes.find(({ reference }) => reference === item);
        return [item, outcome?.status === 'applied' ? (outcome.result as Made).id : undefined];
      });
  }

  private count(input: Input): void {
    for (const origin of this.strategy === 'batch' ? input.items : [input.reference]) {
      const made = this.product.records.filter((record) => record.origin === origin).length;
      if (made > 1) this.violate('no duplicate', `${made} records of ${origin}`);
    }
  }

  private violate(invariant: Invariant, detail = ''): void {
    this.world.tell(`VIOLATED ${invariant} ${detail}`);
    this.violation ??= { invariant, seed: this.world.seed, detail };
  }
}

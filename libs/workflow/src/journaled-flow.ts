import type { BusinessContext, EventType } from '#contracts';
import { Failure } from '#kernel';
import type { WorkflowDefinition } from './definition.js';
import type {
  Decision,
  DecisionOptions,
  DeferrableKind,
  EventWait,
  Flow,
  ForEachOptions,
  StepOptions,
  Until,
} from './flow.js';
import { settleAll } from './branching.js';
import type { Journaling } from './journaling.js';
import type { NewWait, Verdict } from './waiting.js';

const defaultConcurrency = 4;

/** What a workflow body calls, told as entries of its journal; `prefix` keeps the items of a loop apart. */
export class JournaledFlow implements Flow {
  constructor(
    private readonly journaling: Journaling,
    private readonly prefix = '',
  ) {}

  about({ title, ...business }: Partial<BusinessContext> & { title?: string }): void {
    this.journaling.describe(title, business);
  }

  async read<T extends object>(name: string, ask: () => Promise<T>): Promise<T> {
    const found = (await this.journaling.perform({ kind: 'read', name: this.named(name), ask })) as T;
    return { ...found, ...this.journaling.run.corrections[this.named(name)] };
  }

  async check(name: string, rule: () => void, options: { corrects?: string } = {}): Promise<void> {
    const ask = (): Promise<void> => Promise.resolve(rule());
    await this.journaling.perform({ kind: 'check', name: this.named(name), ask, ...this.corrected(options) });
  }

  step<T>(name: string, options: StepOptions<T>): Promise<T> {
    return this.act(name, options) as Promise<T>;
  }

  stepOrDefer<T>(name: string, options: StepOptions<T> & { deferOn: DeferrableKind[] }): Promise<T | undefined> {
    return this.act(name, options) as Promise<T | undefined>;
  }

  async publish<T extends object>(
    name: string,
    event: { type: EventType<T>; subject: string; data: T },
  ): Promise<void> {
    await this.journaling.perform({ kind: 'publish', name: this.named(name), event });
  }

  async waitFor<T extends object>(name: string, wait: EventWait<T>): Promise<T | null> {
    const { type } = wait.event;
    const event = { type, subject: wait.subject ?? null, data: wait.data ?? {} };
    const waitingFor = `${name}: ${wait.subject ?? 'any'} ${type}`;
    return (await this.wait(name, { waitingFor, event, until: wait.deadline })) as T | null;
  }

  async waitUntil(name: string, until: Until): Promise<void> {
    await this.wait(name, { waitingFor: `${name}: ${until}`, until });
  }

  async waitForWindow(name: string, legalEntity: string): Promise<void> {
    await this.wait(name, { waitingFor: `${name}: posting window of ${legalEntity}`, window: legalEntity });
  }

  approval(name: string, options: DecisionOptions): Promise<Decision> {
    return this.decision(
      name,
      options,
      `approval by ${options.roles.join(' or ')}${options.impact ? `: ${options.impact}` : ''}`,
    );
  }

  hold(name: string, options: DecisionOptions & { reason: string }): Promise<Decision> {
    return this.decision(name, options, options.reason);
  }

  async parallel<B extends Record<string, () => Promise<unknown>>>(
    branches: B,
  ): Promise<{ [Name in keyof B]: Awaited<ReturnType<B[Name]>> }> {
    const names = Object.keys(branches);
    const results = await settleAll(Object.values(branches), names.length);
    return Object.fromEntries(names.map((name, at) => [name, results[at]])) as never;
  }

  async forEach<Item, T>(
    name: string,
    items: Item[],
    { key, concurrency = defaultConcurrency }: ForEachOptions<Item>,
    work: (flow: Flow, item: Item) => Promise<T>,
  ): Promise<T[]> {
    const keys = items.map((item) => key(item));
    const twice = keys.find((one, at) => keys.indexOf(one) !== at);
    if (twice !== undefined) throw new Failure('defect', `two items of "${name}" have the key "${twice}"`);
    const each = items.map((item, at) => {
      const flow = new JournaledFlow(this.journaling, `${this.named(name)} ${keys[at]}: `);
      return () => work(flow, item);
    });
    return settleAll(each, concurrency);
  }

  async child<Input extends object, Services>(
    name: string,
    definition: WorkflowDefinition<Input, Services>,
    input: Input,
  ): Promise<void> {
    const { name: workflow, version } = definition;
    const child = { workflow, version, key: definition.runKey(input), input };
    await this.journaling.perform({ kind: 'child', name: this.named(name), child });
  }

  private act<T>(
    name: string,
    { undo, ...options }: StepOptions<T> & { deferOn?: DeferrableKind[] },
  ): Promise<unknown> {
    const step = this.named(name);
    if (undo) this.journaling.offerUndo(step, undo);
    return this.journaling.perform({ ...options, ...this.corrected(options), kind: 'act', name: step });
  }

  private wait(name: string, wait: NewWait): Promise<unknown> {
    return this.journaling.perform({ kind: 'wait', name: this.named(name), wait });
  }

  private async decision(name: string, options: DecisionOptions, what: string): Promise<Decision> {
    const decision = { roles: options.roles, fourEyes: options.fourEyes ?? false };
    const { by, reason } = (await this.wait(name, {
      waitingFor: `${name}: ${what}`.slice(0, 500),
      decision,
    })) as Verdict;
    return { by, reason };
  }

  private named(name: string): string {
    return this.prefix + name;
  }

  /** The read a correction is laid over: the item's own, or one before the loop. */
  private corrected({ corrects }: { corrects?: string }): { corrects?: string } {
    if (corrects === undefined) return {};
    return { corrects: this.journaling.asked.has(this.named(corrects)) ? this.named(corrects) : corrects };
  }
}

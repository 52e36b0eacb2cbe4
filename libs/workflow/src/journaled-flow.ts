import type { BusinessContext, EventType } from '#contracts';
import { eventOf, publish } from '#events';
import { derivedId, Failure } from '#kernel';
import type { EntityManager } from '#platform';
import type { Flow, StepOptions } from './definition.js';
import { Overtaken, type Held, type RunRepository, type RunRow, type StepRow } from './run.repository.js';

/** A step could not be done; the run stops here. */
export class StepFailed extends Error {
  constructor(
    readonly step: string,
    readonly failure: Failure,
    readonly corrects: string | undefined,
  ) {
    super(failure.message);
  }
}

/** Reached while unwinding: what follows was never begun. */
export class EndOfJournal extends Error {}

export interface Undo {
  step: string;
  state: StepRow['state'];
  undo: (key: string) => Promise<unknown>;
}

/**
 * Runs a workflow body over its journal: what is done answers from the journal, what is not is noted before it is
 * tried. While unwinding nothing new begins; the body only shows again which undos belong to what happened.
 */
export class JournaledFlow implements Flow {
  readonly undos: Undo[] = [];
  title: string;
  business: Partial<BusinessContext>;
  private readonly held: Held;
  private readonly names = new Set<string>();

  constructor(
    private readonly run: RunRow,
    private readonly journal: Map<string, StepRow>,
    private readonly runs: RunRepository,
    private readonly options: { app: string; unwinding: boolean },
  ) {
    this.held = { id: run.id, fence: run.fence };
    this.title = run.title;
    this.business = run.business;
  }

  about({ title, ...business }: Partial<BusinessContext> & { title?: string }): void {
    this.title = title ?? this.title;
    this.business = { ...this.business, ...business };
  }

  async read<T extends object>(name: string, ask: () => Promise<T>): Promise<T> {
    const found = await this.journaled(name, 'read', ask);
    return { ...found, ...this.run.corrections[name] };
  }

  async check(name: string, rule: () => void, options: { corrects?: string } = {}): Promise<void> {
    await this.journaled(name, 'check', () => Promise.resolve(rule()), options);
  }

  step<T>(name: string, options: StepOptions<T>): Promise<T> {
    const known = this.journal.get(name);
    // An intention is enough: what was begun may have happened.
    if (known && options.undo) this.undos.push({ step: name, state: known.state, undo: options.undo });
    return this.journaled(name, 'act', () => options.act(this.keyOf(name)), options);
  }

  async publish<T extends object>(
    name: string,
    event: { type: EventType<T>; subject: string; data: T },
  ): Promise<void> {
    const { correlationId, workflow, key } = this.run;
    const envelope = eventOf({
      ...event,
      source: `/apps/${this.options.app}`,
      key: `${workflow}/${key}/${name}`,
      correlationId,
    });
    await this.journaled(
      name,
      'publish',
      () => Promise.resolve(null),
      {},
      (manager) => publish(manager, [envelope]),
    );
  }

  keyOf(step: string): string {
    return derivedId('step', this.run.workflow, this.run.key, step);
  }

  private async journaled<T>(
    name: string,
    kind: StepRow['kind'],
    act: () => Promise<T>,
    options: { corrects?: string; refused?: (failure: Failure) => Failure } = {},
    alongside: (manager: EntityManager) => Promise<void> = () => Promise.resolve(),
  ): Promise<T> {
    if (this.names.has(name)) throw new Failure('defect', `two steps are called "${name}"`);
    this.names.add(name);
    const known = this.journal.get(name);
    if (known && this.isAnswered(known)) return known.result as T;
    if (this.options.unwinding) throw new EndOfJournal();
    const step = { name, kind, ordinal: this.names.size };
    await this.runs.whileHeld(this.held, (manager) => this.runs.intend(manager, this.held, step));
    const result = await this.attempt(name, act, options);
    await this.runs.whileHeld(this.held, async (manager) => {
      await this.runs.done(manager, this.held, name, result);
      await alongside(manager);
    });
    return result;
  }

  /** What is doubted is asked again, but what was done on the strength of it is taken back on the strength of it. */
  private isAnswered({ state }: StepRow): boolean {
    return state !== 'intent' && (state !== 'stale' || this.options.unwinding);
  }

  private async attempt<T>(
    name: string,
    act: () => Promise<T>,
    options: { corrects?: string; refused?: (failure: Failure) => Failure },
  ): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof Overtaken) throw error;
      const plain = Failure.from(error);
      const failure = plain.kind === 'rejected' && options.refused ? options.refused(plain) : plain;
      await this.runs.whileHeld(this.held, (manager) =>
        this.runs.failed(manager, this.held, name, failure.kind, failure.message),
      );
      throw new StepFailed(name, failure, options.corrects);
    }
  }
}

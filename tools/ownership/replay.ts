import { type EventView, events, lifecycleOf } from '#contracts';
import { legalEntityIn, type Ownership } from '#platform';

/** Events of one kind from one system that another matrix would judge otherwise. */
export interface Difference {
  outcome: 'refused' | 'accepted';
  /** e.g. `worker.changed`. */
  step: string;
  instance: string;
  count: number;
  /** The first of them. */
  examples: string[];
  reason: string;
}

const mostExamples = 3;

/** Holds recorded events against a proposed matrix: which would be refused that were told, or told that were refused. */
export class MatrixReplay {
  private readonly found = new Map<string, Difference>();
  judged = 0;

  constructor(private readonly proposed: Ownership) {}

  /** Judges one event of the log; those the product told itself are nobody's claim. */
  add(event: EventView): void {
    const instance = /^\/instances\/(.+)$/.exec(event.source)?.[1];
    const { type, data, wasRefused } = asReported(event);
    const told = lifecycleOf(type);
    if (!instance || !told) return;
    this.judged += 1;
    const item = { kind: 'events', record: told.record, name: told.step } as const;
    const refusal = this.proposed.refusal(item, instance, legalEntityIn(data));
    if ((refusal !== null) === wasRefused) return;
    const outcome = refusal ? 'refused' : 'accepted';
    this.count({
      outcome,
      step: `${told.record}.${told.step}`,
      instance,
      reason: refusal?.reason ?? 'nobody else owns it',
      example: `${event.time} ${event.subject}`,
    });
  }

  differences(): Difference[] {
    return [...this.found.values()].sort((one, other) => other.count - one.count);
  }

  private count({ example, ...one }: Omit<Difference, 'count' | 'examples'> & { example: string }): void {
    const key = `${one.outcome} ${one.step} ${one.instance}`;
    const known = this.found.get(key) ?? { ...one, count: 0, examples: [] };
    known.count += 1;
    if (known.examples.length < mostExamples) known.examples.push(example);
    this.found.set(key, known);
  }
}

/** The event as its system told it, whatever became of it. */
function asReported({ type, data }: EventView): { type: string; data: object; wasRefused: boolean } {
  if (type !== events.changeRefused.type) return { type, data, wasRefused: false };
  const refused = data as { type: string; change: object };
  return { type: refused.type, data: refused.change, wasRefused: true };
}

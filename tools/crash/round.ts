import { type Failpoint, type FaultKind, faultKinds } from '#kernel';
import { type Evidence, readRecord } from '../chaos/evidence.js';
import { timeline } from '../chaos/timeline.js';
import { type Case, type Hits, matrix, named } from './matrix.js';
import { until } from './pool.js';
import { countingMs, type Ring, runCase, runUndisturbed } from './run-case.js';
import { differences, type Trace, traceOf } from './trace.js';
import type { Exercise, Exercises } from './exercises/exercise.js';

/** Cases under way at once: each kill stops what its neighbours were doing in the same process. */
const atOnce: Record<FaultKind, number> = { error: 8, pause: 6, kill: 4 };
const learntAtOnce = 6;
/** Something may be passed less often than by the twin: such a case begins again. */
const tries = 4;

/** One pass over the cases. */
export class Round {
  readonly problems: string[] = [];
  private readonly twins = new Map<string, Trace>();
  private readonly finished: { one: Case; records: string[] }[] = [];

  constructor(
    private readonly ring: Ring,
    private readonly exercises: Exercises,
    private readonly tell: (line: string) => void,
  ) {}

  /** Runs each workflow once undisturbed: how often it passes what, and what it leaves. */
  async learn(): Promise<Case[]> {
    const waiting = Object.entries(this.exercises);
    const cases = new Map<string, Case[]>();
    const take = async (): Promise<void> => {
      for (let one = waiting.shift(); one; one = waiting.shift()) {
        const [name, exercise] = one;
        const hits = await this.learnOne(name, exercise);
        if (hits === null) continue;
        cases.set(name, [...matrix(name, hits, false), ...matrix(name, exercise.alone, true)]);
      }
    };
    await Promise.all(Array.from({ length: learntAtOnce }, take));
    return Object.keys(this.exercises).flatMap((name) => cases.get(name) ?? []);
  }

  private async learnOne(name: string, exercise: Exercise): Promise<Hits | null> {
    const { record, records, stuck, before } = await runUndisturbed(exercise, this.ring);
    const all = Object.entries(await this.ring.pool.passed(record, countingMs)) as [Failpoint, number][];
    if (stuck !== null || all.length === 0) {
      this.problems.push(`${name} ${stuck ?? 'passed nothing'} although nothing was done to it`);
      return null;
    }
    const during = all.map(([failpoint, n]) => [failpoint, n - (before[failpoint] ?? 0)] as const);
    this.tell(`${name}: ${during.map(([failpoint, n]) => `${failpoint} ${n}`).join(', ')}`);
    this.twins.set(name, await traceOf(this.ring, records));
    return Object.fromEntries(during);
  }

  async go(cases: Case[]): Promise<void> {
    for (const kind of faultKinds.toSorted((a, b) => atOnce[b] - atOnce[a])) {
      const began = Date.now();
      const ofKind = cases.filter(({ fault }) => fault.kind === kind);
      const waiting = ofKind.filter(({ alone }) => !alone);
      const take = async (): Promise<void> => {
        for (let one = waiting.shift(); one; one = waiting.shift()) await this.judge(one);
      };
      await Promise.all(Array.from({ length: atOnce[kind] }, take));
      for (const one of ofKind.filter(({ alone }) => alone)) await this.judge(one);
      if (ofKind.length > 0)
        this.tell(`${kind}: ${ofKind.length} cases in ${Math.round((Date.now() - began) / 1_000)} s`);
    }
  }

  private async judge(one: Case): Promise<void> {
    const exercise = this.exercises[one.workflow]!;
    try {
      for (let left = tries; left > 0; left -= 1) {
        await until(() => this.ring.pool.processes.filter(({ isUp }) => isUp).length > 1, 300_000, 'another copy');
        const { records, struck, stuck } = await runCase(one, exercise, this.ring);
        if (records.length > 0) this.finished.push({ one, records });
        if (stuck !== null) return await this.report(one, records, [stuck]);
        if (struck) return await this.compare(one, records);
      }
      await this.report(one, [], [`the fault never happened in ${tries} tries`]);
    } catch (error) {
      await this.report(one, [], [String(error)]);
    }
  }

  private async compare(one: Case, records: string[]): Promise<void> {
    const wrong = differences(await traceOf(this.ring, records), this.twins.get(one.workflow)!);
    if (wrong.length > 0) return this.report(one, records, wrong);
    this.tell(`ok     ${named(one)}`);
  }

  /** What a revived process did after its case was over, too. */
  async lookAgain(): Promise<string[]> {
    const wrong: string[] = [];
    for (const { one, records } of this.finished) {
      const found = differences(await traceOf(this.ring, records), this.twins.get(one.workflow)!);
      if (found.length > 0) wrong.push(`${named(one)}, in the end: ${found.join('; ')}`);
    }
    return wrong;
  }

  private async report(one: Case, records: string[], wrong: string[]): Promise<void> {
    const evidence = { ...(await readRecord(this.ring)), calls: [] } as unknown as Evidence;
    const lines = records[0] ? await timeline(records[0], evidence, this.ring.database) : [];
    const problem = [`${named(one)}: ${wrong.join('; ')}`, ...lines.map((line) => `    ${line}`)].join('\n');
    this.problems.push(problem);
    this.tell(`BROKEN ${problem}`);
  }
}

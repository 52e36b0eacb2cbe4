import type { SwapCount, SwapDifference, SwapReport, SwapTarget, SwapVerdict } from '#contracts';
import { nothingThere } from '#kernel';
import type { Systems } from '#platform';
import { selectionOf } from '../bulk-rules.js';
import type { ShadowWrite, ShadowWriteRepository } from './shadow-write.repository.js';
import {
  compareBills,
  compareCharges,
  compareProjects,
  type Difference,
  lineOf,
  type ProjectThere,
  refusedWrite,
} from './swap-comparison.js';

/** The system that serves, and its shadow. */
export interface SwapPair {
  live: string;
  shadow: string;
}

/** What the ERP contract can write but not be asked for. */
const unseen = [
  'hourly rates, delivery model and cost centre of a project; rates show in billed amounts and invoice totals',
  'net and tax amount of an invoice: its total is compared, and the tax code of its project',
  'employees and customers: they are there or refused, their fields are not compared',
];

/** Records asked about at the same time in each system. */
const askedAtOnce = 6;

interface Comparison {
  kind: string;
  /** Writes that made the record what it is. */
  writes: ShadowWrite[];
  compare: () => Promise<Difference[]>;
}

/** Holds a live system and its shadow against each other, as far as the contract lets both be asked. */
export class SwapReports {
  constructor(
    private readonly writes: ShadowWriteRepository,
    private readonly systems: Systems,
  ) {}

  /** Failure: `unavailable` where one of the two cannot be asked. */
  async of({ domain, legalEntity }: SwapTarget, pair: SwapPair): Promise<SwapReport> {
    const all = await this.writes.between(domain, legalEntity, pair.live, pair.shadow);
    const unsupported = await this.unsupported(domain, pair);
    const compared: SwapCount[] = [];
    const differences = all
      .filter(({ state }) => state === 'failed')
      .map((write) => writtenBy([write], refusedWrite(write)));
    const comparisons = this.comparisons(all, pair);
    for (let at = 0; at < comparisons.length; at += askedAtOnce) {
      const portion = comparisons.slice(at, at + askedAtOnce);
      const answers = await Promise.all(portion.map(({ compare }) => compare()));
      for (const [index, { kind, writes }] of portion.entries()) {
        count(compared, kind, answers[index]!.length === 0);
        differences.push(...answers[index]!.map((one) => writtenBy(writes, one)));
      }
    }
    const verdicts = verdictsOf(all, differences);
    const open = verdicts.flatMap(({ reasons }) => reasons);
    const reasons = [...new Set([...open, ...unsupported])];
    if (verdicts.length === 0) reasons.push('nothing was written since the dual run began');
    const told = { ready: reasons.length === 0, compared, differences, verdicts, unsupported, unseen, reasons };
    return { domain, legalEntity, ...pair, ...told, selection: selectionOf(reasons) };
  }

  private comparisons(all: ShadowWrite[], { live, shadow }: SwapPair): Comparison[] {
    const settled = all.filter(({ state }) => state !== 'waiting');
    const [one, other] = [this.systems.named('erp', live), this.systems.named('erp', shadow)];
    const both = async <T>(ask: (erp: typeof one) => Promise<T>): Promise<[T | null, T | null]> =>
      Promise.all([ask(one).catch(nothingThere), ask(other).catch(nothingThere)]);
    const projects = grouped(settled, 'project', ({ request }) => request.reference!).map(([reference, writes]) => ({
      kind: 'project',
      writes,
      compare: async () => {
        const answers = await both((erp) => erp.getProject({ reference }));
        const [here, there] = await Promise.all([this.known(live, answers[0]), this.known(shadow, answers[1])]);
        return compareProjects(`project ${reference}`, here, there);
      },
    }));
    const charges = grouped(settled, 'charge', (write) => lineOf(write).project).map(([project, writes]) => ({
      kind: 'charges of a project',
      writes,
      compare: () => Promise.resolve(compareCharges(`charges of ${project}`, writes)),
    }));
    const invoices = grouped(settled, 'invoice', ({ request }) => request.reference!).map(([reference, writes]) => ({
      kind: 'invoice',
      writes,
      compare: async () =>
        compareBills(`invoice ${reference}`, ...(await both((erp) => erp.getInvoice({ reference })))),
    }));
    return [...projects, ...charges, ...invoices, ...creditMemos(settled)];
  }

  private async known(instance: string, project: Omit<NonNullable<ProjectThere>, 'customer'> | null) {
    if (!project) return null;
    const { customerId } = project;
    return { ...project, customer: customerId ? await this.writes.namesOf(instance, 'customer', customerId) : null };
  }

  private async unsupported(domain: SwapTarget['domain'], { live, shadow }: SwapPair): Promise<string[]> {
    const [able, other] = await Promise.all(
      [live, shadow].map((name) => this.systems.named(domain, name).getCapabilities({})),
    );
    const used = new Set(able!.operations.filter((one) => one.supported).map(({ operation }) => operation));
    return other!.operations
      .filter((one) => one.domain === domain && !one.supported && used.has(one.operation))
      .map(({ operation, reason }) => `${operation} is not supported by ${shadow}: ${reason ?? 'no reason given'}`);
  }
}

/** The contract has no question for credit memos: each system's own answer to the write counts. */
const creditMemos = (settled: ShadowWrite[]): Comparison[] =>
  settled
    .filter(({ kind, state }) => kind === 'credit memo' && state === 'done')
    .map((write) => ({
      kind: 'credit memo',
      writes: [write],
      compare: () => Promise.resolve(compareBills(write.record, write.answer as never, write.shadowAnswer as never)),
    }));

const writtenBy = (writes: ShadowWrite[], difference: Difference): SwapDifference => ({
  ...difference,
  workflows: [...new Set(writes.map(({ workflow }) => workflow))],
});

function verdictsOf(all: ShadowWrite[], differences: SwapDifference[]): SwapVerdict[] {
  const workflows = [...new Set(all.map(({ workflow }) => workflow))].sort();
  return workflows.map((workflow) => {
    const counted = (wanted: ShadowWrite['state']): number =>
      all.filter((write) => write.workflow === workflow && write.state === wanted).length;
    const [done, waiting, failed] = [counted('done'), counted('waiting'), counted('failed')];
    const reasons = differences
      .filter(({ workflows: writers }) => writers.includes(workflow))
      .map(({ record, field, live, shadow }) => clipped(`${record}: ${field} is ${live}, in the shadow ${shadow}`));
    if (waiting > 0) reasons.push(`${workflow}: ${waiting} writes are still to be repeated`);
    return { workflow, ready: reasons.length === 0, done, waiting, failed, reasons };
  });
}

/** A reason is a line; what was said in full is with the difference. */
const clipped = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

function count(compared: SwapCount[], kind: string, isSame: boolean): void {
  let row = compared.find((one) => one.kind === kind);
  if (!row) compared.push((row = { kind, same: 0, different: 0 }));
  row[isSame ? 'same' : 'different'] += 1;
}

function grouped(
  writes: ShadowWrite[],
  kind: string,
  by: (write: ShadowWrite) => string,
): [name: string, writes: ShadowWrite[]][] {
  const groups = new Map<string, ShadowWrite[]>();
  for (const write of writes.filter((one) => one.kind === kind))
    groups.set(by(write), [...(groups.get(by(write)) ?? []), write]);
  return [...groups];
}

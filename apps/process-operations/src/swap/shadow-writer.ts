import type { erp } from '#contracts';
import { derivedId, Failure } from '#kernel';
import {
  type AppLogger,
  BackgroundLoop,
  type Identity,
  type ShadowNotes,
  shadowRules,
  type Systems,
  withContext,
} from '#platform';
import type { ShadowWrite, ShadowWriteRepository } from './shadow-write.repository.js';

export interface ShadowWriterParts {
  writes: ShadowWriteRepository;
  notes: Pick<ShadowNotes, 'identify'>;
  systems: Pick<Systems, 'named'>;
  logger: AppLogger;
}

/** A defect may have been the moment's. */
const defectTries = 5;
const longestPauseMs = 60_000;

/** Repeats what live systems have done to their shadows. What a shadow refuses is kept for the report, and nobody's work. */
export class ShadowWriter {
  constructor(private readonly parts: ShadowWriterParts) {}

  loop(): BackgroundLoop {
    return new BackgroundLoop({
      name: 'shadow writer',
      logger: this.parts.logger,
      idleMs: 500,
      work: () => this.repeatNext(),
    });
  }

  /** False where nothing is due. */
  async repeatNext(): Promise<boolean> {
    const write = await this.parts.writes.take();
    if (!write) return false;
    try {
      const answer = await withContext({ correlationId: write.correlationId, actor: null }, () => this.repeat(write));
      await this.settle(write, answer);
    } catch (error) {
      await this.putOff(write, Failure.from(error));
    }
    return true;
  }

  private async repeat(write: ShadowWrite): Promise<unknown> {
    const request = { ...write.request, ...(await this.bodyFor(write)), key: keyOf(write) };
    const shadow = this.parts.systems.named(write.domain, write.shadow) as unknown as Record<
      string,
      (request: object) => Promise<unknown>
    >;
    return shadow[write.operation]!(request);
  }

  private async settle(write: ShadowWrite, answer: unknown): Promise<void> {
    const rules = shadowRules[write.domain]!;
    const refusal = rules.refusalIn(write.operation, answer);
    if (refusal !== null) return this.parts.writes.failed(write, refusal);
    await this.parts.notes.identify(write.shadow, rules.identitiesIn(write.operation, write.request, answer));
    await this.parts.writes.done(write, answer);
  }

  /** While the shadow is away everything waits in order; what it wants to be asked later lets the others pass. */
  private async putOff(write: ShadowWrite, failure: Failure): Promise<void> {
    const { kind, message, detail } = failure;
    const isAway = ['unavailable', 'throttled', 'outcome-unknown'].includes(kind);
    const mayPass = kind === 'defect' && write.tries < defectTries;
    if (!isAway && !mayPass && detail.retryAfterMs === undefined) {
      this.parts.logger.problem('shadow refused a write', {
        instance: write.shadow,
        subject: write.record,
        operation: write.operation,
        kind,
      });
      return this.parts.writes.failed(write, wordsOf(failure));
    }
    const pause = detail.retryAfterMs ?? Math.min(longestPauseMs, 500 * 2 ** write.tries);
    return this.parts.writes.later(write, message, Math.round(pause), !isAway && !mayPass);
  }

  /** Ids of the live system mean nothing to the shadow: the record is looked up by the words everybody knows it by. */
  private async bodyFor({ domain, operation, request, live, shadow }: ShadowWrite): Promise<{ body?: unknown }> {
    const foreign = shadowRules[domain]!.foreignIds[operation];
    if (!foreign) return {};
    const body = request.body as Record<string, unknown>;
    const id = String(body[foreign.field]);
    const names = await this.parts.writes.namesOf(live, foreign.kind, id);
    if (!names) throw unknownThere(foreign.kind, id, live);
    return { body: { ...body, [foreign.field]: await this.customerIn(shadow, names) } };
  }

  private async customerIn(shadow: string, names: Identity['names']): Promise<string> {
    const { reference, taxNumber, name } = names;
    const erp = this.parts.systems.named('erp', shadow);
    const questions = [reference && { reference }, taxNumber && { taxNumber }, { name }];
    for (const question of questions) {
      if (!question) continue;
      const { items } = await erp.findCustomers(question);
      if (items.length > 1) throw ambiguous(name, shadow, items);
      const [found] = items;
      if (!found) continue;
      await this.parts.notes.identify(shadow, [{ kind: 'customer', id: found.id, names }]);
      return found.id;
    }
    throw unknownThere('customer', name, shadow);
  }
}

/** Asked for anew after a refusal it is another write; else the same key as in the live system. */
const keyOf = ({ key, round }: ShadowWrite): string => (round === 0 ? key : derivedId('again', key, round));

const wordsOf = ({ message, detail }: Failure): string =>
  [message, ...(detail.fields ?? []).map(({ field, message: what }) => `${field} ${what}`)].join('; ');

const unknownThere = (kind: string, name: string, instance: string): Failure =>
  new Failure('not-found', `${kind} "${name}" is not known in ${instance}`, {
    code: 'unknown-in-shadow',
    remedy: `load the ${kind} into ${instance}, then: npm run swap -- --retry`,
  });

const ambiguous = (name: string, instance: string, items: erp.ErpCustomer[]): Failure =>
  new Failure('conflict', `customer "${name}" is ${items.map(({ id }) => id).join(' or ')} in ${instance}`, {
    code: 'ambiguous-in-shadow',
    remedy: 'merge them there, then: npm run swap -- --retry',
  });

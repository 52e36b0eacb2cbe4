import { Injectable } from '@nestjs/common';
import type { SwapDecision, SwapReport, SwapRequest, SwapTarget } from '#contracts';
import { derivedId, Failure } from '#kernel';
import {
  type Caller,
  type EntityManager,
  type EstateView,
  nameOf,
  once,
  type Person,
  recordAudit,
  type RoutePair,
  type Systems,
} from '#platform';
import { checkSecondPerson } from '../bulk-rules.js';
import type { ShadowWriteRepository } from './shadow-write.repository.js';
import type { SwapReports } from './swap-report.js';
import type { Decision, SwapRepository } from './swap.repository.js';

export interface SwapParts {
  decisions: SwapRepository;
  reports: SwapReports;
  writes: ShadowWriteRepository;
  systems: Systems;
  estate: EstateView;
}

/** A step, in the words it was asked for. */
type Step = Pick<SwapRequest, 'action' | 'from' | 'to'> & { accepted?: string | undefined };

/** What changes who serves; two people decide it. */
const fourEyes: readonly SwapRequest['action'][] = ['switch', 'back'];

/** Exchanges one system for another, a legal entity at a time: run beside it, compared, switched, and taken back. */
@Injectable()
export class SwapService {
  constructor(private readonly parts: SwapParts) {}

  async request(request: SwapRequest, key: string, caller: Caller): Promise<SwapDecision> {
    const { domain, legalEntity, action, reason, accepted = null } = request;
    const { decisions, estate } = this.parts;
    await this.check(request);
    const id = derivedId('platform swap', caller.subject, key);
    return once(decisions.database, async (manager) => {
      await decisions.lock(manager, request);
      const before = await decisions.last(request, manager);
      const after = next(request, before, this.standing(request, before));
      const insteadOf = estate.instanceFor(domain, legalEntity).name;
      const plain = { id, domain, legalEntity, action, ...after, insteadOf, reason, accepted };
      await decisions.keep(manager, { ...plain, requester: caller });
      const needsSecond = fourEyes.includes(action);
      if (!needsSecond) await decisions.decide(manager, id, null);
      const decision = await decisions.get(id, manager);
      await this.audit(manager, decision, caller, { what: needsSecond ? 'request' : 'decide', reason, accepted });
      return viewOf(decision);
    });
  }

  /** A second person lets it count, if it is still a step from where things stand. */
  async confirm(id: string, reason: string, caller: Caller): Promise<SwapDecision> {
    const { decisions } = this.parts;
    const asked = await decisions.get(id);
    const step = {
      ...asked,
      from: asked.shadow ?? '',
      to: asked.live,
      accepted: asked.accepted ?? undefined,
    };
    if (asked.state === 'unconfirmed') await this.check(step);
    return once(decisions.database, async (manager) => {
      await decisions.lock(manager, asked);
      const decision = await decisions.get(id, manager);
      checkSecondPerson(decision, caller);
      const before = await decisions.last(asked, manager);
      next(step, before, this.standing(asked, before));
      await decisions.decide(manager, id, caller);
      await this.audit(manager, decision, caller, { what: 'confirm', reason, accepted: decision.accepted });
      return viewOf(await decisions.get(id, manager));
    });
  }

  async list(): Promise<{ items: SwapDecision[] }> {
    return { items: (await this.parts.decisions.list()).map(viewOf) };
  }

  async report(target: SwapTarget): Promise<SwapReport> {
    const { live, shadow } = this.standing(target, await this.parts.decisions.last(target));
    if (shadow !== null) return this.parts.reports.of(target, { live, shadow });
    throw new Failure('conflict', `nothing shadows ${live} for ${target.legalEntity}`, {
      code: 'no-dual-run',
      remedy: `begin one: npm run swap -- --from ${live} --to <instance> --legal-entity ${target.legalEntity} --dual-run`,
    });
  }

  async retry({ domain, legalEntity }: SwapTarget, caller: Caller): Promise<{ writes: number }> {
    return once(this.parts.decisions.database, async (manager) => {
      const writes = await this.parts.writes.retry(manager, domain, legalEntity);
      await recordAudit(manager, {
        actor: nameOf(caller),
        action: 'swap.retry',
        subject: `routing/${domain}/${legalEntity}`,
        reason: null,
        after: { writes: String(writes), person: caller.subject },
      });
      return { writes };
    });
  }

  private standing({ domain, legalEntity }: SwapTarget, last: Decision | null): RoutePair {
    return last ?? { live: this.parts.estate.instanceFor(domain, legalEntity).name, shadow: null };
  }

  /** What can be said before anything is locked, because it asks other systems. */
  private async check(request: SwapTarget & Step): Promise<void> {
    const { domain, legalEntity, action, from, to, accepted } = request;
    const { estate, systems } = this.parts;
    if (!estate.legalEntity(legalEntity))
      throw new Failure('not-found', `"${legalEntity}" is not a legal entity of this estate`);
    for (const name of [from, to]) estate.instance(name);
    if (action === 'dual-run') {
      const { operations } = await systems.named(domain, to).getCapabilities({});
      if (!operations.some((one) => one.domain === domain))
        throw new Failure('unsupported', `${to} does not serve the ${domain} domain`, { code: 'other-domain' });
    }
    if (action !== 'switch') return;
    const { ready, reasons, selection } = await this.report(request);
    if (ready || accepted === selection) return;
    throw new Failure('conflict', `${to} is not ready to serve ${legalEntity}: ${reasons.length} reasons`, {
      code: 'not-ready',
      remedy: `mend what differs and try the refused writes again, or take exactly these reasons: ${selection}`,
      fields: reasons.map((message) => ({ field: 'accepted', message })),
    });
  }

  private audit(
    manager: EntityManager,
    { id, domain, legalEntity, action, live, shadow }: Decision,
    person: Person,
    { what, reason, accepted }: { what: 'request' | 'confirm' | 'decide'; reason: string; accepted: string | null },
  ): Promise<void> {
    return recordAudit(manager, {
      actor: nameOf(person),
      action: `swap.${what}`,
      subject: `routing/${domain}/${legalEntity}`,
      reason,
      after: {
        decision: id,
        action,
        live,
        shadow: shadow ?? 'none',
        accepted: accepted ?? 'nothing',
        person: person.subject,
      },
    });
  }
}

/** Where a step leads; `conflict` where it is none from where things stand. */
function next(
  { action, from, to }: Pick<SwapRequest, 'action' | 'from' | 'to'>,
  last: Decision | null,
  now: RoutePair,
): RoutePair {
  const isPair = now.live === from && now.shadow === to;
  switch (action) {
    case 'dual-run':
      if (now.live === from && now.shadow === null && from !== to) return { live: from, shadow: to };
      break;
    case 'switch':
      if (isPair) return { live: to, shadow: from };
      break;
    case 'back':
      if (isPair && last?.action === 'switch') return { live: to, shadow: from };
      break;
    case 'end':
      if (isPair) return { live: from, shadow: null };
      break;
  }
  const standing = `${now.live} is live${now.shadow ? `, shadowed to ${now.shadow}` : ', without a shadow'}`;
  throw new Failure('conflict', `"${action}" from ${from} to ${to} is no step from here: ${standing}`, {
    code: 'no-such-step',
    remedy: 'look where things stand: npm run swap -- --status',
  });
}

const viewOf = ({ requester: _requester, accepted: _accepted, ...decision }: Decision): SwapDecision => decision;

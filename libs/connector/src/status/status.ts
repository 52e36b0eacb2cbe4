import { Injectable } from '@nestjs/common';
import type { BreakerState } from '../http/breaker.js';
import type { Load } from '../http/bulkhead.js';
import type { Instances } from '../instances.js';
import type { Backlog, StatusRepository } from './status.repository.js';

/** How an instance does, as this process sees it. */
export interface InstanceStatus extends Load {
  instance: string;
  breaker: BreakerState;
  breakerSince: string;
  /** Until then the vendor asked to be left alone. */
  closedUntil: string | null;
  webhooksWaiting: number;
  unsettledWrites: number;
  /** Since when the oldest of those waits. */
  oldestSince: string | null;
  lastSuccess: string | null;
  /** The part of polling's daily budget that is left. */
  pollingLeftPercent: number;
}

/** Puts together what processes know and what the database counts. */
@Injectable()
export class StatusReader {
  constructor(
    private readonly instances: Instances,
    private readonly repository: StatusRepository,
  ) {}

  async read(): Promise<InstanceStatus[]> {
    return (await this.repository.backlogs(this.instances.names())).map((backlog) => this.statusOf(backlog));
  }

  private statusOf({ instance, webhooks, unsettledWrites, oldest, lastPoll }: Backlog): InstanceStatus {
    const { breaker, bulkhead, gate } = this.instances.vendor(instance).line;
    return {
      instance,
      breaker: breaker.state,
      breakerSince: breaker.since.toISOString(),
      closedUntil: gate.closedForMs > 0 ? new Date(Date.now() + gate.closedForMs).toISOString() : null,
      webhooksWaiting: webhooks,
      unsettledWrites,
      oldestSince: oldest?.toISOString() ?? null,
      lastSuccess: latest(breaker.lastAnswer, lastPoll)?.toISOString() ?? null,
      pollingLeftPercent: Math.round(gate.leftForPolling * 100),
      ...bulkhead.load,
    };
  }
}

const latest = (one: Date | null, other: Date | null): Date | null =>
  one && other ? (one > other ? one : other) : (one ?? other);

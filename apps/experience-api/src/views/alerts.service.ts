import { Injectable } from '@nestjs/common';
import type { Acknowledgement, AlertDetail, AlertQuery, AlertReason, Mute, PortalAlertList } from '#contracts';
import type { Caller } from '#platform';
import type { FreshnessRepository } from '../readmodels/freshness.repository.js';
import { Parts, type Sources } from '../sources.js';

/** Alerts, and what people do about them; the rules are those of process-operations. */
@Injectable()
export class AlertsService {
  constructor(
    private readonly sources: Pick<Sources, 'operations'>,
    private readonly freshness: FreshnessRepository,
  ) {}

  async list(query: AlertQuery): Promise<PortalAlertList> {
    const fresh = await this.freshness.now();
    const answers = new Parts();
    const { items } = await answers.get('process-operations', () => this.sources.operations.listAlerts({ ...query }), {
      items: [],
    });
    return { items, ...fresh, missing: [...fresh.missing, ...answers.missing] };
  }

  get(id: string): Promise<AlertDetail> {
    return this.sources.operations.getAlert({ id });
  }

  acknowledge(id: string, key: string, body: Acknowledgement, caller: Caller): Promise<AlertDetail> {
    return this.sources.operations.acknowledgeAlert({ id, key, actingFor: caller, body });
  }

  mute(id: string, key: string, body: Mute, caller: Caller): Promise<AlertDetail> {
    return this.sources.operations.muteAlert({ id, key, actingFor: caller, body });
  }

  unmute(id: string, key: string, body: AlertReason, caller: Caller): Promise<AlertDetail> {
    return this.sources.operations.unmuteAlert({ id, key, actingFor: caller, body });
  }

  resend(id: string, key: string, body: AlertReason, caller: Caller): Promise<AlertDetail> {
    return this.sources.operations.resendAlert({ id, key, actingFor: caller, body });
  }
}

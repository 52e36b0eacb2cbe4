import { clients, type WorkerLife } from '#contracts';
import { nothingThere } from '#kernel';
import type { ServiceTokens } from '../auth/tokens.js';
import type { AppConfig } from '../config.js';
import { serviceClient } from './service-client.js';

/** People as they were carried through every system, asked of the workforce API. */
export class Workers {
  private readonly api;

  constructor(config: AppConfig, tokens: ServiceTokens) {
    this.api = serviceClient<clients.workforceV1.operations>(clients.workforceV1.routes, {
      baseUrl: config.addresses['process-workforce'],
      audience: 'process',
      tokens,
    });
  }

  /** Null for a worker who was not onboarded through the gateway. */
  find(number: string): Promise<WorkerLife | null> {
    return this.api.getWorkerLife({ number }).catch(nothingThere);
  }
}

import { clients, type Project } from '#contracts';
import { nothingThere } from '#kernel';
import type { ServiceTokens } from '../auth/tokens.js';
import type { AppConfig } from '../config.js';
import { serviceClient } from './service-client.js';

/** Projects and the terms agreed for them, asked of the projects API. */
export class Projects {
  private readonly api;

  constructor(config: AppConfig, tokens: ServiceTokens) {
    this.api = serviceClient<clients.projectsV2.operations>(clients.projectsV2.routes, {
      baseUrl: config.addresses['process-projects'],
      audience: 'process',
      tokens,
    });
  }

  /** Null for a project that was not mobilised through the gateway. */
  find(code: string): Promise<Project | null> {
    return this.api.getProject({ code }).catch(nothingThere);
  }
}

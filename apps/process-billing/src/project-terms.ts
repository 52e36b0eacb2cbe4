import { clients, type ProjectView } from '#contracts';
import { Failure } from '#kernel';
import { type AppConfig, serviceClient, type ServiceTokens } from '#platform';

/** The terms agreed for projects, asked of the projects API. */
export class ProjectTerms {
  private readonly projects;

  constructor(config: AppConfig, tokens: ServiceTokens) {
    this.projects = serviceClient<clients.projectsV1.operations>(clients.projectsV1.routes, {
      baseUrl: config.addresses['process-projects'],
      audience: 'process',
      tokens,
    });
  }

  /** Null for a project that was not mobilised through the gateway. */
  async of(code: string): Promise<ProjectView | null> {
    return this.projects.getProject({ code }).catch((error: unknown) => {
      const failure = Failure.from(error);
      if (failure.kind === 'not-found') return null;
      throw failure;
    });
  }
}

import { clients } from '#contracts';
import { addressOf, type AppName, serviceClient, type ServiceClient, ServiceTokens } from '#platform';
import { commandLineClient } from './command-line-client.js';

/** The gateway's own APIs as the command line uses them. */
export interface Gateway {
  workforce: ServiceClient<clients.workforceV1.operations>;
  /** Both majors: what leaves the first is in no client. */
  projects: ServiceClient<clients.projectsV1.operations & clients.projectsV2.operations>;
  billing: ServiceClient<clients.billingV1.operations>;
  staffing: ServiceClient<clients.staffingV1.operations>;
  operations: ServiceClient<clients.operationsV1.operations>;
  governance: ServiceClient<clients.governanceV1.operations>;
  portal: ServiceClient<clients.portalV1.operations>;
}

export interface GatewayOptions {
  issuer: string;
  secretsDir: string;
  basePort: number;
  env: NodeJS.ProcessEnv;
}

export function gateway({ issuer, secretsDir, basePort, env }: GatewayOptions): Gateway {
  const { clientId, scopes } = commandLineClient;
  const config = { issuer, secretsDir, clientId, clientSecretFile: `${clientId}.client-secret` };
  const portalScopes = ['portal.read', 'exceptions.resolve', 'fields.confidential', 'fields.personal'];
  const tokens = new ServiceTokens(config, {
    process: scopes.filter((scope) => scope !== 'portal.read'),
    experience: portalScopes,
  });
  const at = (app: AppName, audience: 'process' | 'experience') => ({
    baseUrl: addressOf(app, basePort, env),
    audience,
    tokens,
  });
  return {
    workforce: serviceClient(clients.workforceV1.routes, at('process-workforce', 'process')),
    projects: serviceClient(
      { ...clients.projectsV1.routes, ...clients.projectsV2.routes },
      at('process-projects', 'process'),
    ),
    billing: serviceClient(clients.billingV1.routes, at('process-billing', 'process')),
    staffing: serviceClient(clients.staffingV1.routes, at('process-staffing', 'process')),
    operations: serviceClient(clients.operationsV1.routes, at('process-operations', 'process')),
    governance: serviceClient(clients.governanceV1.routes, at('process-governance', 'process')),
    portal: serviceClient(clients.portalV1.routes, at('experience-api', 'experience')),
  };
}

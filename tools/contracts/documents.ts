import type { OpenAPIObject } from '@nestjs/swagger';
import { CapabilitiesController, domainControllers, StatusController } from '#connector';
import { type AppDefinition, byMajor, describeControllers } from '#platform';

/** A contract as it is published: `openapi/<path>.yaml`. */
export interface Published {
  path: string;
  document: OpenAPIObject;
  /** Set where others implement it and we only call: its client is the connector. */
  byOthers?: true;
}

const owners: Record<keyof typeof domainControllers, string> = {
  crm: 'sales-operations',
  hr: 'people-operations',
  identity: 'it-operations',
  erp: 'finance-operations',
  psa: 'delivery-operations',
  scheduling: 'resource-management',
  payroll: 'people-operations',
};

/** The system contracts, one a domain, independent of which platforms serve it. */
export function systemContracts(): Promise<Published[]> {
  const domains = Object.entries(domainControllers) as [keyof typeof owners, (typeof domainControllers)['crm']][];
  return Promise.all(
    domains.map(async ([domain, controller]) => ({
      path: `system/${domain}/v1`,
      document: await describeControllers([controller, CapabilitiesController, StatusController], {
        title: `${domain} domain`,
        description: `What every ${domain} platform offers, whichever vendor is behind it.`,
        version: '1.1.0',
        owner: owners[domain],
        audience: 'system',
      }),
    })),
  );
}

/** The contracts of one process or experience app, `path` being `<layer>/<api>`: one a major. */
export async function appContracts(path: string, { controllers, api }: AppDefinition): Promise<Published[]> {
  const documents = byMajor(await describeControllers(controllers, api), api);
  return [...documents].map(([major, document]) => ({ path: `${path}/${major}`, document }));
}

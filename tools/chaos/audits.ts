import { auditSchemas, DataSource, verifyAudit } from '#platform';
import type { Evidence } from './evidence.js';

/** Follows every app's audit chain from its first entry to its head. */
export async function readAudits(databaseUrl: string): Promise<Evidence['audits']> {
  const database = await new DataSource({ type: 'postgres', url: databaseUrl, applicationName: 'chaos' }).initialize();
  try {
    const audits: Evidence['audits'] = [];
    for (const schema of await auditSchemas(database)) audits.push(await verifyAudit(database, schema));
    return audits;
  } finally {
    await database.destroy();
  }
}

import { rm } from 'node:fs/promises';
import { startIssuer } from '../../apps/sandbox/src/issuer/issuer.js';
import { startSandbox } from '../../apps/sandbox/src/sandbox.js';
import { issuerOptions } from '../estate/issuer.js';
import { appEnvironment, type EstateSettings, estateSettings, sandboxPorts } from '../estate/settings.js';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { webhookPort } from './ports.js';

/** What outlives the gateway: the database, the issuer and the simulated vendors. */
export interface Ground {
  settings: EstateSettings;
  databaseUrl: string;
  controlUrl: string;
  /** Vendor name → where it really answers. */
  origins: Record<string, string>;
  /** The environment of the gateway's apps. */
  env: NodeJS.ProcessEnv;
  close: () => Promise<void>;
}

/** Lays the ground in this process, so that the gateway's processes can die alone. */
export async function layGround(home: string, basePort: number): Promise<Ground> {
  const settings = estateSettings({ ...process.env, THROUGHLINE_HOME: home, BASE_PORT: String(basePort) });
  const dataDir = `${home}/postgres`;
  const database = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  const issuer = await startIssuer(issuerOptions(settings));
  const sandbox = await startSandbox({
    databaseUrl: database.url,
    secretsDir: settings.secretsDir,
    firmDir: settings.firmDir,
    ports: sandboxPorts(basePort),
    bamboohrWebhookUrl: `http://127.0.0.1:${webhookPort(basePort)}/webhooks/bamboohr`,
  });
  return {
    settings,
    databaseUrl: database.url,
    controlUrl: sandbox.controlUrl,
    origins: sandbox.origins,
    env: appEnvironment(settings, database.url, issuer.url),
    close: async () => {
      await sandbox.close();
      await issuer.close();
      await database.stop();
      await removeEmbeddedPostgres(dataDir);
      await rm(home, { recursive: true, force: true });
    },
  };
}

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startIssuer } from '../../apps/sandbox/src/issuer/issuer.js';
import { startSandbox } from '../../apps/sandbox/src/sandbox.js';
import { issuerOptions } from '../estate/issuer.js';
import { appEnvironment, type EstateSettings, estateSettings, sandboxPorts } from '../estate/settings.js';
import { findPlace } from '../postgres/place.js';
import { type EmbeddedPostgres, removeEmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { webhookPort } from './ports.js';

/** What outlives the gateway: the database, the issuer and the simulated vendors. */
export interface Ground {
  settings: EstateSettings;
  databaseUrl: string;
  /** Where the vendors keep their records and ledgers: a server of its own, which no fault touches. */
  vendorsUrl: string;
  /** Ends the gateway's database at once, as a crash would, and starts it again. */
  crashDatabase: () => Promise<void>;
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
  const [dataDir, vendorsDir] = [`${home}/postgres`, `${home}/vendors`] as const;
  const [database, vendors] = [await startPostgres(dataDir), await startPostgres(vendorsDir)];
  const issuer = await startIssuer(issuerOptions(settings));
  const sandbox = await startSandbox({
    databaseUrl: vendors.url,
    secretsDir: settings.secretsDir,
    firmDir: settings.firmDir,
    ports: sandboxPorts(basePort),
    bamboohrWebhookUrl: `http://127.0.0.1:${webhookPort(basePort)}/webhooks/bamboohr`,
  });
  return {
    settings,
    databaseUrl: database.url,
    vendorsUrl: vendors.url,
    crashDatabase: () => crash(dataDir),
    controlUrl: sandbox.controlUrl,
    origins: sandbox.origins,
    env: appEnvironment(settings, database.url, issuer.url),
    close: async () => {
      await sandbox.close();
      await issuer.close();
      for (const server of [database, vendors]) await server.stop();
      for (const dir of [dataDir, vendorsDir]) await removeEmbeddedPostgres(dir);
      await rm(home, { recursive: true, force: true });
    },
  };
}

const startPostgres = (dataDir: string): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir, log: () => undefined });

/** SIGQUIT, which is what `pg_ctl -m immediate` sends: no checkpoint, so the next start recovers from the log. */
async function crash(dataDir: string): Promise<void> {
  const { data } = await findPlace(dataDir);
  const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  process.kill(pid, 'SIGQUIT');
  while (isAlive(pid)) await pause(20);
  await startPostgres(dataDir);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startIssuer } from '../../apps/sandbox/src/issuer/issuer.js';
import { startSandbox } from '../../apps/sandbox/src/sandbox.js';
import { type AppName, loadEstate } from '#platform';
import { appsOf } from '../estate/apps.js';
import { issuerOptions } from '../estate/issuer.js';
import {
  appEnvironment,
  type EstateSettings,
  estateSettings,
  sandboxPorts,
  sandboxRouting,
} from '../estate/settings.js';
import { findPlace } from '../postgres/place.js';
import { type EmbeddedPostgres, removeEmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { haunted } from './firm.js';
import { webhookPort } from './ports.js';
import { mountSmallDisk, type SmallDisk } from './small-disk.js';

/** What outlives the gateway: the database, the issuer and the simulated vendors. */
export interface Ground {
  settings: EstateSettings;
  databaseUrl: string;
  /** Where the vendors keep their records and ledgers: a server of its own, which no fault touches. */
  vendorsUrl: string;
  /** Ends the gateway's database at once, as a crash would, and starts it again. */
  crashDatabase: () => Promise<void>;
  /** Leaves the gateway's database no room for some seconds; null where nobody may mount a disk that can be full. */
  fillDisk: (() => Promise<void>) | null;
  controlUrl: string;
  /** Vendor name → where it really answers. */
  origins: Record<string, string>;
  /** The environment of the gateway's apps. */
  env: NodeJS.ProcessEnv;
  /** Names of the apps it has. */
  apps: AppName[];
  close: () => Promise<void>;
}

/**
 * Lays the ground in this process, so that the gateway's processes can die alone; `firmIn` makes the firm's folder in a
 * home and answers it.
 */
export async function layGround(home: string, basePort: number, firmIn = haunted): Promise<Ground> {
  const env = { ...process.env, THROUGHLINE_HOME: home, BASE_PORT: String(basePort), FIRM_DIR: firmIn(home) };
  const settings = estateSettings(env);
  const [dataDir, vendorsDir] = [`${home}/postgres`, `${home}/vendors`] as const;
  const disk = await mountSmallDisk((await findPlace(dataDir)).home);
  const [database, vendors] = [await startPostgres(dataDir), await startPostgres(vendorsDir)];
  await hasten(vendors.url);
  const issuer = await startIssuer(issuerOptions(settings));
  const gatewayEnv = appEnvironment(settings, database.url, issuer.url);
  const estate = loadEstate(gatewayEnv.ESTATE_FILE!, gatewayEnv);
  const sandbox = await startSandbox({
    databaseUrl: vendors.url,
    secretsDir: settings.secretsDir,
    firmDir: settings.firmDir,
    ports: sandboxPorts(basePort, estate),
    routing: sandboxRouting(estate),
    bamboohrWebhookUrl: `http://127.0.0.1:${webhookPort(basePort)}/webhooks/bamboohr`,
  });
  return {
    settings,
    databaseUrl: database.url,
    vendorsUrl: vendors.url,
    crashDatabase: () => crash(dataDir),
    fillDisk: disk && (() => fill(disk, dataDir)),
    controlUrl: sandbox.controlUrl,
    origins: sandbox.origins,
    env: gatewayEnv,
    apps: appsOf(estate).map(({ name }) => name),
    close: async () => {
      await sandbox.close();
      await issuer.close();
      for (const server of [database, vendors]) await server.stop();
      for (const dir of [dataDir, vendorsDir]) await removeEmbeddedPostgres(dir);
      await disk?.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

const startPostgres = (dataDir: string): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir, log: () => undefined });

/** No fault touches the vendors' server, so nothing has to wait for its disk. */
async function hasten(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('alter database throughline set synchronous_commit to off');
  } finally {
    await client.end();
  }
}

/** SIGQUIT, which is what `pg_ctl -m immediate` sends: no checkpoint, so the next start recovers from the log. */
async function crash(dataDir: string): Promise<void> {
  const { data } = await findPlace(dataDir);
  const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  process.kill(pid, 'SIGQUIT');
  while (isAlive(pid)) await pause(20);
  await comeBack(dataDir);
}

const fullMs = 3_000;

/** A server that could not write its log has ended, and is started again. */
async function fill(disk: SmallDisk, dataDir: string): Promise<void> {
  await disk.fill();
  await pause(fullMs);
  await disk.empty();
  await comeBack(dataDir);
}

const longestRecoveryMs = 120_000;

/** A server that is just dying, or recovering by itself, cannot be started yet. */
async function comeBack(dataDir: string): Promise<void> {
  for (const until = Date.now() + longestRecoveryMs; ;) {
    try {
      await startPostgres(dataDir);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(500);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

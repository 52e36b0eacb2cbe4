import {
  addressOf,
  type AppDefinition,
  type AppName,
  type Estate,
  EstateView,
  loadConfig,
  loadEstate,
  type RunningApp,
  startApp,
} from '#platform';
import { type RunningIssuer, startIssuer } from '../../apps/sandbox/src/issuer/issuer.js';
import { type RunningSandbox, startSandbox } from '../../apps/sandbox/src/sandbox.js';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { appsOf } from './apps.js';
import { claimDatabase } from './claim.js';
import { issuerOptions } from './issuer.js';
import { appEnvironment, type EstateSettings, sandboxPorts, sandboxRouting } from './settings.js';

export interface RunningEstate {
  settings: EstateSettings;
  env: NodeJS.ProcessEnv;
  /** What its estate.yaml says. */
  view: EstateView;
  issuer: RunningIssuer;
  sandbox: RunningSandbox;
  close: () => Promise<void>;
}

export type Tell = (line: string) => void;

/** Starts a whole estate in this process: database, issuer, sandbox, every app but those that run elsewhere. */
export async function startEstate(
  settings: EstateSettings,
  tell: Tell,
  elsewhere: AppName[] = [],
): Promise<RunningEstate> {
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closing.reverse()) await end();
  };
  try {
    const databaseUrl = await timed(tell, 'database', () => openDatabaseFor(settings, tell, closing));
    const issuer = await timed(tell, 'issuer', () => startIssuer(issuerOptions(settings)));
    closing.push(issuer.close);
    const env = appEnvironment(settings, databaseUrl, issuer.url);
    const estate = loadEstate(env.ESTATE_FILE!, env);
    const sandbox = await timed(tell, 'vendor sandbox', () => openSandbox(settings, { databaseUrl, estate, env }));
    closing.push(sandbox.close);
    const apps = appsOf(estate).filter(({ name }) => !elsewhere.includes(name));
    await timed(tell, `${apps.length} apps`, () => startApps(apps, env, closing));
    return { settings, env, view: new EstateView(estate), issuer, sandbox, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openDatabaseFor(
  settings: EstateSettings,
  tell: Tell,
  closing: (() => Promise<void>)[],
): Promise<string> {
  if (settings.env.DATABASE_URL) {
    closing.push(await claimDatabase(settings.env.DATABASE_URL));
    return settings.env.DATABASE_URL;
  }
  const database = await startEmbeddedPostgres({ dataDir: `${settings.home}/postgres`, log: tell });
  // Only who holds the claim may stop the server: it may be another estate's.
  const release = await claimDatabase(database.url);
  closing.push(database.stop, release);
  return database.url;
}

interface SandboxParts {
  databaseUrl: string;
  estate: Estate;
  env: NodeJS.ProcessEnv;
}

const openSandbox = (settings: EstateSettings, { databaseUrl, estate, env }: SandboxParts): Promise<RunningSandbox> =>
  startSandbox({
    databaseUrl,
    secretsDir: settings.secretsDir,
    firmDir: settings.firmDir,
    ports: sandboxPorts(settings.basePort, estate),
    routing: sandboxRouting(estate),
    bamboohrWebhookUrl: `${addressOf('system-bamboohr', settings.basePort, env)}/webhooks/bamboohr`,
  });

async function startApps(
  apps: AppDefinition[],
  env: NodeJS.ProcessEnv,
  closing: (() => Promise<void>)[],
): Promise<void> {
  for (const definition of apps) {
    const app: RunningApp = await startApp(definition, loadConfig(definition.name, env));
    closing.push(app.close);
  }
}

async function timed<T>(tell: Tell, what: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const result = await work();
  tell(`${what} up in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

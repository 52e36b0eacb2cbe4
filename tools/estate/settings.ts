import { resolve } from 'node:path';
import { Failure } from '#kernel';
import { addressOf, type Estate } from '#platform';
import type { SandboxOptions } from '../../apps/sandbox/src/sandbox.js';

/** Where everything of an estate on one machine lives. */
export interface EstateSettings {
  home: string;
  secretsDir: string;
  firmDir: string;
  basePort: number;
  portalUrl: string;
  env: NodeJS.ProcessEnv;
}

const sandboxOffsets = {
  control: 40,
  salesforce: 51,
  bamboohr: 52,
  kantata: 53,
  netsuite: 54,
  scim: 55,
  s4hana: 56,
  workday: 57,
  float: 59,
  certinia: 58,
} as const;
const issuerOffset = 41;

type SandboxPorts = Record<keyof typeof sandboxOffsets, number>;

export function estateSettings(env: NodeJS.ProcessEnv): EstateSettings {
  const home = resolve(env.THROUGHLINE_HOME ?? '.throughline');
  const basePort = basePortOf(env.BASE_PORT ?? '4600');
  return {
    home,
    secretsDir: `${home}/secrets`,
    firmDir: resolve(env.FIRM_DIR ?? 'examples/meridian-consulting'),
    basePort,
    portalUrl: addressOf('experience-api', basePort, env),
    env,
  };
}

/** The highest offset from it is below 100. */
const highestBasePort = 65_435;

function basePortOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= highestBasePort) return port;
  throw new Failure('rejected', `BASE_PORT "${text}" is not a port`, {
    remedy: `set it to a whole number up to ${highestBasePort}, e.g. BASE_PORT=4600; the 100 ports above it are used too`,
  });
}

const portsAt = (basePort: number): SandboxPorts =>
  Object.fromEntries(Object.entries(sandboxOffsets).map(([name, offset]) => [name, basePort + offset])) as SandboxPorts;

/** Ports of the control API and of the products that an estate has, or of all; the others are not simulated. */
export function sandboxPorts(basePort: number, estate?: Estate): SandboxOptions['ports'] {
  const { control, ...products } = portsAt(basePort);
  if (!estate) return { control, ...products };
  const needed = new Set(estate.instances.map(({ platform }) => platform));
  return { control, ...Object.fromEntries(Object.entries(products).filter(([name]) => needed.has(name))) };
}

export const issuerPort = (basePort: number): number => basePort + issuerOffset;

/** The environment of every app of this estate. */
export function appEnvironment(settings: EstateSettings, databaseUrl: string, issuer: string): NodeJS.ProcessEnv {
  const ports = portsAt(settings.basePort);
  // These are one app's own.
  const { PORT: _port, CLIENT_ID: _client, CLIENT_SECRET_FILE: _secret, ...shared } = settings.env;
  return {
    LOG_LEVEL: 'error',
    ...shared,
    BASE_PORT: String(settings.basePort),
    DATABASE_URL: databaseUrl,
    ISSUER_URL: issuer,
    SECRETS_DIR: settings.secretsDir,
    ESTATE_FILE: settings.env.ESTATE_FILE ?? `${settings.firmDir}/estate.yaml`,
    SANDBOX_CONTROL_URL: `http://127.0.0.1:${ports.control}`,
    SANDBOX_SALESFORCE_URL: `http://127.0.0.1:${ports.salesforce}`,
    SANDBOX_BAMBOOHR_URL: `http://127.0.0.1:${ports.bamboohr}`,
    SANDBOX_KANTATA_URL: `http://127.0.0.1:${ports.kantata}`,
    SANDBOX_NETSUITE_URL: `http://127.0.0.1:${ports.netsuite}`,
    SANDBOX_SCIM_URL: `http://127.0.0.1:${ports.scim}`,
    SANDBOX_S4HANA_URL: `http://127.0.0.1:${ports.s4hana}`,
    SANDBOX_WORKDAY_URL: `http://127.0.0.1:${ports.workday}`,
    SANDBOX_FLOAT_URL: `http://127.0.0.1:${ports.float}`,
    SANDBOX_CERTINIA_URL: `http://127.0.0.1:${ports.certinia}`,
  };
}

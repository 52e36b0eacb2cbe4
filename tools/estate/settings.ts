import { resolve } from 'node:path';
import { Failure } from '#kernel';
import { addressOf, type Estate, type PlatformName, platformNames, portOf } from '#platform';
import type { ProductName, Routing } from '../../apps/sandbox/src/firm/routing.js';
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

const controlOffset = 40;
const issuerOffset = 41;
/** A simulated product stands this far above the app of its connector. */
const productShift = 30;
/** Simulated products that demand a client certificate, and so speak https alone. */
const secureProducts: ReadonlySet<string> = new Set(['adp']);

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

const controlPort = (basePort: number): number => basePort + controlOffset;
const productPort = (platform: PlatformName, basePort: number): number =>
  portOf(`system-${platform}`, basePort) + productShift;

/** Platforms that nobody has to simulate: a folder, and whoever calls us. */
const realPlatforms: ReadonlySet<PlatformName> = new Set(['payrollcsv', 'scim-inbound', 'scheduler']);
const simulated = platformNames.filter((platform) => !realPlatforms.has(platform));

/** Ports of the control API and of the products that an estate has, or of all; the others are not simulated. */
export function sandboxPorts(basePort: number, estate?: Estate): SandboxOptions['ports'] {
  const needed = simulated.filter((name) => estate?.instances.some(({ platform }) => platform === name) ?? true);
  const products = needed.map((platform) => [platform, productPort(platform, basePort)]);
  return { control: controlPort(basePort), ...(Object.fromEntries(products) as Record<PlatformName, number>) };
}

/** Which product an estate uses for what. */
export function sandboxRouting({ instances, routing }: Estate): Routing {
  const productOf = (instance: string): ProductName =>
    instances.find(({ name }) => name === instance)!.platform as ProductName;
  const routes = Object.entries(routing).map(([domain, route]) => [
    domain,
    typeof route === 'string'
      ? productOf(route)
      : Object.fromEntries(Object.entries(route).map(([entity, instance]) => [entity, productOf(instance)])),
  ]);
  return Object.fromEntries(routes) as Routing;
}

export const issuerPort = (basePort: number): number => basePort + issuerOffset;

/** The environment of every app of this estate. */
export function appEnvironment(settings: EstateSettings, databaseUrl: string, issuer: string): NodeJS.ProcessEnv {
  const { basePort } = settings;
  const products = simulated.map((platform) => [
    `SANDBOX_${platform.toUpperCase()}_URL`,
    `${secureProducts.has(platform) ? 'https' : 'http'}://127.0.0.1:${productPort(platform, basePort)}`,
  ]);
  // These are one app's own.
  const { PORT: _port, CLIENT_ID: _client, CLIENT_SECRET_FILE: _secret, ...shared } = settings.env;
  return {
    LOG_LEVEL: 'error',
    ...shared,
    BASE_PORT: String(basePort),
    DATABASE_URL: databaseUrl,
    ISSUER_URL: issuer,
    SECRETS_DIR: settings.secretsDir,
    ESTATE_FILE: settings.env.ESTATE_FILE ?? `${settings.firmDir}/estate.yaml`,
    SANDBOX_CONTROL_URL: `http://127.0.0.1:${controlPort(basePort)}`,
    ...(Object.fromEntries(products) as Record<string, string>),
  };
}

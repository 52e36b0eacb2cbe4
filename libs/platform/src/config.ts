import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Fault, Failure, type FieldProblem, parseFault } from '#kernel';
import { addressOf, appNames, portOf, type AppName } from './addresses.js';

/** Everything an app takes from its environment. */
export interface AppConfig {
  app: AppName;
  host: string;
  port: number;
  databaseUrl: string;
  /** Whoever owns the tables, where it is not the role of `databaseUrl`; null: one role for both. */
  ownerDatabaseUrl: string | null;
  /** Set: BullMQ runs on Redis; null: on PostgreSQL. */
  redisUrl: string | null;
  estateFile: string;
  /** Folder of the published contracts, `openapi/` of the repository. */
  contractsDir: string;
  /** `strict` checks every answer against its contract and fails those that break it; `sampled` checks some and logs. */
  contractCheck: 'strict' | 'sampled';
  secretsDir: string;
  /** The OpenID Connect issuer whose tokens are accepted. */
  issuer: string;
  clientId: string;
  /** Name of the file under `secretsDir` with this app's client secret. */
  clientSecretFile: string;
  production: boolean;
  logLevel: string;
  /** A fault this process is to have, for tests: `FAILPOINT=after-intent:2:kill`. */
  fault: Fault | null;
  addresses: Record<AppName, string>;
  /** The environment itself, for `${NAME}` references in estate.yaml. */
  env: NodeJS.ProcessEnv;
}

/** Reads an app's configuration; every problem is in one Failure, each with what to do. */
export function loadConfig(app: AppName, env: NodeJS.ProcessEnv = process.env): AppConfig {
  const problems: FieldProblem[] = [];
  const need = (name: string, remedy: string): string => {
    const value = env[name];
    if (!value) problems.push({ field: name, message: `is not set: ${remedy}` });
    return value ?? '';
  };
  const basePort = wholeNumber(env.BASE_PORT ?? '4600', 'BASE_PORT', problems);
  const estateFile = resolve(env.ESTATE_FILE ?? 'estate.yaml');
  if (!existsSync(estateFile)) {
    problems.push({ field: 'ESTATE_FILE', message: `${estateFile} does not exist: point it at an estate.yaml` });
  }
  const config: AppConfig = {
    app,
    host: env.HOST ?? '127.0.0.1',
    port: wholeNumber(env.PORT ?? String(portOf(app, basePort)), 'PORT', problems),
    databaseUrl: need('DATABASE_URL', 'e.g. postgres://user:password@host:5432/throughline'),
    ownerDatabaseUrl: env.MIGRATION_DATABASE_URL || null,
    redisUrl: env.REDIS_URL || null,
    estateFile,
    contractsDir: resolve(env.CONTRACTS_DIR ?? 'openapi'),
    contractCheck: env.CONTRACT_CHECK === 'strict' ? 'strict' : 'sampled',
    secretsDir: resolve(env.SECRETS_DIR ?? '.throughline/secrets'),
    issuer: need('ISSUER_URL', 'the OpenID Connect issuer, e.g. https://id.example.com'),
    clientId: env.CLIENT_ID ?? app,
    clientSecretFile: env.CLIENT_SECRET_FILE ?? `${app}.client-secret`,
    production: env.NODE_ENV === 'production',
    logLevel: env.LOG_LEVEL ?? 'info',
    fault: faultOf(env.FAILPOINT, problems),
    addresses: Object.fromEntries(
      appNames.map((name) => [name, addressOf(name, basePort, env)]),
    ) as AppConfig['addresses'],
    env,
  };
  if (config.production && config.issuer.startsWith('http://')) {
    problems.push({ field: 'ISSUER_URL', message: 'is not https: production accepts no other issuer' });
  }
  if (config.production && env.FAILPOINT) {
    problems.push({ field: 'FAILPOINT', message: 'makes the process fail on purpose: leave it out in production' });
  }
  if (problems.length > 0)
    throw new Failure('rejected', `${app} cannot start: its environment is incomplete`, { fields: problems });
  return config;
}

function faultOf(text: string | undefined, problems: FieldProblem[]): Fault | null {
  if (!text) return null;
  try {
    return parseFault(text);
  } catch (error) {
    const { message, detail } = Failure.from(error);
    problems.push({ field: 'FAILPOINT', message: `${message}: ${detail.remedy}` });
    return null;
  }
}

function wholeNumber(text: string, field: string, problems: FieldProblem[]): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) {
    problems.push({ field, message: `"${text}" is not a port number` });
  }
  return value;
}

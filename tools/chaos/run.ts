import { mkdirSync } from 'node:fs';
import pg from 'pg';
import { portOf } from '#platform';
import { type Gateway, gateway } from '../estate/gateway.js';
import { ArmedFaults } from './armed-faults.js';
import { credentials } from './canaries.js';
import type { Call } from './calls.js';
import { readAudits } from './audits.js';
import { Assignments } from './assignments.js';
import { type Evidence, postgresJobs, readRecord, readWritings } from './evidence.js';
import { diskFull, kindsOn, type QueueKind, schedule } from './fault-schedule.js';
import { GatewayProcess } from './gateway-process.js';
import { type Ground, layGround } from './ground.js';
import { Injector } from './injector.js';
import { KeyedRequests } from './keyed-requests.js';
import { MachineFaults } from './machine-faults.js';
import { finish, mayhem } from './mayhem.js';
import { Outages } from './outages.js';
import { PacedClock } from './paced-clock.js';
import { PeopleFaults } from './people-faults.js';
import { redisPort, replicaBasePort, webhookPort } from './ports.js';
import { replayAll } from './replaying.js';
import { untilQuiet } from './quiet.js';
import { Random } from './random.js';
import { type RunningRedis, startRedis } from './redis.js';
import { VendorProxy } from './vendor-proxy.js';
import { type Push, WebhookProxy } from './webhook-proxy.js';
import { plan, Workforce } from './work.js';

export interface ChaosOptions {
  seed: number;
  workflows: number;
  faults: number;
  queue: QueueKind;
  home: string;
  basePort: number;
  tell: (line: string) => void;
}

/** What a run leaves behind. */
export interface Aftermath {
  evidence: Evidence;
  /** Every kind of fault that has to happen. */
  kinds: string[];
  /** Faults that happened, by kind. */
  happened: Record<string, number>;
  /** Milliseconds from the last fault until nothing moved; null where something never stopped. */
  quietAfterMs: number | null;
  database: pg.Pool;
  close: () => Promise<void>;
}

const msPerFault = 1_000;

/** Starts everything, works and breaks it as the seed says, heals it, waits, and gathers what there is to see. */
export async function runChaos(options: ChaosOptions): Promise<Aftermath> {
  const closing: (() => Promise<unknown>)[] = [];
  let closed: Promise<void> | null = null;
  const endAll = async (): Promise<void> => {
    for (const end of closing.toReversed()) await end();
  };
  const close = (): Promise<void> => (closed ??= endAll());
  const interrupted = (): void => {
    // What is under way finds its ground gone.
    process.on('unhandledRejection', () => undefined);
    void close().finally(() => process.exit(130));
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return { ...(await run(options, closing)), close };
  } catch (error) {
    // Why the run ended says more than what could not be cleared away behind it.
    await close().catch((left: unknown) => options.tell(`not everything was cleared away: ${String(left)}`));
    throw error;
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

async function run(options: ChaosOptions, closing: (() => Promise<unknown>)[]): Promise<Omit<Aftermath, 'close'>> {
  const { home, basePort, seed, tell } = options;
  mkdirSync(home, { recursive: true });
  const ground = await layGround(home, basePort);
  closing.push(ground.close);
  const redis = options.queue === 'redis' ? await startRedis(home, redisPort(basePort)) : null;
  if (redis) closing.push(redis.close);
  const database = connect(ground.databaseUrl, closing);
  const vendors = connect(ground.vendorsUrl, closing);
  const faults = new ArmedFaults();
  const { calls, pushes, processes } = await startGateway(ground, redis, faults, closing);
  tell(`the gateway is up: ${processes.map(({ name }) => name).join(', ')}`);

  const { controlUrl, crashDatabase, fillDisk } = ground;
  const kinds = kindsOn(options.queue).filter((kind) => kind !== diskFull || fillDisk);
  if (!fillDisk) tell(`${diskFull} is left out: it needs a disk that only root may mount`);
  const random = new Random(seed + 2);
  const machines = new MachineFaults({ processes, database, crashDatabase, fillDisk, redis }, random);
  const people = new PeopleFaults(database, controlUrl, faults, random);
  const spanMs = options.faults * msPerFault;
  const apis = [basePort, replicaBasePort(basePort)].map((base) => apiOf(ground, base));
  const work = new Assignments(plan(new Random(seed), options.workflows, spanMs), new Workforce(controlUrl, [...apis]));
  const outages = new Outages(vendors, faults, work, random);
  const requests = new KeyedRequests(ground, database);
  await mayhem({
    work,
    plan: schedule(new Random(seed + 1), options.faults, spanMs, kinds),
    spanMs,
    clock: new PacedClock(database),
    injector: new Injector({ machines, people, outages }, faults, random, controlUrl),
    faults,
    outages,
    requests,
    controlUrl,
    tell,
  });
  faults.disarm();
  machines.heal();
  const healed = Date.now();
  await finish(work, controlUrl);
  tell('all work is done, waiting until nothing moves');
  const quietSince = await untilQuiet({ database, vendors }, healed);
  const jobs = redis ? await redis.jobs() : await postgresJobs(database);
  const logs = processes.map(({ logFile }) => logFile);
  const evidence: Evidence = {
    ...(await readRecord({ database, vendors })),
    audits: await readAudits(ground.databaseUrl),
    calls,
    pushes,
    writings: await readWritings(database, logs, jobs),
    secrets: credentials(ground.settings.secretsDir),
    ...work.asked(),
    amendments: people.amendments,
    outages: outages.seen,
    requests: await requests.results(),
    replay: await replayAll({ database, vendors }, apis[0]!),
    collapses: await collapsesOf(processes),
  };
  const quietAfterMs = quietSince === null ? null : quietSince - healed;
  return { evidence, kinds, happened: faults.happened, quietAfterMs, database };
}

/** Whatever ended by itself, or answers nothing although everything is healed. */
async function collapsesOf(processes: GatewayProcess[]): Promise<string[]> {
  await Promise.all(processes.map((one) => one.mustAnswer()));
  return processes.flatMap(({ collapses }) => collapses);
}

/** The gateway's processes, and the proxies between them and the vendors. */
async function startGateway(
  ground: Ground,
  redis: RunningRedis | null,
  faults: ArmedFaults,
  closing: (() => Promise<unknown>)[],
): Promise<{ calls: Call[]; pushes: Push[]; processes: GatewayProcess[] }> {
  const { basePort } = ground.settings;
  const calls: Call[] = [];
  const proxies = await startProxies(ground, faults, calls, closing);
  const bamboohr = [basePort, replicaBasePort(basePort)].map((base) => `http://127.0.0.1:${base + 22}`);
  const webhooks = new WebhookProxy(webhookPort(basePort), bamboohr, faults);
  await webhooks.start();
  closing.push(() => webhooks.close());
  const processes = gatewayProcesses(ground, proxies, redis);
  closing.push(() => Promise.all(processes.map((one) => one.close())));
  // The first copy migrates the database; the second finds it ready and need not wait for its own other half.
  for (const one of processes.filter(({ name }) => name.endsWith('-1'))) {
    one.start();
    await one.up();
  }
  const copies = processes.filter(({ name }) => !name.endsWith('-1'));
  for (const one of copies) one.start();
  await Promise.all(copies.map((one) => one.up()));
  return { calls, pushes: webhooks.pushes, processes };
}

const apiOf = ({ settings, env }: Ground, basePort: number): Gateway =>
  gateway({ issuer: env.ISSUER_URL!, secretsDir: settings.secretsDir, basePort, env });

function connect(connectionString: string, closing: (() => Promise<unknown>)[]): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 3, application_name: 'chaos' });
  // The server is ended on purpose; the next question opens a connection again.
  pool.on('error', () => undefined);
  closing.push(() => pool.end());
  return pool;
}

/** The proxies by the address they stand in for. */
async function startProxies(
  { origins }: Ground,
  faults: ArmedFaults,
  calls: Call[],
  closing: (() => Promise<unknown>)[],
): Promise<Record<string, string>> {
  const routes: Record<string, string> = {};
  for (const [vendor, origin] of Object.entries(origins)) {
    const proxy = new VendorProxy(vendor, origin, faults, calls);
    await proxy.start();
    closing.push(() => proxy.close());
    routes[origin] = proxy.address;
  }
  return routes;
}

/** Every app twice, system apps and the rest apart: each pair loses its partner without losing its work. */
function gatewayProcesses(
  ground: Ground,
  routes: Record<string, string>,
  redis: RunningRedis | null,
): GatewayProcess[] {
  const { basePort, home } = ground.settings;
  const groups = {
    systems: ground.apps.filter((name) => name.startsWith('system-')),
    processes: ground.apps.filter((name) => !name.startsWith('system-')),
  };
  return [basePort, replicaBasePort(basePort)].flatMap((base, copy) =>
    Object.entries(groups).map(([group, names]) => {
      const name = `${group}-${copy + 1}`;
      const env = {
        ...ground.env,
        BASE_PORT: String(base),
        LOG_LEVEL: 'info',
        REDIS_URL: redis?.url ?? '',
        CHAOS_ROUTES: JSON.stringify(routes),
      };
      const address = `http://127.0.0.1:${portOf(names[0]!, base)}`;
      return new GatewayProcess(name, names, env, `${home}/${name}.log`, address);
    }),
  );
}

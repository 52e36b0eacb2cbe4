import { setTimeout as pause } from 'node:timers/promises';
import { mkdirSync } from 'node:fs';
import pg from 'pg';
import { apps } from '../estate/apps.js';
import { ArmedFaults } from './armed-faults.js';
import { credentials } from './canaries.js';
import type { Call } from './calls.js';
import { type Evidence, postgresJobs, readRecord, readWritings } from './evidence.js';
import { type QueueKind, schedule } from './fault-schedule.js';
import { GatewayProcess } from './gateway-process.js';
import { type Ground, layGround } from './ground.js';
import { Injector } from './injector.js';
import { replicaBasePort, webhookPort } from './ports.js';
import { untilQuiet } from './quiet.js';
import { Random } from './random.js';
import { type RunningRedis, startRedis } from './redis.js';
import { VendorProxy } from './vendor-proxy.js';
import { WebhookProxy } from './webhook-proxy.js';
import { exampleMonth, type Piece, plan, projectCode, workerEmail, Workforce } from './work.js';

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
  /** Faults that happened, by kind. */
  happened: Record<string, number>;
  /** Milliseconds from the last fault until nothing moved; null where something never stopped. */
  quietAfterMs: number | null;
  database: pg.Pool;
  close: () => Promise<void>;
}

const msPerFault = 1_000;
const tickMs = 100;
/** Processes that were killed last have to come back before they can be troubled again. */
const longestRelaxMs = 40_000;

/** Starts everything, works and breaks it as the seed says, heals it, waits, and gathers what there is to see. */
export async function runChaos(options: ChaosOptions): Promise<Aftermath> {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).toReversed()) await end();
  };
  try {
    return { ...(await run(options, closing)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function run(options: ChaosOptions, closing: (() => Promise<unknown>)[]): Promise<Omit<Aftermath, 'close'>> {
  const { home, basePort, tell } = options;
  mkdirSync(home, { recursive: true });
  const ground = await layGround(home, basePort);
  closing.push(ground.close);
  const redis = options.queue === 'redis' ? await startRedis(home, basePort + 61) : null;
  if (redis) closing.push(redis.close);
  const database = new pg.Pool({ connectionString: ground.databaseUrl, max: 3, application_name: 'chaos' });
  closing.push(() => database.end());
  const faults = new ArmedFaults();
  const calls: Call[] = [];
  const proxies = await startProxies(ground, faults, calls, closing);
  const bamboohr = [basePort, replicaBasePort(basePort)].map((base) => `http://127.0.0.1:${base + 22}`);
  const webhooks = new WebhookProxy(webhookPort(basePort), bamboohr, faults);
  await webhooks.start();
  closing.push(() => webhooks.close());
  const processes = gatewayProcesses(ground, proxies, redis);
  closing.push(() => Promise.all(processes.map((one) => one.close())));
  for (const one of processes) {
    one.start();
    await one.up();
  }
  tell(`the gateway is up: ${processes.map(({ name }) => name).join(', ')}`);

  const flush = redis ? { flushQueue: redis.flush } : {};
  const injector = new Injector(
    { processes, database, controlUrl: ground.controlUrl, ...flush },
    faults,
    new Random(options.seed + 2),
  );
  const pieces = await mayhem(options, ground, injector);
  faults.relax();
  for (const until = Date.now() + longestRelaxMs; faults.left > 0 && Date.now() < until;) await pause(tickMs);
  faults.disarm();
  const healed = Date.now();
  tell('the faults are over');
  await finish(pieces, ground);
  const quietSince = await untilQuiet(database, healed);
  const jobs = redis ? await redis.jobs() : await postgresJobs(database);
  const logs = processes.map(({ logFile }) => logFile);
  const evidence: Evidence = {
    ...(await readRecord(database)),
    calls,
    pushes: webhooks.pushes,
    writings: await readWritings(database, logs, jobs),
    secrets: credentials(ground.settings.secretsDir),
    ...asked(pieces.all),
    collapses: processes.flatMap(({ collapses }) => collapses),
  };
  const quietAfterMs = quietSince === null ? null : quietSince - healed;
  return { evidence, happened: faults.happened, quietAfterMs, database };
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
    systems: apps.map(({ name }) => name).filter((name) => name.startsWith('system-')),
    processes: apps.map(({ name }) => name).filter((name) => !name.startsWith('system-')),
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
      return new GatewayProcess(name, names, env, `${home}/${name}.log`);
    }),
  );
}

interface Pieces {
  all: Piece[];
  left: Piece[];
  workforce: Workforce;
}

/** Work and faults side by side, each at its time. */
async function mayhem(
  { seed, workflows, faults, queue, tell }: ChaosOptions,
  ground: Ground,
  injector: Injector,
): Promise<Pieces> {
  const spanMs = faults * msPerFault;
  const all = plan(new Random(seed), workflows, spanMs);
  const breaks = schedule(new Random(seed + 1), faults, spanMs, queue);
  const workforce = new Workforce(ground.controlUrl);
  const pieces: Pieces = { all, left: [...all], workforce };
  const began = Date.now();
  let told = 0;
  while (breaks.length > 0 || Date.now() - began < spanMs) {
    const now = Date.now() - began;
    if (breaks[0] && breaks[0].at <= now && (await injector.inject(breaks[0].kind))) breaks.shift();
    await doDue(pieces, now);
    if (now - told > spanMs / 4) {
      told = now;
      await exampleMonth(ground.controlUrl);
      tell(
        `${Math.round(now / 1_000)} s: ${faults - breaks.length} faults, ${all.length - pieces.left.length} pieces of work`,
      );
    }
    await pause(tickMs);
  }
  return pieces;
}

/** Does what is due; what a vendor does not let happen yet is left for later. */
async function doDue(pieces: Pieces, now: number): Promise<void> {
  const { workforce } = pieces;
  const later: Piece[] = [];
  for (const piece of pieces.left) if (piece.at > now || !(await workforce.do(piece))) later.push(piece);
  pieces.left = later;
}

const longestFinishMs = 180_000;

/** The rest of the work, now that nothing hinders it. */
async function finish(pieces: Pieces, ground: Ground): Promise<void> {
  for (const until = Date.now() + longestFinishMs; pieces.left.length > 0 && Date.now() < until; await pause(500))
    await doDue(pieces, Infinity);
  await exampleMonth(ground.controlUrl);
}

function asked(pieces: Piece[]): Pick<Evidence, 'hires' | 'deals' | 'hours'> {
  const numbers = (kind: Piece['kind']): number[] =>
    pieces.filter((piece) => piece.kind === kind).map(({ number }) => number);
  return {
    hires: numbers('hire').map(workerEmail),
    deals: numbers('deal').map(projectCode),
    hours: numbers('time').length,
  };
}

import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Firm } from '../firm/firm.js';
import { Faults, installFaults } from './faults.js';
import { listenFailure } from './listen-failure.js';
import type { Credentials, Simulator, World } from './simulator.js';
import { Store, type Journal } from './store.js';

/** One running simulated product. */
export interface Hosted {
  simulator: Simulator<string>;
  world: World;
  faults: Faults;
  app: FastifyInstance;
  close: () => Promise<void>;
}

export interface HostOptions {
  journal: Journal;
  credentials: Credentials;
  firm: Firm;
  /** 0 takes any free port. */
  port: number;
  /** The name other machines reach it by; without one it answers on the loopback only. */
  name?: string;
  now?: () => Date;
}

/** Starts a simulated product on its own port, seeded with the firm on its first start. */
export async function host(simulator: Simulator<string>, options: HostOptions): Promise<Hosted> {
  const store = new Store(simulator.name, options.journal);
  await store.load();
  const world: World = {
    store,
    origin: '',
    now: options.now ?? (() => new Date()),
    credentials: options.credentials,
    ledger: (request, entry) => store.record({ ...entry, by: 'api', ...idsOf(request) }),
  };
  const hosts = ['127.0.0.1', 'localhost', ...(options.name ? [options.name] : [])];
  const app = Fastify({
    https: simulator.tls?.(options.credentials, hosts) ?? null,
    bodyLimit: 104 * 1024 * 1024,
    forceCloseConnections: true,
    // Vendors' paths may end in `.json`; it says nothing their JSON replies do not.
    rewriteUrl: ({ url = '/' }) => url.replace(/\.json(?=\?|$)/, ''),
    // Over TLS or not, handlers see the same.
  }) as unknown as FastifyInstance;
  await app.register(formbody);
  const faults = new Faults();
  app.addHook('onSend', async () => store.settled());
  installFaults(app, faults);
  simulator.routes(app, world);
  world.origin = await listen(app, options);
  if (store.isEmpty) {
    simulator.seed(options.firm, world);
    await store.settled();
  }
  const stop = simulator.start?.(world);
  const close = async (): Promise<void> => {
    await stop?.();
    await app.close();
    await store.settled();
  };
  return { simulator, world, faults, app, close };
}

/** Answers where the product is reached. */
async function listen(app: FastifyInstance, { port, name }: HostOptions): Promise<string> {
  const address = await app.listen({ host: name ? '0.0.0.0' : '127.0.0.1', port }).catch((error: unknown) => {
    throw listenFailure(error, port);
  });
  const { protocol, port: taken } = new URL(address);
  return name ? `${protocol}//${name}:${taken}` : address;
}

function idsOf(request: FastifyRequest): { correlationId?: string; effectId?: string } {
  const correlationId = request.headers['x-correlation-id'];
  const effectId = request.headers['x-effect-id'];
  return {
    ...(typeof correlationId === 'string' && { correlationId }),
    ...(typeof effectId === 'string' && { effectId }),
  };
}

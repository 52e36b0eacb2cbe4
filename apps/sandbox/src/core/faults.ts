import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * A rule by which a simulated product misbehaves; it applies to the next `times` matching requests.
 * - `status`: answer `status` with `headers` and `body`, nothing is done
 * - `latency`: wait `ms`, then go on
 * - `reset`: cut the connection before anything is done
 * - `commit-then-reset`: do the work, then cut the connection
 * - `truncate`: do the work, then send only half of the reply
 * - `html`: answer 502 with a proxy's HTML page, nothing is done
 */
export interface Fault {
  kind: 'status' | 'latency' | 'reset' | 'commit-then-reset' | 'truncate' | 'html';
  method?: string;
  /** A part of the path, e.g. `/record/v1/job`. */
  path?: string;
  times: number;
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  ms?: number;
}

/** The faults waiting to happen in one product, and how many have. */
export class Faults {
  private readonly waiting: Fault[] = [];
  readonly happened: Record<string, number> = {};

  add(fault: Fault): void {
    this.waiting.push({ ...fault });
  }

  clear(): void {
    this.waiting.length = 0;
  }

  take(request: FastifyRequest): Fault | undefined {
    const index = this.waiting.findIndex(
      ({ method, path }) => (!method || method === request.method) && (!path || request.url.includes(path)),
    );
    const fault = this.waiting[index];
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.waiting.splice(index, 1);
    this.happened[fault.kind] = (this.happened[fault.kind] ?? 0) + 1;
    return fault;
  }
}

const proxyPage = '<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>';

/** Makes a product obey its faults. */
export function installFaults(app: FastifyInstance, faults: Faults): void {
  const active = new WeakMap<FastifyRequest, Fault>();

  app.addHook('onRequest', async (request, reply) => {
    const fault = faults.take(request);
    if (!fault) return;
    active.set(request, fault);
    if (fault.kind === 'latency') await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 1000));
    if (fault.kind === 'reset') cut(reply);
    if (fault.kind === 'html') await reply.code(502).type('text/html').send(proxyPage);
    if (fault.kind === 'status') {
      await reply
        .code(fault.status ?? 500)
        .headers(fault.headers ?? {})
        .send(fault.body ?? '');
    }
  });

  app.addHook('onSend', async (request, reply, payload: unknown) => {
    const fault = active.get(request);
    if (fault?.kind === 'commit-then-reset') cut(reply);
    if (fault?.kind === 'truncate' && typeof payload === 'string') {
      reply.hijack();
      reply.raw.writeHead(reply.statusCode, { 'content-type': 'application/json', 'content-length': payload.length });
      reply.raw.write(payload.slice(0, Math.floor(payload.length / 2)), () => reply.raw.destroy());
    }
    return payload;
  });
}

function cut(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.destroy();
}

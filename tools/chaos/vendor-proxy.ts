import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Call, isWrite, processHeader } from './calls.js';
import type { ArmedFaults, VendorFault } from './armed-faults.js';
import { proxyPort } from './ports.js';

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const page = '<html><head><title>Checking your browser</title></head><body><h1>One moment</h1></body></html>';

/** Longer than the rows of one change take to be sent, shorter than they are sent again. */
const brokenMs = 300;

/** Stands between the gateway and one vendor: notes every call and spoils those it is told to. */
export class VendorProxy {
  private readonly agent = new Agent({ keepAlive: true });
  /** Effect id → its writes under way. */
  private readonly writing = new Map<string, number>();
  /** Effect id → until when the rows of it that were not yet sent are cut. */
  private readonly broken = new Map<string, number>();
  private readonly server = createServer((incoming, outgoing) => void this.serve(incoming, outgoing));

  constructor(
    private readonly vendor: string,
    private readonly origin: string,
    private readonly faults: ArmedFaults,
    private readonly calls: Call[],
  ) {}

  get address(): string {
    return `http://127.0.0.1:${proxyPort(this.origin)}`;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve, reject) =>
      this.server.once('error', reject).listen(proxyPort(this.origin), '127.0.0.1', resolve),
    );
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    this.agent.destroy();
  }

  private async serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const call = this.note(incoming);
    const body = await bytes(incoming).catch(() => null);
    if (!body) return;
    const fault = this.faultOf(call);
    call.fault = fault?.kind ?? null;
    const written = this.beginWrite(call);
    await this.answer(call, incoming, body, outgoing, fault).catch(() => outgoing.destroy());
    written();
    if (call.status === 401) this.faults.refused(this.vendor);
    call.endedAt = Date.now();
  }

  /** Once one row of a change is cut, so are all that come after it. */
  private faultOf(call: Call): VendorFault | undefined {
    const { vendor, effectId } = call;
    const rest = { kind: 'partial-bulk', vendor, writesOnly: true, seconds: 0 } as const;
    if (this.faults.isDown(vendor)) return { ...rest, kind: 'vendor-down' };
    if (effectId && (this.broken.get(effectId) ?? 0) > Date.now()) return rest;
    const isOneOfSeveral = effectId !== null && (this.writing.get(effectId) ?? 0) > 0;
    const fault = this.faults.take(vendor, { writes: isWrite(call), isOneOfSeveral });
    if (fault?.kind === 'partial-bulk') this.broken.set(effectId!, Date.now() + brokenMs);
    return fault;
  }

  private beginWrite(call: Call): () => void {
    const { effectId } = call;
    if (!effectId || !isWrite(call)) return () => undefined;
    this.writing.set(effectId, (this.writing.get(effectId) ?? 0) + 1);
    return () => {
      const left = this.writing.get(effectId)! - 1;
      if (left > 0) this.writing.set(effectId, left);
      else this.writing.delete(effectId);
    };
  }

  private note({ method = 'GET', url = '/', headers }: IncomingMessage): Call {
    const call: Call = {
      at: Date.now(),
      endedAt: 0,
      vendor: this.vendor,
      process: String(headers[processHeader]),
      method,
      path: url,
      correlationId: (headers['x-correlation-id'] as string | undefined) ?? null,
      effectId: (headers['x-effect-id'] as string | undefined) ?? null,
      status: null,
      fault: null,
      retryAfterMs: null,
    };
    this.calls.push(call);
    return call;
  }

  private async answer(
    call: Call,
    incoming: IncomingMessage,
    body: Buffer,
    outgoing: ServerResponse,
    fault: VendorFault | undefined,
  ): Promise<void> {
    switch (fault?.kind) {
      case undefined:
        return send(call, outgoing, await this.forward(incoming, body));
      case 'reset':
      case 'partial-bulk':
      case 'vendor-down':
        return cut(outgoing);
      case 'throttle':
        return send(call, outgoing, refusal(429, { 'retry-after': String(fault.seconds) }));
      case 'throttle-bare':
        return send(call, outgoing, refusal(429, {}));
      case 'error-500':
        return send(call, outgoing, refusal(500, {}));
      case 'html':
        return send(call, outgoing, { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(page) });
      case 'lost-reply':
        await this.forward(incoming, body);
        await pause(fault.seconds * 250);
        return cut(outgoing);
      case 'late-commit':
        cut(outgoing);
        await pause(fault.seconds * 1_000);
        await this.forward(incoming, body);
        return;
      case 'truncated':
        return truncate(outgoing, await this.forward(incoming, body));
    }
  }

  private forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Reply> {
    const { [processHeader]: _process, ...kept } = headers;
    const options = { method, agent: this.agent, headers: { ...kept, host: new URL(this.origin).host } };
    return new Promise((resolve, reject) => {
      const forwarded = request(this.origin + url, options, (reply) => {
        bytes(reply).then(
          (read) => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: read }),
          reject,
        );
      });
      forwarded.once('error', reject).end(body);
    });
  }
}

const refusal = (status: number, headers: IncomingHttpHeaders): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from('{}'),
});

function send(call: Call, outgoing: ServerResponse, { status, headers, body }: Reply): void {
  const { 'transfer-encoding': _chunked, connection: _connection, ...kept } = headers;
  const length = status === 204 ? {} : { 'content-length': body.length };
  outgoing.writeHead(status, { ...kept, ...length }).end(body);
  call.status = status;
  const wait = Number(headers['retry-after']);
  if (Number.isFinite(wait)) call.retryAfterMs = wait * 1_000;
  call.endedAt = Date.now();
}

/** Half of the reply and an end; where there is nothing to halve, just an end. */
function truncate(outgoing: ServerResponse, { status, headers, body }: Reply): void {
  if (body.length === 0) return cut(outgoing);
  const type = headers['content-type'] ?? 'application/json';
  outgoing.writeHead(status, { 'content-type': type, 'content-length': body.length });
  outgoing.write(body.subarray(0, body.length >> 1), () => outgoing.destroy());
}

const cut = (outgoing: ServerResponse): void => void outgoing.destroy();

async function bytes(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

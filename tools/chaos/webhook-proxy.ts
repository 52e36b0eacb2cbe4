import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { ArmedFaults } from './armed-faults.js';

/** A webhook the gateway was given. */
export interface Push {
  at: number;
  /** Hex SHA-256 of the body, which is the delivery's id. */
  digest: string;
  genuine: boolean;
  /** What the gateway answered; null where it gave no answer. */
  status: number | null;
}

const lateMs = 3_000;

/** Stands between the HR system's webhooks and the gateway. */
export class WebhookProxy {
  readonly pushes: Push[] = [];
  private readonly server = createServer((incoming, outgoing) => void this.serve(incoming, outgoing));

  constructor(
    private readonly port: number,
    /** Where the gateway's copies answer; each gets its turn. */
    private readonly targets: string[],
    private readonly faults: ArmedFaults,
  ) {}

  async start(): Promise<void> {
    await new Promise<void>((resolve, reject) =>
      this.server.once('error', reject).listen(this.port, '127.0.0.1', resolve),
    );
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).filter(([name]) => /^(content-type|x-bamboohr-.*)$/.test(name)),
    ) as Record<string, string>;
    const path = incoming.url ?? '/';
    switch (this.faults.takeWebhook()) {
      case 'webhook-duplicate':
        await this.push(path, headers, body, true);
        break;
      case 'webhook-late':
        await pause(lateMs);
        break;
      case 'webhook-out-of-order':
        // The sender tries again later, when newer ones have passed.
        outgoing.writeHead(503).end();
        return;
      case 'webhook-badly-signed':
        await this.push(path, headers, Buffer.concat([body, Buffer.from(' ')]), false);
        break;
      case undefined:
    }
    const status = await this.push(path, headers, body, true);
    outgoing.writeHead(status ?? 502).end();
  }

  private async push(
    path: string,
    headers: Record<string, string>,
    body: Buffer,
    genuine: boolean,
  ): Promise<number | null> {
    const target = this.targets[this.pushes.length % this.targets.length]!;
    const push: Push = {
      at: Date.now(),
      digest: createHash('sha256').update(body).digest('hex'),
      genuine,
      status: null,
    };
    this.pushes.push(push);
    const signal = AbortSignal.timeout(4_000);
    push.status = await fetch(target + path, { method: 'POST', headers, body: new Uint8Array(body), signal }).then(
      ({ status }) => status,
      () => null,
    );
    return push.status;
  }
}

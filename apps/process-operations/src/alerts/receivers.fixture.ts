import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** 32 bytes that nobody uses. */
export const webhookKey = Buffer.from('an alert is signed with this key');

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** Somebody who takes webhooks, as well or as badly as a test wants. */
export class Receiver {
  readonly received: Received[] = [];
  status = 204;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Receiver> {
    const server = createServer((request, reply) => {
      void receiver.take(request).then(() => reply.writeHead(receiver.status).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const receiver = new Receiver(server);
    return receiver;
  }

  /** What came, by its type. */
  get types(): string[] {
    return this.received.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  }

  private async take(request: IncomingMessage): Promise<void> {
    this.received.push({ headers: request.headers, body: await text(request) });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/alerts`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

import { Socket } from 'node:net';

/**
 * The connections of one pool, each given up when its server says nothing for too long: a host that is gone, or a server
 * that is frozen, ends no connection by itself. Idle connections are closed by the pool well before.
 */
export class WatchedConnections {
  private readonly open = new Set<Socket>();
  private limitMs = 0;

  /** What the driver makes its connections with. */
  readonly socket = (): Socket => {
    const socket = new Socket();
    this.open.add(socket);
    socket.once('close', () => this.open.delete(socket));
    socket.on('timeout', () => socket.destroy(new SilentDatabase(this.limitMs)));
    return socket.setTimeout(this.limitMs);
  };

  /** From now on; before, a migration may take as long as it has to. */
  limit(milliseconds: number): void {
    this.limitMs = milliseconds;
    for (const socket of this.open) socket.setTimeout(milliseconds);
  }
}

class SilentDatabase extends Error {
  readonly code = 'ETIMEDOUT';

  constructor(milliseconds: number) {
    super(`the database said nothing for ${milliseconds} ms`);
  }
}

import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createTestDatabase, type TestDatabase } from '#testing';
import { classified } from './classified.js';
import { type DataSource, openDatabase, rows } from './database.js';

/** A wire to the database that can be frozen: nothing gets through, and no connection ends. */
class Wire {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private frozen = false;

  constructor(target: URL) {
    this.server = createServer((client) => {
      const database = connect(Number(target.port), target.hostname);
      for (const [from, to] of [
        [client, database],
        [database, client],
      ] as const) {
        this.sockets.add(from);
        from.on('data', (bytes) => this.frozen || to.write(bytes));
        from.on('error', () => undefined).on('close', () => to.destroy());
      }
    });
  }

  async open(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  freeze(frozen: boolean): void {
    this.frozen = frozen;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

describe('a database that says nothing and ends no connection', () => {
  let own: TestDatabase;
  let wire: Wire;
  let database: DataSource;

  beforeEach(async () => {
    own = await createTestDatabase();
    const url = new URL(own.url);
    wire = new Wire(new URL(own.url));
    url.port = String(await wire.open());
    database = await openDatabase({ url: url.toString(), schema: 'silence', migrations: [], silenceMs: 300 });
  });

  afterEach(async () => {
    await database.destroy();
    await wire.close();
    await own.drop();
  });

  const one = (): Promise<unknown> => rows(database, 'select 1 as one');

  it('costs what was asked of it, which is tried again', async () => {
    wire.freeze(true);
    const failed = await Promise.all([one(), one()].map((asked) => asked.catch(classified)));
    const passing = { kind: 'outcome-unknown', message: 'our database could not go on (ETIMEDOUT)' };
    expect(failed).toMatchObject([passing, passing]);
  });

  it('is asked over new connections once it is back', async () => {
    wire.freeze(true);
    await expect(one()).rejects.toThrow('the database said nothing for 300 ms');
    wire.freeze(false);
    expect(await one()).toEqual([{ one: 1 }]);
  });

  it('is waited for by nobody who asks for a connection', async () => {
    await database.destroy();
    wire.freeze(true);
    await expect(database.initialize()).rejects.toThrow(/said nothing|timeout/);
    wire.freeze(false);
    await database.initialize();
  });
});

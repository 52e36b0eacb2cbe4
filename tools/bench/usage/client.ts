import { randomUUID } from 'node:crypto';

/** What is to be asked, how often. */
export interface Asked {
  url: string;
  token: string;
  requests: number;
  body: object;
}

const inFlight = 8;

async function ask({ url, token, requests, body }: Asked): Promise<void> {
  let left = requests;
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      };
      const reply = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) });
      if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
      await reply.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
}

process.once('message', (asked: Asked) => {
  ask(asked).then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});

import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { newId } from '#kernel';
import { addressOf, ServiceTokens } from '#platform';
import { commandLineClient } from '../estate/command-line-client.js';
import type { Ground } from './ground.js';
import { replicaBasePort } from './ports.js';

/** A note that was asked for under one key: from both copies at once, again, and with other words. */
export interface KeyedRequest {
  key: string;
  /** Every answer that said it was done, byte for byte. */
  answers: string[];
  /** What other words under the same key were answered; null where nobody answered. */
  otherWords: number | null;
  /** Notes there are in the end. */
  effects: number;
}

interface Answer {
  status: number;
  body: string;
}

const everyMs = 4_000;
const againMs = 500;
/** A process that died in a request blocks its key for a minute. */
const patienceMs = 100_000;

/** Asks both copies of an app for the same things while they are killed. */
export class KeyedRequests {
  private readonly asked: Omit<KeyedRequest, 'effects'>[] = [];
  private readonly tokens: ServiceTokens;
  private readonly copies: string[];

  constructor(
    { settings, env }: Ground,
    private readonly database: pg.Pool,
  ) {
    const { clientId } = commandLineClient;
    const { secretsDir, basePort } = settings;
    const config = { issuer: env.ISSUER_URL!, secretsDir, clientId, clientSecretFile: `${clientId}.client-secret` };
    this.tokens = new ServiceTokens(config, { process: ['exceptions.resolve'] });
    this.copies = [basePort, replicaBasePort(basePort)].map((base) => addressOf('process-projects', base, env));
  }

  /** One after the other, until it is over. */
  async keepAsking(over: { yes: boolean }): Promise<void> {
    for (; !over.yes; await pause(everyMs)) {
      const { rows } = await this.database
        .query<{ id: string }>('select id from process_projects.exception order by random() limit 1')
        .catch(() => ({ rows: [] }));
      if (rows[0]) await this.ask(rows[0].id);
    }
  }

  private async ask(exception: string): Promise<void> {
    const key = newId();
    const words = JSON.stringify({ text: `note ${key}` });
    const send = (copy: string, body: string): Promise<Answer | null> => this.send(copy, exception, key, body);
    const first = await Promise.all(this.copies.map((copy) => send(copy, words)));
    const again = await Promise.all(this.copies.map((copy) => answered(() => send(copy, words))));
    const other = await answered((turn) =>
      send(this.copies[turn % this.copies.length]!, JSON.stringify({ text: `other words ${key}` })),
    );
    const answers = [...first, ...again].filter((one) => one?.status === 201).map((one) => one!.body);
    this.asked.push({ key, answers, otherWords: other?.status ?? null });
  }

  private async send(copy: string, exception: string, key: string, body: string): Promise<Answer | null> {
    const token = await this.tokens.tokenFor('process');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key };
    const init = { method: 'POST', headers, body, signal: AbortSignal.timeout(patienceMs) };
    return fetch(`${copy}/v1/exceptions/${exception}/notes`, init).then(
      async (reply) => ({ status: reply.status, body: await reply.text() }),
      () => null,
    );
  }

  /** Everything asked, and what it came to. */
  async results(): Promise<KeyedRequest[]> {
    const { rows } = await this.database.query<{ text: string; n: number }>(
      'select text, count(*)::int as n from process_projects.exception_note group by text',
    );
    const notes = new Map(rows.map(({ text, n }) => [text, n]));
    return this.asked.map((one) => ({ ...one, effects: notes.get(`note ${one.key}`) ?? 0 }));
  }
}

/** Until there is an answer other than "not now". */
async function answered(send: (turn: number) => Promise<Answer | null>): Promise<Answer | null> {
  const until = Date.now() + patienceMs;
  for (let turn = 0; ; await pause(againMs)) {
    const answer = await send(turn++);
    if ((answer && answer.status < 500 && answer.status !== 409 && answer.status !== 401) || Date.now() > until)
      return answer;
  }
}

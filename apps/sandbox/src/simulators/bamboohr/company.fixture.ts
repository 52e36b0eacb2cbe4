import { host, type Hosted } from '../../core/host.js';
import { MemoryJournal } from '../../core/memory-journal.js';
import { noCredentials } from '../../core/credentials.fixture.js';
import type { Credentials } from '../../core/simulator.js';
import type { Worker } from '../../firm/firm.js';
import { northwind, worker } from '../../firm/northwind.fixture.js';
import { bamboohr } from './bamboohr.simulator.js';

const colleague = (number: string, firstName: string, lastName: string, manager: string): Worker =>
  worker(number, firstName, { lastName, manager, skills: ['SQL', 'PY'] });

export const newWorker = (changes: Partial<Worker> = {}): Worker => ({
  ...colleague('9', 'Ada', 'Rowe', '2'),
  ...changes,
});

/** Two people; the manager stands below the one she manages. */
const firm = northwind({
  workers: [{ ...colleague('1', 'Ben', 'Hale', '2'), hireDate: '' }, colleague('2', 'Cleo', 'Marsh', '')],
});

export const key = 'a-key';
export const webhookKey = '00112233445566778899aabbccddeeff';

const credentials: Credentials = {
  ...noCredentials,
  bamboohr: { apiKey: key, webhookKey, webhookUrl: 'http://127.0.0.1:9/nobody' },
};

/** A running company for tests, and ways to talk to it. */
export interface Company {
  hosted: Hosted;
  journal: MemoryJournal;
  /** Sets the company's clock. */
  at: (moment: string) => void;
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  get: <T>(path: string) => Promise<T>;
  act: (action: string, input?: object) => unknown;
}

export async function openCompany(options: { webhookUrl?: string; now?: string } = {}): Promise<Company> {
  let now = options.now ? new Date(options.now) : undefined;
  const journal = new MemoryJournal();
  const webhookUrl = options.webhookUrl ?? credentials.bamboohr.webhookUrl;
  const hosted = await host(bamboohr, {
    journal,
    firm,
    port: 0,
    now: () => now ?? new Date(),
    credentials: { ...credentials, bamboohr: { ...credentials.bamboohr, webhookUrl } },
  });
  const call: Company['call'] = (method, path, body, headers = {}) =>
    fetch(`${hosted.world.origin}${path}`, {
      method,
      headers: {
        authorization: basic(`${key}:x`),
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    hosted,
    journal,
    call,
    at: (moment) => (now = new Date(moment)),
    get: async <T>(path: string) => (await (await call('GET', path)).json()) as T,
    act: (action, input = {}) => bamboohr.actions[action]!(hosted.world, input as never),
  };
}

export const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

import { host, type Hosted } from '../../core/host.js';
import { MemoryJournal } from '../../core/memory-journal.js';
import type { Credentials } from '../../core/simulator.js';
import { northwind, oldProject, worker } from '../../firm/northwind.fixture.js';
import { float } from './float.simulator.js';

/** Two roles, two cost centres, and one project from before with Ben, who works 40 hours a week, and Eva, who works 20. */
const firm = northwind({
  costCentres: [
    { code: 'CC-1', name: 'Strategy', legalEntity: 'NW-US' },
    { code: 'CC-2', name: 'Data', legalEntity: 'NW-US' },
  ],
  roles: [
    { code: 'CONS', name: 'Consultant' },
    { code: 'PRIN', name: 'Principal' },
  ],
  workers: [worker('1', 'Ben'), worker('2', 'Eva', { weeklyHours: 20, costCentre: 'CC-2' })],
  legacyProjects: [oldProject('OLD-1', 'open', { name: 'Old ledger', startDate: '2026-01-05', workers: ['1', '2'] })],
});

export type Row = Record<string, unknown>;

/** A running team for tests, and ways to talk to it. */
export interface Team {
  hosted: Hosted;
  journal: MemoryJournal;
  /** Sets the team's clock; without it every call is made a second after the one before, which no limit minds. */
  at: (moment: string) => void;
  /** Calls the API, below `/v3`. */
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  /** A list, or one record. */
  get: <T = Row>(path: string) => Promise<T>;
  /** Creates one record and answers it as a read shows it. */
  make: (path: string, idField: string, body: object) => Promise<Row>;
  act: (action: string, input?: object) => unknown;
}

const start = '2026-09-01T10:00:00.000Z';
export const introduction = 'Throughline (integration@north.example)';

export async function openTeam(): Promise<Team> {
  let now = Date.parse(start);
  let isStopped = false;
  const journal = new MemoryJournal();
  const credentials = { float: { token: 'a-token' } } as Credentials;
  const hosted = await host(float, { journal, credentials, firm, port: 0, now: () => new Date(now) });
  const team: Team = {
    hosted,
    journal,
    at: (moment) => {
      now = Date.parse(moment);
      isStopped = true;
    },
    call: (method, path, body, headers = {}) => {
      if (!isStopped) now += 1000;
      return fetch(`${hosted.world.origin}/v3${path}`, {
        method,
        headers: {
          authorization: 'Bearer a-token',
          'user-agent': introduction,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    },
    get: async <T>(path: string) => answered<T>(await team.call('GET', path)),
    make: async (path, idField, body) => {
      const { [idField]: id } = await answered(await team.call('POST', path, body));
      return team.get(`${path}/${String(id)}`);
    },
    act: (action, input = {}) => float.actions[action]!(hosted.world, input as never),
  };
  return team;
}

export async function answered<T = Row>(reply: Response): Promise<T> {
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
  return (await reply.json()) as T;
}

/** A refusal as status and the fields it names. */
export async function refusal(reply: Response): Promise<[number, string[]]> {
  const problems = (await reply.json()) as { field: string }[];
  return [reply.status, problems.map(({ field }) => field)];
}

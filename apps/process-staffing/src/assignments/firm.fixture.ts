import type { erp, hr, Project, psa, scheduling } from '#contracts';
import { canonicalJson, Failure } from '#kernel';
import { EstateView, loadEstate, type Systems } from '#platform';
import { projectView } from '../../../../libs/contracts/src/process/project-view.fixture.js';

export const estate = new EstateView(loadEstate('examples/meridian-consulting/estate.global.yaml', {}));

const usd = (amount: string) => ({ amount, currency: 'USD' });

export const project = projectView({
  rates: [
    { role: 'CONS', hourlyRate: usd('120.00') },
    { role: 'ARCH', hourlyRate: usd('200.00') },
  ],
});

export const worker = (changes: Partial<hr.Worker> = {}): hr.Worker => ({
  id: 'W1',
  number: '1021',
  firstName: 'Ada',
  lastName: 'Berg',
  workEmail: 'ada@example.com',
  employmentType: 'employee',
  status: 'active',
  hireDate: '2020-01-01',
  terminationDate: null,
  legalEntity: 'MER-US',
  costCentre: 'US-STR',
  location: 'Chicago',
  country: 'US',
  grade: 'Consultant',
  jobTitle: null,
  managerId: null,
  weeklyMinutes: 2400,
  skills: [],
  modifiedAt: '2026-01-01T00:00:00Z',
  ...changes,
});

/** Two working weeks from Monday 5 October 2026, half time: 2,400 minutes. */
export const assignment = (changes: Partial<scheduling.Assignment> = {}): scheduling.Assignment => ({
  id: 'A1',
  workerNumber: '1021',
  roleName: 'Consultant',
  minutes: 2400,
  project: 'P-1',
  startDate: '2026-10-05',
  endDate: '2026-10-16',
  status: 'confirmed',
  ...changes,
});

/** The firm's systems, as far as assignments touch them. Writes are kept by key: a repeat has to be the same request. */
export class Firm {
  assignments = new Map<string, scheduling.Assignment>();
  workers = new Map<string, hr.Worker>();
  leave: hr.Leave[] = [];
  holidays: hr.Holiday[] = [];
  projects = new Map<string, Project>();
  ownership = new Map<string, psa.AssignmentState>();
  labour = new Map<string, erp.LabourState>();
  /** Platforms that do not answer, or cannot do it. */
  down = new Set<'scheduling' | 'psa' | 'erp'>();
  unable = new Set<'psa' | 'erp'>();
  refuses: 'psa' | 'erp' | null = null;
  /** Whether the scheduler can list somebody's assignments. */
  lists = true;
  /** Happens once, after the next write in the PSA is done and before it is answered. */
  meanwhile: () => void = () => undefined;
  writes = 0;
  private readonly requests = new Map<string, string>();

  systems = { named: () => this, for: () => this } as unknown as Systems;

  getAssignment = async ({ id }: { id: string }) => {
    this.reach('scheduling');
    return this.assignments.get(id) ?? missing(`assignment ${id}`);
  };

  listAssignmentsOf = async ({ reference, from, to }: { reference: string; from: string; to: string }) => {
    this.reach('scheduling');
    if (!this.lists) throw new Failure('unsupported', 'is not built');
    const theirs = [...this.assignments.values()].filter(({ workerNumber }) => workerNumber === reference);
    return { items: theirs.filter(({ startDate, endDate }) => startDate! <= to && endDate! >= from) };
  };

  getWorker = async ({ id }: { id: string }) => this.workers.get(id) ?? missing(`worker ${id}`);
  listWorkers = async () => ({ items: [...this.workers.values()], nextCursor: null });
  listLeave = async ({ worker: of }: hr.LeaveQuery) => ({
    items: this.leave.filter(({ workerId }) => !of || workerId === of),
    nextCursor: null,
  });
  listHolidays = async () => ({ items: this.holidays });
  find = async (code: string) => this.projects.get(code) ?? null;

  putAssignment = async (request: { reference: string; key: string; body: psa.AssignmentState }) => {
    this.write('psa', request, this.ownership);
    const happens = this.meanwhile;
    this.meanwhile = () => undefined;
    happens();
    return { id: request.reference, url: null };
  };

  putLabour = async (request: { reference: string; key: string; body: erp.LabourState }) => {
    this.write('erp', request, this.labour);
    return { id: request.reference, url: null };
  };

  private write<T>(at: 'psa' | 'erp', { reference, key, body }: Write<T>, kept: Map<string, T>): void {
    this.reach(at);
    if (this.unable.has(at)) throw new Failure('unsupported', `${at} keeps no such thing`);
    if (this.refuses === at) throw new Failure('rejected', `${at} says no`);
    const request = canonicalJson([reference, body]);
    const known = this.requests.get(key);
    if (known === request) return;
    if (known) throw new Failure('rejected', 'another request under the same key', { code: 'idempotency-key-reused' });
    this.requests.set(key, request);
    this.writes += 1;
    kept.set(reference, body);
  }

  private reach(platform: 'scheduling' | 'psa' | 'erp'): void {
    if (this.down.has(platform)) throw new Failure('unavailable', `${platform} is away`);
  }
}

interface Write<T> {
  reference: string;
  key: string;
  body: T;
}

const missing = (what: string): never => {
  throw new Failure('not-found', `no ${what}`);
};

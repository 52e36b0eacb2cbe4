import type { hr, scheduling } from '#contracts';
import { Failure } from '#kernel';

export const worker = (id: string, changes: Partial<hr.Worker> = {}): hr.Worker => ({
  id,
  number: `10${id}`,
  firstName: 'Given',
  lastName: 'Family',
  workEmail: null,
  employmentType: 'employee',
  status: 'active',
  hireDate: '2020-01-01',
  terminationDate: null,
  legalEntity: 'MER-US',
  costCentre: null,
  location: 'Boston',
  country: 'US',
  grade: null,
  jobTitle: null,
  managerId: null,
  weeklyMinutes: 2400,
  skills: [],
  modifiedAt: null,
  ...changes,
});

/** Five days of 480 minutes, from Monday, 26 October 2026. */
export const assignment = (id: string, changes: Partial<scheduling.Assignment> = {}): scheduling.Assignment => ({
  id,
  workerNumber: '107',
  roleName: 'Consultant',
  minutes: 2400,
  project: 'P-1',
  startDate: '2026-10-26',
  endDate: '2026-10-30',
  status: 'confirmed',
  ...changes,
});

/** An HR system that answers what it is given. */
export class HrSystem {
  workers = [worker('7'), worker('8')];
  holidays: hr.Holiday[] = [];
  listsWorkers = true;

  getWorker = async ({ id }: { id: string }): Promise<hr.Worker> => {
    const found = this.workers.find((one) => one.id === id);
    if (!found) throw new Failure('not-found', `no worker ${id}`);
    return found;
  };
  listWorkers = async (): Promise<hr.WorkerPage> => {
    if (!this.listsWorkers) throw new Failure('unsupported', 'lists nobody');
    return { items: this.workers, nextCursor: null };
  };
  listHolidays = async ({ from, to }: hr.HolidayQuery): Promise<hr.HolidayList> => ({
    items: this.holidays.filter(({ date }) => from <= date && date <= to),
  });
}

/** A scheduler that keeps idempotency keys, as a system app does. */
export class Planning {
  assignments: scheduling.Assignment[] = [];
  /** Days by reference, as they were last stated. */
  absences = new Map<string, string[]>();
  /** How often an absence was stated. */
  statements = 0;
  /** Happens once, after an absence is stated and before that is answered. */
  meanwhile: () => Promise<unknown> = () => Promise.resolve();
  /** Happens each time instead. */
  refuses: Failure | null = null;
  private readonly requests = new Map<string, string>();

  putAbsence = async (request: { reference: string; key: string; body: scheduling.AbsenceState }) => {
    const { reference, key, body } = request;
    if (this.refuses) throw this.refuses;
    const known = this.requests.get(key);
    if (known !== undefined && known !== JSON.stringify(body)) {
      throw new Failure('rejected', `idempotency key "${key}" was used for another request`);
    }
    const happens = this.meanwhile;
    this.meanwhile = () => Promise.resolve();
    await happens();
    if (known === undefined) {
      this.requests.set(key, JSON.stringify(body));
      this.statements += 1;
      this.absences.set(
        reference,
        body.days.map(({ date, minutes }) => `${date} ${minutes}`),
      );
    }
    if (this.losesReply) {
      this.losesReply = false;
      throw new Failure('outcome-unknown', 'no answer');
    }
    return { id: reference, url: null };
  };
  losesReply = false;

  listAssignmentsOf = async ({ reference, from, to }: { reference: string; from: string; to: string }) => {
    if (this.refuses) throw this.refuses;
    return {
      items: this.assignments.filter(
        ({ workerNumber, startDate, endDate }) => workerNumber === reference && startDate! <= to && endDate! >= from,
      ),
    };
  };
}

import type { hr } from '#contracts';
import { Failure } from '#kernel';
import { type DataSource, rows } from '#platform';
import type { KnownPerson } from './directory.js';

/** Where onboardings of an acquisition stand. */
export interface OnboardingState {
  number: string;
  runId: string;
  state: string;
  waitingFor: string | null;
  /** Nothing moves it in the next minutes: it has ended, needs a person or waits for a later day. */
  isSettled: boolean;
}

/** What an HR instance is called in the input of an onboarding, where the worker is an acquisition's. */
export const acquisitionSource = (id: string): string => `acquisition:${id}`;

/** The people that acquisitions handed to onboarding. */
export class AcquiredPeopleRepository {
  constructor(private readonly database: DataSource) {}

  async worker(acquisition: string, number: string): Promise<hr.Worker> {
    const [found] = await rows<{ worker: hr.Worker }>(
      this.database,
      `select worker from acquisition_row where acquisition = $1 and worker ->> 'number' = $2`,
      [acquisition, number],
    );
    if (!found) throw new Failure('not-found', `acquisition ${acquisition} has handed over no worker "${number}"`);
    return found.worker;
  }

  /** Those with this number or this e-mail. */
  async alike({ number, workEmail }: Pick<hr.Worker, 'number' | 'workEmail'>): Promise<hr.Worker[]> {
    const found = await rows<{ worker: hr.Worker }>(
      this.database,
      `select worker from acquisition_row
        where pass is not null and (worker ->> 'number' = $1 or lower(worker ->> 'workEmail') = lower($2))`,
      [number, workEmail],
    );
    return found.map(({ worker }) => worker);
  }

  /** Those of every other acquisition, as people the firm has already. */
  async elsewhere(acquisition: string): Promise<KnownPerson[]> {
    return rows<KnownPerson>(
      this.database,
      `select worker ->> 'id' as id, worker ->> 'number' as number,
              concat_ws(' ', worker ->> 'firstName', worker ->> 'lastName') as name, worker ->> 'workEmail' as email,
              worker ->> 'location' as location
         from acquisition_row where pass is not null and acquisition <> $1`,
      [acquisition],
    );
  }

  onboardings(acquisition: string): Promise<OnboardingState[]> {
    return rows<OnboardingState>(
      this.database,
      `select input ->> 'workerId' as number, id as "runId", state, waiting_for as "waitingFor",
              state in ('completed', 'cancelled', 'parked')
                or state = 'waiting' and (wake_at is null or wake_at > clock_timestamp() + interval '5 minutes')
                as "isSettled"
         from run where workflow = 'worker-onboarding' and starts_with(key, $1)`,
      [`${acquisitionSource(acquisition)}/`],
    );
  }
}

import type { hr } from '#contracts';
import { Failure } from '#kernel';
import type { Systems } from '#platform';
import type { AcquiredPeopleRepository } from './acquisition/acquired-people.repository.js';
import { sameName } from './acquisition/duplicates.js';

const prefix = 'acquisition:';

/** Whether workers come from an acquisition, and not from an HR system. */
export const isAcquired = (source: string): boolean => source.startsWith(prefix);

/** Whoever works for the firm, wherever the record of it is: in an HR system, or in an acquisition until HR has it. */
export class Workers {
  constructor(
    private readonly systems: Systems,
    private readonly acquired: Pick<AcquiredPeopleRepository, 'worker' | 'alike'>,
  ) {}

  /** `source` is an HR instance, or an acquisition as `acquisition:<id>`, whose workers go by their numbers. */
  async get(source: string, id: string): Promise<hr.Worker> {
    if (isAcquired(source)) return this.acquired.worker(source.slice(prefix.length), id);
    return this.recognised(await this.systems.named('hr', source).getWorker({ id }));
  }

  /**
   * Somebody who came with an acquisition and is in the HR system now stays under the number every other system has;
   * `conflict` where number or e-mail is that of somebody else (K2).
   */
  private async recognised(worker: hr.Worker): Promise<hr.Worker> {
    if (!worker.number && !worker.workEmail) return worker;
    const [known, ...more] = await this.acquired.alike(worker);
    if (!known) return worker;
    if (more.length === 0 && isSame(known, worker)) return { ...worker, number: known.number };
    throw new Failure('conflict', `worker ${worker.number ?? worker.id} has number or e-mail of somebody acquired`, {
      code: 'duplicate-worker',
      record: `worker ${worker.number ?? worker.id}`,
      remedy: `give the worker a number and an e-mail of their own in the HR system; ${known.number} has them`,
      fields: [{ field: 'number', message: `is, or its e-mail is, that of acquired worker ${known.number}` }],
    });
  }
}

/** Two of number, e-mail and name are enough: any one of them changes in a working life. */
const isSame = (one: hr.Worker, other: hr.Worker): boolean =>
  [
    one.number === other.number,
    one.workEmail?.toLowerCase() === other.workEmail?.toLowerCase(),
    sameName(one, other),
  ].filter(Boolean).length >= 2;

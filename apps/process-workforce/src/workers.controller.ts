import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Holder, holders, WorkerLife } from '#contracts';
import { Failure } from '#kernel';
import { Endpoint } from '#platform';
import { PersonRepository } from './person.repository.js';

/** People as they were carried through every system. */
@ApiTags('workers')
@Controller('v1/workers')
export class WorkersController {
  constructor(private readonly people: PersonRepository) {}

  @Get(':number')
  @Endpoint({
    summary: 'One worker across all systems, and what is under way for them',
    scope: 'workers.read',
    returns: WorkerLife,
  })
  async getWorkerLife(@Param('number') number: string): Promise<WorkerLife> {
    const person = await this.people.byNumber(number);
    if (!person) throw new Failure('not-found', `worker ${number} was not onboarded here`, { code: 'unknown-worker' });
    const { instance, workerId, standing, lastDay, carried, places, updatedAt } = person;
    const { legalEntity, costCentre, grade, managerId } = carried;
    const known = holders.flatMap((system: Holder) => (places[system] ? [{ system, ...places[system] }] : []));
    const pending = await this.people.pending(person);
    const about = { number, instance, workerId, standing, lastDay, legalEntity, costCentre, grade, managerId };
    return { ...about, places: known, pending, updatedAt };
  }
}

import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { WorkerLife } from '#contracts';
import { Endpoint } from '#platform';
import { LoanRepository } from './loans/loan.repository.js';
import { loanView, placesOf } from './loans/loans.service.js';
import { PersonRepository } from './person.repository.js';

/** People as they were carried through every system. */
@ApiTags('workers')
@Controller('v1/workers')
export class WorkersController {
  constructor(
    private readonly people: PersonRepository,
    private readonly loans: LoanRepository,
  ) {}

  @Get(':number')
  @Endpoint({
    summary: 'One worker across all systems, and what is under way for them',
    scope: 'workers.read',
    returns: WorkerLife,
  })
  async getWorkerLife(@Param('number') number: string): Promise<WorkerLife> {
    const person = await this.people.get(number);
    const { instance, workerId, standing, lastDay, carried, places, updatedAt } = person;
    const { legalEntity, costCentre, grade, managerId } = carried;
    const loans = (await this.loans.of(number)).map(loanView);
    const pending = await this.people.pending(person);
    const about = { number, instance, workerId, standing, lastDay, legalEntity, costCentre, grade, managerId };
    return { ...about, places: placesOf(places), loans, pending, updatedAt };
  }
}

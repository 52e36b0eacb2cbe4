import type { Provider } from '@nestjs/common';
import type { DataSource, EstateView, Systems } from '#platform';
import type { ExceptionRepository, RunService } from '#workflow';
import { AcquiredPeopleRepository } from './acquired-people.repository.js';
import { AcquisitionExceptions } from './acquisition-exceptions.js';
import { AcquisitionRepository } from './acquisition.repository.js';
import { AcquisitionService } from './acquisition.service.js';
import { LoadDesk } from './load-desk.js';
import { LoadStart } from './load-start.js';
import { Mappings } from './mappings.js';

interface Given {
  systems: Systems;
  estate: EstateView;
  database: DataSource;
  runs: Pick<RunService, 'begin'>;
  exceptions: ExceptionRepository;
}

/** What the app is given by it: what its workflow works with, its API's service, and what settles its exceptions. */
export type Acquiring = ReturnType<typeof acquisition>;

/** Puts together what takes, loads and settles acquisitions. */
export function acquisition({ systems, estate, database, runs, exceptions: all }: Given) {
  const acquisitions = new AcquisitionRepository(database);
  const people = new AcquiredPeopleRepository(database);
  const start = new LoadStart(acquisitions, runs);
  const mappings = new Mappings(acquisitions, systems, estate, start);
  const settlement = new AcquisitionExceptions(all, acquisitions, mappings, start);
  const desk = new LoadDesk({ systems, estate, acquisitions, people, exceptions: settlement, runs });
  const service = new AcquisitionService({ systems, estate, acquisitions, people, mappings, start });
  const provider: Provider = { provide: AcquisitionService, useValue: service };
  return { people, desk, settlement, provider };
}

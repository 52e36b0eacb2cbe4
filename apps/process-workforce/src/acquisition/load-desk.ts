import { Failure } from '#kernel';
import type { EstateView, Systems } from '#platform';
import type { RunService } from '#workflow';
import { onboardWorker } from '../onboard-worker.workflow.js';
import { type AcquiredPeopleRepository, acquisitionSource } from './acquired-people.repository.js';
import type { AcquisitionRepository } from './acquisition.repository.js';
import { assess, workerOf } from './assessment.js';
import type { AcquisitionExceptions } from './acquisition-exceptions.js';
import { readDirectory } from './directory.js';
import { wavesOf } from './hierarchy.js';
import { compared } from './comparison.js';

/** People who are onboarded at once. */
export const onboardedAtOnce = 20;

const lookAgainMs = 1_000;
const pausedMs = 10_000;

/** What a load does, in portions nobody waits behind for long; worker numbers, managers in earlier portions. */
export interface LoadPlan {
  name: string;
  legalEntity: string;
  portions: string[][];
}

export interface LoadDeskParts {
  systems: Systems;
  estate: EstateView;
  acquisitions: AcquisitionRepository;
  people: AcquiredPeopleRepository;
  exceptions: AcquisitionExceptions;
  runs: Pick<RunService, 'begin'>;
}

/** Carries out a load; each of its acts may be repeated after a crash and changes nothing the second time. */
export class LoadDesk {
  constructor(private readonly parts: LoadDeskParts) {}

  /** Compares with our people and values once more, takes what is clear, and raises what only a person can clear up. */
  async plan(id: string, pass: number): Promise<LoadPlan> {
    const { acquisitions, people, exceptions, systems, estate } = this.parts;
    const { legalEntity, name } = await acquisitions.get(id);
    const directory = await readDirectory(systems, estate, legalEntity);
    directory.people.push(...(await people.elsewhere(id)));
    return acquisitions.database.transaction(async (manager) => {
      const acquisition = await acquisitions.lock(manager, id);
      const before = {
        rows: await acquisitions.rowsOf(id, manager),
        mappings: await acquisitions.mappingsOf(id, manager),
      };
      const { rows, mappings } = compared(before, directory);
      const waiting = rows.filter((row) => row.pass === null);
      await acquisitions.putMappings(manager, id, mappings);
      await acquisitions.putMatches(manager, id, waiting);
      const { verdicts, issues } = assess(rows, mappings);
      const ready = verdicts.filter(({ standing }) => standing === 'ready');
      const passOf = new Map(rows.map((row) => [row.number, row.pass]));
      const about = { acquisition: id, legalEntity };
      const taken = waiting.filter(({ number }) => ready.some((verdict) => verdict.number === number));
      const handed = taken.map((row) => ({ row: row.row, worker: workerOf(row, mappings, about) }));
      await acquisitions.handOver(manager, id, pass, handed);
      await exceptions.bringUpToDate(manager, acquisition, stillOpen(issues, waiting));
      const mine = ready.filter(({ number }) => [null, pass].includes(passOf.get(number) ?? null));
      return { name, legalEntity, portions: wavesOf(mine).flatMap(portionsOf) };
    });
  }

  /** Whether a load may begin with further people; one that is paused is asked to come back. */
  async leave(id: string): Promise<{ goOn: boolean }> {
    const { state } = await this.parts.acquisitions.get(id);
    if (state !== 'paused') return { goOn: state === 'loading' };
    throw new Failure('conflict', 'the load is paused', {
      code: 'load-paused',
      retryAfterMs: pausedMs,
    });
  }

  /** Begins an onboarding for each; one that is there already goes on as it is. */
  async begin(id: string, numbers: string[]): Promise<void> {
    const instance = acquisitionSource(id);
    await this.parts.acquisitions.database.transaction(async (manager) => {
      for (const workerId of numbers) await this.parts.runs.begin(manager, onboardWorker, { instance, workerId });
    });
  }

  /** Resolves once nothing moves the onboardings of these without a person. */
  async settled(id: string, numbers: string[]): Promise<{ settled: number }> {
    const all = await this.parts.people.onboardings(id);
    const settled = all.filter(({ number, isSettled }) => isSettled && numbers.includes(number)).length;
    if (settled === numbers.length) return { settled };
    throw new Failure('conflict', `${settled} of ${numbers.length} people are through`, {
      code: 'being-onboarded',
      retryAfterMs: lookAgainMs,
    });
  }

  /** After a cancelled load: who was not begun with can be loaded later. */
  async handBack(id: string, pass: number): Promise<void> {
    const begun = (await this.parts.people.onboardings(id)).map(({ number }) => number);
    await this.parts.acquisitions.database.transaction((manager) =>
      this.parts.acquisitions.handBack(manager, id, pass, begun),
    );
  }
}

const portionsOf = (wave: { number: string }[]): string[][] => {
  const numbers = wave.map(({ number }) => number);
  const starts = Array.from({ length: Math.ceil(numbers.length / onboardedAtOnce) }, (_, at) => at * onboardedAtOnce);
  return starts.map((from) => numbers.slice(from, from + onboardedAtOnce));
};

const stillOpen = <I extends { rows: number[] }>(issues: I[], waiting: { row: number }[]): I[] =>
  issues.filter(({ rows }) => waiting.some(({ row }) => rows.includes(row)));

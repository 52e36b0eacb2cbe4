import { Injectable } from '@nestjs/common';
import {
  type CancelRequest,
  type OwnedRunPage,
  type OwnedRunPath,
  type OwnedRunQuery,
  type RerunRequest,
  type RunProcess,
  runProcesses,
  type RunTimeline,
} from '#contracts';
import type { Caller } from '#platform';
import { Parts, type Sources } from '../sources.js';
import { merged, readPlaces, type Stretch, writePlaces } from './merged-runs.js';
import { wordOf } from './step-systems.js';
import { timelineOf } from './timeline.js';

const usualLimit = 50;

/** What a person asks for, and in whose name. */
interface Asked<Body> extends OwnedRunPath {
  key: string;
  body: Body;
  caller: Caller;
}

/** Runs of every process API in one list, each as a timeline, and what a person may do with them. */
@Injectable()
export class RunsService {
  constructor(private readonly sources: Pick<Sources, 'of'>) {}

  async list({ process, system, cursor, limit = usualLimit, ...filter }: OwnedRunQuery): Promise<OwnedRunPage> {
    const asked: readonly RunProcess[] = process ? [process] : runProcesses;
    const places = readPlaces(cursor);
    const answers = new Parts();
    const query = { ...filter, ...(system && { step: wordOf(system) }), limit };
    const stretches = await Promise.all(
      asked
        .filter((one) => places[one] !== null)
        .map((one) =>
          answers.get<Stretch | null>(
            one,
            async () => {
              const place = places[one];
              return {
                process: one,
                ...(await this.sources.of(one).listRuns({ ...query, ...(place && { cursor: place }) })),
              };
            },
            null,
          ),
        ),
    );
    const taken = merged(
      stretches.filter((stretch) => stretch !== null),
      limit,
    );
    // Who gave no answer is named and ends here: a reader who turns pages shall come to a last one.
    const silent = Object.fromEntries(answers.missing.map(({ part }) => [part, null]));
    const nextCursor = writePlaces({ ...places, ...silent, ...taken.places }, asked);
    return { items: taken.items, nextCursor, missing: answers.missing };
  }

  async get({ process, run }: OwnedRunPath): Promise<RunTimeline> {
    return timelineOf(await this.sources.of(process).getRun({ id: run }), process);
  }

  async repeat({ process, run, key, body, caller }: Asked<RerunRequest>): Promise<RunTimeline> {
    const owner = this.sources.of(process);
    return timelineOf(await owner.repeatRun({ id: run, key, actingFor: caller, body }), process);
  }

  async cancel({ process, run, key, body, caller }: Asked<CancelRequest>): Promise<RunTimeline> {
    const owner = this.sources.of(process);
    return timelineOf(await owner.cancelRun({ id: run, key, actingFor: caller, body }), process);
  }

  /** Answers the dry run that was begun. */
  async rehearse({ process, run, key, caller }: Omit<Asked<never>, 'body'>): Promise<RunTimeline> {
    return timelineOf(await this.sources.of(process).rehearseRun({ id: run, key, actingFor: caller }), process);
  }
}

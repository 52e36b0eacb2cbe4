import type { LiveTopic } from '#contracts';
import { type DataSource, rows } from '#platform';
import { readModels } from '../readmodels/projector.repository.js';

/** Where what is shown stands: in the log, and with the lines that no event tells. */
export interface Standing {
  position: number;
  lines: string | null;
}

const topicOf: Readonly<Record<string, LiveTopic>> = {
  opportunity: 'projects',
  project: 'projects',
  worker: 'people',
  assignment: 'staffing',
  time: 'billing',
  invoice: 'billing',
  exception: 'exceptions',
  run: 'runs',
};

/** Notices what was projected since somebody looked. */
export class LiveRepository {
  constructor(private readonly database: DataSource) {}

  async standing(): Promise<Standing> {
    const [found] = await rows<Standing>(
      this.database,
      `select coalesce((select position from subscription where name = $1), 0)::float8 as position,
              (select cursor from source where name = 'process-billing') as lines`,
      [readModels.name],
    );
    return found!;
  }

  /** Topics that changed from one standing to another. */
  async topics(from: Standing, to: Standing): Promise<LiveTopic[]> {
    const types = await rows<{ kind: string }>(
      this.database,
      `select distinct split_part(type, '.', 3) as kind from events.log
        where position > $1 and position <= $2 and type = any($3)`,
      [from.position, to.position, readModels.types.map(({ type }) => type)],
    );
    const told = types.flatMap(({ kind }) => topicOf[kind] ?? []);
    return [...new Set([...told, ...(from.lines === to.lines ? [] : ['billing' as const])])].sort();
  }
}

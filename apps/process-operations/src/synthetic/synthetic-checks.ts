import { Failure } from '#kernel';
import { type AppLogger, BackgroundLoop, type Systems } from '#platform';
import type { Probe } from './probes.js';
import type { SyntheticCheckRepository } from './synthetic-check.repository.js';

const lookEveryMs = 15_000;

export interface SyntheticParts {
  probes: Probe[];
  checks: SyntheticCheckRepository;
  systems: Pick<Systems, 'named'>;
  logger: AppLogger;
}

/** Asks each instance a question nobody needs, so that a line that is broken is known before somebody needs it. */
export class SyntheticChecks {
  constructor(private readonly parts: SyntheticParts) {}

  loop(): BackgroundLoop {
    const work = async (stopping: AbortSignal): Promise<boolean> => {
      for (const probe of this.parts.probes) if (!stopping.aborted) await this.check(probe);
      return false;
    };
    return new BackgroundLoop({ name: 'synthetic checks', logger: this.parts.logger, idleMs: lookEveryMs, work });
  }

  /** One after the other: a check shall never be the load that it finds. */
  async check(probe: Probe): Promise<void> {
    const { checks, systems } = this.parts;
    if (!(await checks.isDue(probe))) return;
    const began = performance.now();
    const failure = await probe.ask(systems).then(
      () => null,
      (error: unknown) => Failure.from(error).message.slice(0, 500),
    );
    await checks.keep(probe, Math.round(performance.now() - began), failure);
  }
}

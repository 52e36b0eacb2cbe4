import type { EntityManager } from '#platform';
import type { RunService } from '#workflow';
import type { AcquisitionRepository } from './acquisition.repository.js';
import { loadAcquisition } from './load-acquisition.workflow.js';

/** Begins the loads of an acquisition: the one somebody asked for, and one after each correction. */
export class LoadStart {
  constructor(
    private readonly acquisitions: AcquisitionRepository,
    private readonly runs: Pick<RunService, 'begin'>,
  ) {}

  async begin(manager: EntityManager, acquisition: string): Promise<void> {
    const pass = await this.acquisitions.nextPass(manager, acquisition);
    await this.runs.begin(manager, loadAcquisition, { acquisition, pass });
  }

  /** What became clear goes on at once, where somebody has let the rest be loaded. */
  async again(manager: EntityManager, acquisition: string): Promise<void> {
    const { state } = await this.acquisitions.get(acquisition, manager);
    if (state === 'loading' || state === 'paused') await this.begin(manager, acquisition);
  }
}

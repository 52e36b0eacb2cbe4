import type { World } from '../../core/simulator.js';
import type { Firm } from '../../firm/firm.js';

/** How the provisioning job is set up and whether it runs. */
export interface Job {
  isRunning: boolean;
  processingSeconds: number;
  logSeconds: number;
}

/**
 * Near real time, the vendor says of the processing, and five to ten minutes of the logs; here all of it takes seconds,
 * so that nobody waits for the example firm.
 */
const usual: Job = { isRunning: true, processingSeconds: 1, logSeconds: 1 };

export const jobOf = (world: World): Job => world.store.get<Job>('setting', 'job') ?? usual;

/** A tenant without people, whose domains are those of the firm's mail. */
export function seed(firm: Firm, world: World): void {
  world.store.put('setting', 'job', usual);
  for (const { email } of firm.workers) addDomain(world, { domain: email.slice(email.indexOf('@') + 1) });
}

/** An administrator proves that a domain is the firm's. */
export function addDomain(world: World, { domain }: { domain: string }): void {
  world.store.put('domain', domain.toLowerCase(), { domain });
}

export const isVerified = (world: World, domain: string): boolean =>
  world.store.get('domain', domain.toLowerCase()) !== undefined;

/** An administrator pauses the job or starts it; uploads are accepted meanwhile, and wait. */
export function setRunning(world: World, { running }: { running: boolean }): void {
  world.store.put('setting', 'job', { ...jobOf(world), isRunning: running });
}

export function setDelays(world: World, delays: { processingSeconds: number; logSeconds: number }): void {
  const { processingSeconds, logSeconds } = delays;
  if (!(processingSeconds >= 0 && logSeconds >= 0)) throw new Error('both delays must be 0 or more seconds');
  world.store.put('setting', 'job', { ...jobOf(world), processingSeconds, logSeconds });
}

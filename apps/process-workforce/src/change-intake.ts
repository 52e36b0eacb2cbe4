import { events, type RecordChanged } from '#contracts';
import type { Subscription } from '#events';
import type { RunService } from '#workflow';
import { changeWorker } from './change-worker.workflow.js';
import type { PersonRepository } from './person.repository.js';

/** What HR reports of people who are carried through already: the change under way looks again, or one begins. */
export const changeIntake = (people: PersonRepository, service: RunService): Subscription => ({
  name: 'worker-change starts',
  types: [events.workerHired, events.workerChanged],
  handle: async (event, manager) => {
    const { instance, id: workerId } = event.data as RecordChanged;
    const change = await people.report(manager, { instance, workerId }, event.id);
    // Nobody is known here before their onboarding is over, which looks once more itself.
    if (change === null) return 'superseded';
    const run = await service.begin(manager, changeWorker, { instance, workerId, change }, event);
    if (run.isNew || (await service.reconsider(manager, run.id))) return 'applied';
    await service.nudge(manager, run.id, `${event.subject} changed at its source`);
    return 'applied';
  },
});

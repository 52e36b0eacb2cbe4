import { events, type OpportunityChanged } from '#contracts';
import type { Subscription } from '#events';
import { rows } from '#platform';
import type { RunService } from '#workflow';
import { changeProject } from './change-project.workflow.js';

/** A change that stopped is tried again as the deal is changed once more: what was wrong with it may be mended. */
export const newerChange = (service: RunService): Subscription => ({
  name: 'a newer change sets stopped ones going',
  types: [events.opportunityChanged],
  handle: async (event, manager) => {
    const { instance, id } = event.data as OpportunityChanged;
    const stopped = await rows<{ id: string }>(
      manager,
      `select id from run where workflow = $1 and state = 'parked' and not dry
          and input ->> 'instance' = $2 and input ->> 'opportunityId' = $3`,
      [changeProject.name, instance, id],
    );
    for (const run of stopped) await service.nudge(manager, run.id, `${event.subject} changed at its source`);
    return stopped.length > 0 ? 'applied' : 'superseded';
  },
});

import { mobiliseProject } from '../../../apps/process-projects/src/mobilise-project.workflow.js';
import { deal } from '../business.js';
import type { Bench } from './bench.js';
import type { Started } from './exercise.js';

export const projectsSchema = 'process_projects';

/** Wins a deal, and begins its mobilisation under a correlation id or leaves that to the event. */
export async function begunDeal(
  bench: Bench,
  code: string,
  record: string | null,
  possible = true,
): Promise<Started & { opportunityId: string }> {
  const { id } = await bench.act<{ id: string }>('salesforce/createOpportunity', deal(code, possible));
  await bench.act('salesforce/closeOpportunity', { code, outcome: 'win' });
  const input = { instance: 'salesforce', opportunityId: id };
  return { ...(await bench.begun(projectsSchema, mobiliseProject, input, record)), opportunityId: id };
}

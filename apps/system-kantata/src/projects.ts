import { theOne, type Vendor } from '#connector';
import { create, findByReference, reference, type Row } from './api.js';

export const theProject = async (vendor: Vendor, ref: string): Promise<Row> =>
  theOne(await findByReference(vendor, 'workspaces', ref), 'Kantata', 'project', ref);

/** The one task time is recorded on until delivery plans its own; made where it is missing. */
export async function timeTask(vendor: Vendor, project: Row, ref: string): Promise<Row> {
  const taskRef = `${ref}/time`;
  const [task] = await findByReference(vendor, 'stories', taskRef);
  if (task) return task;
  return create(vendor, 'stories', {
    title: 'Consulting',
    story_type: 'task',
    workspace_id: project.id,
    billable: true,
    external_reference: reference('Task', taskRef),
  });
}

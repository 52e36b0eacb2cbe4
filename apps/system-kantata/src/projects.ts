import type { Vendor } from '#connector';
import { Failure } from '#kernel';
import { create, findByReference, reference, type Row } from './api.js';

export async function theProject(vendor: Vendor, ref: string): Promise<Row> {
  const found = await findByReference(vendor, 'workspaces', ref);
  if (found.length === 1) return found[0]!;
  if (found.length === 0) throw new Failure('not-found', `Kantata has no project ${ref}`, { code: 'unknown-project' });
  throw new Failure('conflict', `Kantata has ${found.length} projects with the reference ${ref}`, {
    code: 'duplicate-project',
  });
}

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

import type { Evidence } from '../evidence.js';
import type { Violation } from '../invariants.js';

/** I7: of a project that was given up nothing is left that works or costs, or somebody is told what is. */
export function netsToZero({ abandoned, records, runs, exceptions }: Evidence): Violation[] {
  const told = new Set(exceptions.filter(({ state }) => state === 'open').map(({ subjectId }) => subjectId));
  const residual = new Set(runs.filter(({ id }) => told.has(id)).map(({ project }) => project));
  return abandoned
    .filter((project) => !residual.has(project))
    .flatMap((project) =>
      leftOf(project, records).map((what) => ({
        kind: 'other',
        what: `${what} of ${project} is left`,
        trace: project,
      })),
    );
}

function leftOf(project: string, records: Evidence['records']): string[] {
  const job = records.find(({ collection, data }) => collection === 'job' && data.externalId === project);
  const reference = records.find(
    ({ collection, data }) =>
      collection === 'external_references' && data.subject_type === 'Workspace' && data.service_model_ref === project,
  );
  const workspace = records.find(
    ({ collection, id }) => collection === 'workspaces' && id === reference?.data.subject_id,
  );
  const of = (collection: string, field: string, id: string | undefined): number =>
    id === undefined ? 0 : records.filter((one) => one.collection === collection && one.data[field] === id).length;
  return [
    ...(job?.data.allowTime === true ? ['an active project in the ERP'] : []),
    ...(workspace && workspace.data.archived !== true ? ['an open workspace in the PSA'] : []),
    ...(of('workspace_resources', 'workspace_id', workspace?.id) > 0 ? ['a place in the PSA'] : []),
    ...(of('invoice', 'entity', job?.id) > 0 ? ['an invoice'] : []),
  ];
}

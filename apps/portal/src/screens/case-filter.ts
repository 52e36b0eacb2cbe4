import type { BulkRequest, CaseView } from '../api.js';

/** What cases have in common, as a settlement in bulk is asked for. */
export type CaseFilter = Pick<
  BulkRequest['filter'],
  'owner' | 'code' | 'client' | 'project' | 'system' | 'app' | 'assignee'
>;

/** Whether a case meets a filter, as the API would say. */
export const meets = (one: CaseView, { owner, code, client, project, system, app, assignee }: CaseFilter): boolean =>
  is(owner, one.owner) &&
  is(code, one.code) &&
  is(client, one.business.client) &&
  is(project, one.business.project) &&
  is(system, one.system) &&
  is(app, one.app) &&
  is(assignee, one.assignee);

const is = (wanted: string | undefined, value: string | null): boolean => wanted === undefined || wanted === value;

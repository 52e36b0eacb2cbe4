import { statusKeys, statusOf } from './account.js';
import { dates, oneOf, required } from './checks.js';
import { invalid } from './errors.js';
import type { Rule } from './rules.js';

export const workspace: Rule = (_world, values, before) => {
  const { status_key: key, creator_role: role, ...rest } = values;
  oneOf('creator_role', role, ['maven', 'buyer']);
  dates(rest, 'start_date', 'due_date');
  const status = key === undefined ? undefined : statusOf(key);
  if (key !== undefined && !status) throw invalid('status_key', 'Status is not included in the list');
  const started = before
    ? {}
    : { status: statusOf(statusKeys.active), archived: false, currency: 'USD', budgeted: false };
  return { ...started, ...rest, ...(status && { status }) };
};

export const story: Rule = (world, values, before) => {
  oneOf('story_type', values.story_type, ['task', 'deliverable', 'milestone', 'issue']);
  oneOf('state', values.state, ['not started', 'started', 'completed']);
  dates(values, 'start_date', 'due_date');
  if (String(values.title ?? '').length > 200) throw invalid('title', 'Title is too long (maximum is 200 characters)');
  if (before) return values;
  required(world, 'workspaces', values.workspace_id, 'workspace_id', 'Workspace');
  return { state: 'not started', billable: true, archived: false, ...values };
};

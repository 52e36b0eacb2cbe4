import type { World } from '../../core/simulator.js';
import { statusKeys, statusOf } from './account.js';
import { dates, oneOf, required } from './checks.js';
import { invalid } from './errors.js';
import type { Body, Stored } from './resource.js';
import type { Rule } from './rules.js';

export const workspace: Rule = (world, values, before) => {
  const { status_key: key, creator_role: role, ...rest } = values;
  oneOf('creator_role', role, ['maven', 'buyer']);
  dates(rest, 'start_date', 'due_date');
  const status = key === undefined ? undefined : statusOf(key);
  if (key !== undefined && !status) throw invalid('status_key', 'Status is not included in the list');
  const started = before
    ? {}
    : { status: statusOf(statusKeys.active), archived: false, currency: 'USD', budgeted: false };
  return { ...started, ...rest, ...currencyOf(world, values, before), ...(status && { status }) };
};

/**
 * A project with a rate card is in the currency of the card. Assumption, unconfirmed by the vendor: without one named
 * it has none, even where the account has a default set.
 */
function currencyOf(world: World, { rate_card_id: id }: Body, before: Stored | null): Body {
  if (id === undefined || id === null) return {};
  const { currency } = required(world, 'rate_cards', id, 'rate_card_id', 'Rate card');
  if (before && before.currency !== currency)
    throw invalid('rate_card_id', 'The currency of the rate card must be that of the project');
  return { currency };
}

export const story: Rule = (world, values, before) => {
  oneOf('story_type', values.story_type, ['task', 'deliverable', 'milestone', 'issue']);
  oneOf('state', values.state, ['not started', 'started', 'completed']);
  dates(values, 'start_date', 'due_date');
  if (String(values.title ?? '').length > 200) throw invalid('title', 'Title is too long (maximum is 200 characters)');
  if (before) return values;
  required(world, 'workspaces', values.workspace_id, 'workspace_id', 'Workspace');
  return { state: 'not started', billable: true, archived: false, ...values };
};

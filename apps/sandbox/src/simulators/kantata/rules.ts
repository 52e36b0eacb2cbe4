import type { World } from '../../core/simulator.js';
import { fieldValue } from './field-rules.js';
import { invitation, joinAccount, membership, skillMembership } from './people-rules.js';
import { story, workspace } from './project-rules.js';
import type { Body, Stored } from './resource.js';
import { allocation, place, request, totalOf } from './staffing-rules.js';
import { timeEntry } from './time-rules.js';

/** Checks what a caller wants kept and fills in the rest; `before` is null where something new is made. */
export type Rule = (world: World, values: Body, before: Stored | null) => Body;

const rules: Record<string, Rule> = {
  workspaces: workspace,
  stories: story,
  account_invitations: invitation,
  account_memberships: membership,
  skill_memberships: skillMembership,
  workspace_resources: place,
  workspace_allocations: allocation,
  resource_requests: request,
  time_entries: timeEntry,
  custom_field_values: fieldValue,
};

export const beforeSave = (world: World, resource: string, values: Body, before: Stored | null): Body =>
  rules[resource]?.(world, values, before) ?? values;

/** What the product makes or changes beside a record that was just kept. */
const consequences: Record<string, (world: World, record: Stored) => Stored> = {
  account_invitations: (world, record) => (record.invitee_id ? record : joinAccount(world, record)),
  workspace_allocations: totalOf,
};

export const afterSave = (world: World, resource: string, record: Stored): Stored =>
  consequences[resource]?.(world, record) ?? record;

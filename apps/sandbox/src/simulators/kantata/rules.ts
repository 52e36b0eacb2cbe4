import type { World } from '../../core/simulator.js';
import { assignment } from './assignment-rules.js';
import { fieldValue } from './field-rules.js';
import { invitation, joinAccount, membership, leaveAccount, skillMembership } from './people-rules.js';
import { story, workspace } from './project-rules.js';
import {
  rateCard,
  rateCardGone,
  rateCardRole,
  rateCardRoleGone,
  rateCardSet,
  rateCardVersion,
  setVersion,
  setVersionGone,
} from './rate-card-rules.js';
import { firstVersion, versionsOfCard, versionsOfCards } from './rate-card-versions.js';
import type { Body, Stored } from './resource.js';
import { allocation, allocationGone, place, placeGone, request, totalOf } from './staffing-rules.js';
import { entryOfDay, timeOff } from './time-off-rules.js';
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
  assignments: assignment,
  resource_requests: request,
  time_entries: timeEntry,
  time_off_entries: timeOff,
  custom_field_values: fieldValue,
  rate_card_sets: rateCardSet,
  rate_card_set_versions: setVersion,
  rate_cards: rateCard,
  rate_card_versions: rateCardVersion,
  rate_card_roles: rateCardRole,
};

export const beforeSave = (world: World, resource: string, values: Body, before: Stored | null): Body =>
  rules[resource]?.(world, values, before) ?? values;

/** What the product makes or changes beside a record that was just kept. */
const consequences: Record<string, (world: World, record: Stored) => Stored> = {
  account_invitations: (world, record) => (record.invitee_id ? record : joinAccount(world, record)),
  workspace_allocations: totalOf,
};

/** What the product makes beside a record that is new. */
const companions: Record<string, (world: World, record: Stored) => Stored> = {
  rate_card_sets: firstVersion,
  rate_card_set_versions: versionsOfCards,
  rate_cards: versionsOfCard,
};

export const afterSave = (world: World, resource: string, record: Stored): Stored =>
  consequences[resource]?.(world, record) ?? record;

export const afterCreate = (world: World, resource: string, record: Stored): Stored =>
  companions[resource]?.(world, record) ?? afterSave(world, resource, record);

/** What else goes with a record that was just deleted; a refusal keeps it. */
const departures: Record<string, (world: World, record: Stored) => void> = {
  account_memberships: leaveAccount,
  workspace_resources: placeGone,
  workspace_allocations: allocationGone,
  rate_card_set_versions: setVersionGone,
  rate_cards: rateCardGone,
  rate_card_roles: rateCardRoleGone,
};

export const afterRemove = (world: World, resource: string, record: Stored): void =>
  departures[resource]?.(world, record);

/** The record a create adds to instead of making a second one. */
export const addsTo = (world: World, resource: string, values: Body): Stored | undefined =>
  resource === 'time_off_entries' ? entryOfDay(world, values) : undefined;

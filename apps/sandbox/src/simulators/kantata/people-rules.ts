import type { World } from '../../core/simulator.js';
import { oneOf, required } from './checks.js';
import { invalid } from './errors.js';
import type { Stored } from './resource.js';
import { insert, overwrite, stamp } from './rows.js';
import type { Rule } from './rules.js';

const permissions = [
  'administrator',
  'reports_viewer_with_cost',
  'reports_viewer',
  'project_lead',
  'project_creator',
  'collaborator',
  'punch_clock',
];

export const invitation: Rule = (world, values, before) => {
  oneOf('permission', values.permission, permissions);
  if (values.default_role_id) required(world, 'roles', values.default_role_id, 'default_role_id', 'Role');
  if (before) return values;
  const email = String(values.email_address).toLowerCase();
  const taken = world.store.find<Stored>('users', (user) => String(user.email_address).toLowerCase() === email);
  if (taken) throw invalid('email_address', 'Email address has already been taken');
  return { permission: 'collaborator', pending: true, ...values };
};

/** An invitation makes the person, and their membership of the account, at once. */
export function joinAccount(world: World, invited: Stored): Stored {
  const { full_name, email_address, headline, permission, default_role_id } = invited;
  const { bill_rate_in_cents, cost_rate_in_cents } = invited;
  const user = insert(world, 'users', { full_name, email_address, headline: headline ?? null, disabled: false });
  const joined = insert(world, 'account_memberships', {
    user_id: user.id,
    permission,
    default_role_id,
    bill_rate_in_cents,
    cost_rate_in_cents,
    disabled_at: null,
  });
  overwrite(world, 'users', user, { account_membership_id: joined.id });
  return overwrite(world, 'account_invitations', invited, { invitee_id: user.id });
}

export const membership: Rule = (world, values) => {
  oneOf('permission', values.permission, permissions);
  if (values.default_role_id) required(world, 'roles', values.default_role_id, 'default_role_id', 'Role');
  if (values.manager_id) required(world, 'users', values.manager_id, 'manager_id', 'Manager');
  return values;
};

/**
 * Takes somebody's access, or gives it back. Assumption, unconfirmed by the vendor: a repeat changes nothing, and
 * places and bookings stay.
 */
export function setMember(world: World, member: Stored, active: boolean): Stored {
  if (active === (member.disabled_at === null)) return member;
  const user = world.store.get<Stored>('users', String(member.user_id))!;
  overwrite(world, 'users', user, { disabled: !active });
  return overwrite(world, 'account_memberships', member, { disabled_at: active ? null : stamp(world) });
}

/** Who is removed keeps an account of their own, and stays on their projects. */
export function leaveAccount(world: World, member: Stored): void {
  const user = world.store.get<Stored>('users', String(member.user_id))!;
  overwrite(world, 'users', user, { account_membership_id: null });
}

export const skillMembership: Rule = (world, values, before) => {
  if (before) return values;
  required(world, 'users', values.user_id, 'user_id', 'User');
  const skill = required(world, 'skills', values.skill_id, 'skill_id', 'Skill');
  return { level: 0, ...values, max_level: skill.max_level, cached_skill_name: skill.name };
};

import { among, byUpdate, equal, type Filter, need, one, references, type Resource, stamps } from './resource.js';

const rates = ['bill_rate_in_cents', 'cost_rate_in_cents'];
const containsName: Filter = (record, asked) => String(record.full_name).toLowerCase().includes(asked.toLowerCase());
const byCreation = { orders: byUpdate.orders, defaultOrder: 'created_at:desc' };

/** People, what they can do, and how they come into the account. */
export const peopleResources: Record<string, Resource> = {
  users: {
    singular: 'user',
    attributes: ['full_name', 'email_address', 'headline', 'disabled'],
    associations: { account_membership: one('account_membership_id', 'account_memberships'), ...references },
    create: [],
    update: ['full_name', 'headline', 'email_address'],
    required: [],
    filters: {
      by_email_address: equal('email_address'),
      by_email_addresses: among('email_address'),
      by_full_name: containsName,
    },
    orders: { alphabetical: 'full_name' },
    defaultOrder: 'alphabetical:asc',
  },
  account_memberships: {
    singular: 'account_membership',
    attributes: ['permission', ...rates, 'billability_target', 'disabled_at', ...stamps],
    associations: {
      user: one('user_id', 'users'),
      default_role: one('default_role_id', 'roles'),
      manager: one('manager_id', 'users'),
    },
    create: [],
    update: ['permission', ...rates, 'default_role_id', 'billability_target', 'manager_id'],
    remove: 'one',
    required: [],
    filters: { by_user_id: equal('user_id'), with_user_ids: among('user_id') },
    ...byCreation,
  },
  account_invitations: {
    singular: 'account_invitation',
    attributes: ['full_name', 'email_address', 'headline', 'pending', 'permission', ...rates, ...stamps],
    associations: { invitee: one('invitee_id', 'users'), default_role: one('default_role_id', 'roles') },
    create: ['full_name', 'email_address', 'headline', 'permission', 'default_role_id', ...rates],
    update: ['permission', 'default_role_id', ...rates],
    required: [need('full_name', 'Please enter a name'), need('email_address', 'Please enter an email address')],
    filters: { by_full_name: containsName },
    ...byCreation,
  },
  roles: {
    singular: 'role',
    attributes: ['name'],
    associations: references,
    create: ['name'],
    update: ['name'],
    required: [need('name', "Name can't be blank")],
    filters: {},
    ...byUpdate,
  },
  skill_categories: {
    singular: 'skill_category',
    attributes: ['name'],
    associations: {},
    create: ['name'],
    update: ['name'],
    required: [need('name', "Name can't be blank")],
    filters: {},
    ...byUpdate,
  },
  skills: {
    singular: 'skill',
    attributes: ['name', 'max_level', 'description', ...stamps],
    associations: { skill_category: one('skill_category_id', 'skill_categories'), ...references },
    create: ['name', 'max_level', 'description', 'skill_category_id'],
    update: ['name', 'max_level', 'description', 'skill_category_id'],
    required: [
      need('name', "Name can't be blank"),
      need('max_level', "Max level can't be blank"),
      need('skill_category_id', 'Skill category must exist'),
    ],
    filters: {},
    ...byUpdate,
  },
  skill_memberships: {
    singular: 'skill_membership',
    attributes: ['level', 'max_level', 'cached_skill_name', ...stamps],
    associations: { user: one('user_id', 'users'), skill: one('skill_id', 'skills') },
    create: ['skill_id', 'user_id', 'level'],
    update: ['level'],
    required: [need('skill_id', 'Skill must exist'), need('user_id', 'User must exist')],
    filters: { by_skill_id: equal('skill_id'), by_skill_ids: among('skill_id'), user_ids: among('user_id') },
    ...byCreation,
  },
};

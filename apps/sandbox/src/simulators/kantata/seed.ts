import type { World } from '../../core/simulator.js';
import type { Firm, LegacyProject } from '../../firm/firm.js';
import { customFields, statusKeys, statusOf } from './account.js';
import { attachReference } from './references.js';
import type { Stored } from './resource.js';
import { insert } from './rows.js';
import { nothingBooked } from './staffing-rules.js';

/** What delivery has set up before the gateway comes: roles, skills, fields, and projects from before. */
export function seed(firm: Firm, world: World): void {
  for (const role of firm.roles) insert(world, 'roles', { name: role.name });
  for (const category of new Set(firm.skills.map((skill) => skill.category)))
    insert(world, 'skill_categories', { name: category });
  for (const skill of firm.skills) {
    const category = world.store.find<Stored>('skill_categories', (candidate) => candidate.name === skill.category);
    insert(world, 'skills', { name: skill.name, max_level: '5', skill_category_id: category!.id });
  }
  for (const [subject, fields] of Object.entries(customFields)) {
    for (const { name, type, unique = false } of fields)
      insert(world, 'custom_fields', {
        name,
        subject_type: subject,
        value_type: type,
        unique_constraint: unique,
      });
  }
  for (const project of firm.legacyProjects) addLegacyProject(firm, world, project);
  addDefaultRates(world, new Set(firm.legacyProjects.map(({ currency }) => currency)));
}

/** The set every account has: a card for each currency of its projects, and no rates yet. */
function addDefaultRates(world: World, currencies: Set<string>): void {
  const set = insert(world, 'rate_card_sets', { title: 'Standard rates', account_default: true });
  const version = insert(world, 'rate_card_set_versions', {
    rate_card_set_id: set.id,
    effective_date: '2020-01-01',
    active: true,
  });
  for (const currency of currencies) {
    const title = `Standard rates ${currency}`;
    const card = insert(world, 'rate_cards', { rate_card_set_id: set.id, currency, rate_card_set_title: title });
    insert(world, 'rate_card_versions', {
      rate_card_id: card.id,
      rate_card_set_version_id: version.id,
      default_rate: 0,
    });
  }
}

function addLegacyProject(firm: Firm, world: World, project: LegacyProject): void {
  const client = insert(world, 'workspace_groups', {
    name: firm.customers.find(({ code }) => code === project.customer)?.name,
  });
  const workspace = insert(world, 'workspaces', {
    title: project.name,
    start_date: project.startDate,
    due_date: project.endDate,
    status: statusOf(statusKeys.active),
    archived: false,
    currency: project.currency,
    primary_workspace_group_id: client.id,
  });
  attachReference(world, 'workspaces', workspace.id, {
    service_name: 'throughline',
    service_model: 'Project',
    service_model_ref: project.code,
  });
  insert(world, 'stories', {
    title: 'Consulting',
    story_type: 'task',
    workspace_id: workspace.id,
    state: 'started',
    billable: true,
    archived: false,
  });
  const roleName = firm.roles.find(({ code }) => code === project.role)?.name;
  const role = world.store.find<Stored>('roles', (candidate) => candidate.name === roleName);
  for (const number of project.workers) {
    const user = personOf(firm, world, number);
    insert(world, 'workspace_resources', {
      workspace_id: workspace.id,
      user_id: user.id,
      full_name: user.full_name,
      role_id: role?.id ?? null,
      role_name: roleName,
      label: roleName,
      resource_bill_rate: Math.round(Number(project.hourlyRate) * 100),
      ...nothingBooked,
    });
  }
}

/** Somebody who worked here before the gateway: known by e-mail, without any reference of ours. */
function personOf(firm: Firm, world: World, number: string): Stored {
  const worker = firm.workers.find((candidate) => candidate.number === number)!;
  const known = world.store.find<Stored>('users', (user) => user.email_address === worker.email);
  if (known) return known;
  const user = insert(world, 'users', {
    full_name: `${worker.firstName} ${worker.lastName}`,
    email_address: worker.email,
    headline: worker.jobTitle,
    disabled: false,
  });
  const membership = insert(world, 'account_memberships', {
    user_id: user.id,
    permission: 'collaborator',
    disabled_at: null,
  });
  const joined = { ...user, account_membership_id: membership.id };
  world.store.put('users', user.id, joined);
  return joined;
}

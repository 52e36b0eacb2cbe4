import {
  all,
  among,
  equal,
  type Filter,
  need,
  one,
  references,
  type Resource,
  stamps,
  type Stored,
} from './resource.js';
import { inEffect } from './rate-card-rules.js';

const oldestFirst = { orders: { created_at: 'created_at' }, defaultOrder: 'created_at:asc' };
const newestFirst = { orders: { created_at: 'created_at' }, defaultOrder: 'created_at:desc' };

const setVersionInEffect: Filter = ({ id, rate_card_set_id: set }, asked, world) =>
  inEffect(world, String(set), asked)?.id === id;

const ofSet: Filter = ({ rate_card_id: card }, asked, world) =>
  world.store.get<Stored>('rate_cards', String(card))?.rate_card_set_id === asked;

const versionInEffect: Filter = ({ rate_card_set_version_id: id }, asked, world) => {
  const version = world.store.get<Stored>('rate_card_set_versions', String(id))!;
  return setVersionInEffect(version, asked, world);
};

/**
 * What hours of a role cost: a set has a card for each currency, and versions that take effect one after another; a
 * card has a version for each version of its set, and the rates of roles stand there, in cents.
 */
export const rateCardResources: Record<string, Resource> = {
  rate_card_sets: {
    singular: 'rate_card_set',
    attributes: ['title', 'account_default', ...stamps],
    associations: {
      rate_cards: all('rate_card_ids', 'rate_cards', 'rate_card_set_id'),
      rate_card_set_versions: all('rate_card_set_version_ids', 'rate_card_set_versions', 'rate_card_set_id'),
    },
    create: ['title', 'clone_version_id'],
    createQuery: ['clone_version_id'],
    update: ['title'],
    required: [need('title', "Title can't be blank")],
    filters: {},
    orders: { ...oldestFirst.orders, title: 'title' },
    defaultOrder: oldestFirst.defaultOrder,
  },
  rate_card_set_versions: {
    singular: 'rate_card_set_version',
    attributes: ['active', 'effective_date', ...stamps],
    associations: {
      rate_card_set: one('rate_card_set_id', 'rate_card_sets'),
      rate_card_versions: all('rate_card_version_ids', 'rate_card_versions', 'rate_card_set_version_id'),
    },
    create: ['rate_card_set_id', 'effective_date', 'clone_id'],
    createQuery: ['clone_id'],
    update: ['effective_date'],
    remove: 'one',
    required: [need('rate_card_set_id', 'Rate card set must exist')],
    filters: { rate_card_set_id: equal('rate_card_set_id'), effective_on_date: setVersionInEffect },
    ...oldestFirst,
  },
  rate_cards: {
    singular: 'rate_card',
    attributes: ['currency', 'rate_card_set_title', ...stamps],
    associations: {
      rate_card_set: one('rate_card_set_id', 'rate_card_sets'),
      rate_card_versions: all('rate_card_version_ids', 'rate_card_versions', 'rate_card_id'),
      ...references,
    },
    create: ['rate_card_set_id', 'rate_card_set_version_id', 'currency'],
    update: ['currency'],
    remove: 'one',
    required: [need('rate_card_set_id', 'Rate card set must exist'), need('currency', "Currency can't be blank")],
    filters: { rate_card_set_id: equal('rate_card_set_id'), currencies: among('currency') },
    ...newestFirst,
  },
  rate_card_versions: {
    singular: 'rate_card_version',
    attributes: ['default_rate', ...stamps],
    associations: {
      rate_card: one('rate_card_id', 'rate_cards'),
      rate_card_set_version: one('rate_card_set_version_id', 'rate_card_set_versions'),
      rate_card_roles: all('rate_card_role_ids', 'rate_card_roles', 'rate_card_version_id'),
    },
    create: [],
    update: ['default_rate'],
    required: [],
    filters: {
      rate_card_id: equal('rate_card_id'),
      rate_card_set_id: ofSet,
      rate_card_set_version_id: equal('rate_card_set_version_id'),
      effective_on_date: versionInEffect,
    },
    ...newestFirst,
  },
  rate_card_roles: {
    singular: 'rate_card_role',
    attributes: ['rate', ...stamps],
    associations: {
      rate_card_version: one('rate_card_version_id', 'rate_card_versions'),
      role: one('role_id', 'roles'),
    },
    create: ['rate_card_version_id', 'role_id', 'rate'],
    update: ['rate'],
    remove: 'one',
    required: [
      need('rate_card_version_id', 'Rate card version must exist'),
      need('role_id', 'Role must exist'),
      need('rate', "Rate can't be blank"),
    ],
    filters: { rate_card_version_id: equal('rate_card_version_id'), with_role_ids: among('role_id') },
    ...oldestFirst,
  },
};

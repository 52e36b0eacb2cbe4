import { randomUUID } from 'node:crypto';
import type { Action, Simulator, World } from '../../core/simulator.js';
import type { Firm } from '../../firm/firm.js';
import type { Field } from './fields.js';

/** An object of an org. */
export interface ObjectType {
  name: string;
  prefix: string;
  fields: Field[];
  /** Whether the gateway's user may write it. */
  writable: boolean;
  /** How the org names a new row, e.g. `RR-{0000000}`; without it callers name it. */
  nameFormat?: string;
  children: Child[];
}

export interface Child {
  relationshipName: string;
  object: string;
  field: string;
  /** Whether these rows go with their parent. */
  isOwned?: boolean;
}

/** A row: field → value; a field that is missing is null. */
export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/** What an org does beside keeping rows; each may throw the org's refusal. */
export interface Rules {
  /** Turns away a caller, as opposed to a person at the screen, who may not write this. */
  admit?(org: Org, type: ObjectType, values: Row, before: Row | null): void;
  /** Adds what the org derives from what a caller wrote; `before` is null for a new row. */
  completed(org: Org, type: ObjectType, values: Row, before: Row | null): Row;
  /** What else happens once a row is kept. */
  afterSave?(org: Org, type: ObjectType, row: Row, before: Row | null): void;
  refuseRemoval(org: Org, type: ObjectType, row: Row): void;
}

/** What an org's administrator has set up, and what sets one org apart from another. */
export interface Setup {
  name: 'salesforce' | 'certinia';
  objects: ObjectType[];
  rules: Rules;
  seed(firm: Firm, org: Org): void;
  actions: Record<string, (org: Org, input: never) => ReturnType<Action>>;
  domains: NonNullable<Simulator['domains']>;
  /** The objects selected for Change Data Capture. */
  captured: string[];
}

/** Changes that are committed together. */
export interface Transaction {
  key: string;
  /** How many events told of them so far. */
  events: number;
  /** Who makes them, as `com/salesforce/api/<api>/<version>;client=<id>`. */
  origin: string;
}

/** A running org. */
export interface Org extends World {
  readonly setup: Setup;
  /** Null while nobody changes anything and while the org is filled for the first time. */
  readonly transaction: Transaction | null;
}

/** Looks through to the world, which learns its address only when it listens. */
export const orgOf = (world: World, setup: Setup): Org =>
  Object.create(world, {
    setup: { value: setup, enumerable: true },
    transaction: { value: null, enumerable: true },
  }) as Org;

/** The same org while somebody changes something in it. */
export const within = (org: Org, origin: string): Org =>
  Object.create(org, { transaction: { value: { key: randomUUID(), origin, events: 0 }, enumerable: true } }) as Org;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Names of objects and fields are case-insensitive. */
export const objectNamed = ({ setup }: Org, name: string): ObjectType | undefined =>
  setup.objects.find((type) => same(type.name, name));
export const fieldNamed = (type: ObjectType, name: string): Field | undefined =>
  type.fields.find((field) => same(field.name, name));
export const parentNamed = (type: ObjectType, name: string): Field | undefined =>
  type.fields.find(({ relationshipName }) => relationshipName !== undefined && same(relationshipName, name));
export const childNamed = (type: ObjectType, name: string): Child | undefined =>
  type.children.find(({ relationshipName }) => same(relationshipName, name));

/** What a row shows in a field. */
export const valueOf = (org: Org, row: Row, field: Field): Value =>
  field.formula ? field.formula(org, row) : (row[field.name] ?? null);

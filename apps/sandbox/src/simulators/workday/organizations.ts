import type { World } from '../../core/simulator.js';
import type { Firm } from '../../firm/firm.js';
import { type Instance, listed, widOf } from './identity.js';
import { type AsOf, nameOf, type State, stateOf, workerNumbered, workers } from './worker.js';

/** Assumption, unconfirmed by the vendor: the ids of the types, which a tenant may change. */
export const organizationTypes = {
  COMPANY: { name: 'Company', idType: 'Company_Reference_ID' },
  COST_CENTER: { name: 'Cost Center', idType: 'Cost_Center_Reference_ID' },
  SUPERVISORY: { name: 'Supervisory', idType: 'Organization_Reference_ID' },
} as const;

export type OrganizationType = keyof typeof organizationTypes;

export interface Organization {
  type: OrganizationType;
  code: string;
  name: string;
  /** Of a supervisory organisation: who leads it, empty at the top. */
  manager?: string;
  inactive?: boolean;
}

const topCode = 'TOP_LEVEL_ORGANIZATION';

/** Legal entities and cost centres; the organisations of managers follow from who reports to whom. */
export function seedOrganizations({ legalEntities, costCentres, name }: Firm, world: World): void {
  for (const entity of legalEntities) add(world, { type: 'COMPANY', code: entity.code, name: entity.name });
  for (const centre of costCentres) add(world, { type: 'COST_CENTER', code: centre.code, name: centre.name });
  add(world, { type: 'SUPERVISORY', code: topCode, name, manager: '' });
}

export function addCostCenter(world: World, { code, name }: { code: string; name: string }): { id: string } {
  const known = world.store.get<Organization>('organization', `COST_CENTER/${code}`);
  if (known) throw new Error(`there already is a cost centre "${code}"`);
  const id = add(world, { type: 'COST_CENTER', code, name });
  world.store.record({ operation: 'create', entity: 'Cost Center', id, by: 'person', data: { code, name } });
  return { id };
}

export function inactivateCostCenter(world: World, { code }: { code: string }): { id: string } {
  const id = add(world, { ...organizationOf(world, 'COST_CENTER', code), inactive: true });
  world.store.record({ operation: 'inactivate', entity: 'Cost Center', id, by: 'person' });
  return { id };
}

function add(world: World, organization: Organization): string {
  world.store.put('organization', `${organization.type}/${organization.code}`, organization);
  return widOf(organization.type, organization.code);
}

export function organizationOf(world: World, type: OrganizationType, code: string): Organization {
  const found = world.store.get<Organization>('organization', `${type}/${code}`);
  if (!found) throw new Error(`there is no ${organizationTypes[type].name} "${code}"`);
  return found;
}

export function instanceOfOrganization({ type, code, name }: Organization): Instance {
  const { idType } = organizationTypes[type];
  return {
    wid: widOf(type, code),
    // Every organisation has this id; companies and cost centres have one of their own beside it.
    ids: { Organization_Reference_ID: code, [idType]: code },
    descriptor: name,
  };
}

export const typeInstance = (type: OrganizationType): Instance =>
  listed('Organization_Type', 'Organization_Type_ID', type, organizationTypes[type].name);

/** Everything there is on a day, the organisations of managers included. */
export function organizations(world: World, asOf: AsOf): Organization[] {
  const managers = new Set(states(world, asOf).map(({ person }) => person.manager));
  managers.delete('');
  return [
    ...world.store.list<Organization>('organization'),
    ...[...managers].map((number) => ledBy(world, number, asOf)),
  ];
}

export const states = (world: World, asOf: AsOf): State[] =>
  workers(world).flatMap((worker) => stateOf(worker, asOf) ?? []);

/** The organisation somebody belongs to: that of their manager, or the one at the top. */
export const supervisoryOf = (world: World, { person }: State, asOf: AsOf): Organization =>
  person.manager === '' ? organizationOf(world, 'SUPERVISORY', topCode) : ledBy(world, person.manager, asOf);

/** An organisation outlives its manager: until somebody follows, nobody leads it. */
function ledBy(world: World, number: string, asOf: AsOf): Organization {
  const manager = stateNumbered(world, number, asOf);
  return {
    type: 'SUPERVISORY',
    code: `SUPERVISORY_ORGANIZATION-${number}`,
    name: manager ? `Team of ${nameOf(manager.person)}` : `Team ${number}`,
    manager: number,
  };
}

export function managerOf(world: World, { manager }: Organization, asOf: AsOf): State | undefined {
  const state = manager ? stateNumbered(world, manager, asOf) : undefined;
  return state?.active ? state : undefined;
}

function stateNumbered(world: World, number: string, asOf: AsOf): State | undefined {
  const worker = workerNumbered(world, number);
  return worker && stateOf(worker, asOf);
}

/** The organisation above a manager's one is the one the manager belongs to. */
export function superiorOf(world: World, organization: Organization, asOf: AsOf): Organization | undefined {
  const leader = organization.manager ? stateNumbered(world, organization.manager, asOf) : undefined;
  return leader && supervisoryOf(world, leader, asOf);
}

/** From the top down to the organisation itself. */
export function chainOf(world: World, organization: Organization, asOf: AsOf): Organization[] {
  const chain = [organization];
  for (let above = superiorOf(world, organization, asOf); above; above = superiorOf(world, above, asOf)) {
    // Two people who manage each other for a day must not keep us here for ever.
    if (chain.some(({ code }) => code === above.code)) break;
    chain.unshift(above);
  }
  return chain;
}

/** What a worker is assigned to, as `Organization_Data` lists it. */
export function organizationsOf(world: World, state: State, asOf: AsOf): Organization[] {
  const { legalEntity, costCentre } = state.person;
  return [
    supervisoryOf(world, state, asOf),
    ...(legalEntity ? [organizationOf(world, 'COMPANY', legalEntity)] : []),
    ...(costCentre ? [organizationOf(world, 'COST_CENTER', costCentre)] : []),
  ];
}

import type { World } from '../../core/simulator.js';
import type { Firm } from '../../firm/firm.js';
import type { Stored } from './record-types.js';

/** What finance has set up before the gateway comes: entities, cost centres, services, some customers, old projects. */
export function seed(firm: Firm, world: World): void {
  for (const currency of new Set(firm.legalEntities.map((entity) => entity.currency))) {
    put(world, 'currency', { name: currency, symbol: currency, externalId: currency });
  }
  for (const entity of firm.legalEntities) {
    put(world, 'subsidiary', {
      name: entity.name,
      country: entity.country,
      externalId: entity.code,
      currency: idOf(world, 'currency', entity.currency),
    });
  }
  for (const centre of firm.costCentres) addDepartment(world, centre);
  for (const role of firm.roles) put(world, 'serviceItem', { itemId: role.name, externalId: `ROLE-${role.code}` });
  for (const customer of firm.customers.filter((candidate) => candidate.inErp)) {
    const entity = firm.legalEntities.find((candidate) => candidate.currency === customer.currency)!;
    put(world, 'customer', {
      // Typed in by hand years ago: no external id.
      externalId: null,
      companyName: customer.name,
      custentity_tax_number: customer.taxNumber,
      subsidiary: idOf(world, 'subsidiary', entity.code),
      currency: idOf(world, 'currency', entity.currency),
    });
  }
  seedLegacyProjects(firm, world);
}

function seedLegacyProjects(firm: Firm, world: World): void {
  for (const project of firm.legacyProjects) {
    const name = firm.customers.find((customer) => customer.code === project.customer)?.name;
    const customer = world.store.find<Stored>('customer', (record) => record.companyName === name);
    put(world, 'job', {
      externalId: project.code,
      companyName: project.name,
      parent: customer?.id ?? '',
      subsidiary: idOf(world, 'subsidiary', project.legalEntity),
      currency: idOf(world, 'currency', project.currency),
      startDate: project.startDate,
      projectedEndDate: project.endDate,
      allowTime: project.erpStatus === 'open',
      entityStatus: project.erpStatus === 'open' ? '2' : '1',
      jobBillingType: '2',
    });
  }
}

export function addDepartment(world: World, centre: { code: string; name: string; legalEntity: string }): Stored {
  return put(world, 'department', {
    name: centre.name,
    externalId: centre.code,
    subsidiary: idOf(world, 'subsidiary', centre.legalEntity),
  });
}

function put(world: World, type: string, values: Record<string, unknown>): Stored {
  const id = String(world.store.next(type, firstSeedId));
  const record: Stored = { ...values, id, lastModifiedDate: world.now().toISOString() };
  world.store.put(type, id, record);
  return record;
}

const firstSeedId = 1;

const idOf = (world: World, type: string, externalId: string): string =>
  world.store.find<Stored>(type, (record) => record.externalId === externalId)?.id ?? '';

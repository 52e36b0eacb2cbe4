import type { World } from '../../core/simulator.js';
import type { CostCentre } from '../../firm/firm.js';
import { customers, setTaxNumberCheck } from './customers.js';
import { type EntitySet, keyOf, type Row } from './edm.js';
import { expireTokens, setApplication } from './entra.js';
import { costCentres, dimensionValues, vendors } from './finance-sets.js';
import { setLoad, setPriority } from './load.js';
import { addCostCentre, addVendor, type NewVendor, suspendCostCentre } from './organisation.js';
import { lockPeriod, unlockPeriod } from './periods.js';
import { postInvoices, postJournals } from './posting.js';
import { projects } from './projects.js';
import { setPageSize } from './read.js';
import { failNext } from './refusals.js';
import { rowsOf, save } from './table.js';

/** What the firm's finance people and its administrator do in the product's own screens. */
export const actions = {
  addDepartment: (world: World, input: CostCentre) => {
    addCostCentre(world, input);
    return done(world, 'create', costCentres.name, input.code, input);
  },
  suspendDepartment: (world: World, input: { code: string }) => {
    suspendCostCentre(world, input);
    return done(world, 'update', dimensionValues.name, input.code, input);
  },
  addVendor: (world: World, input: NewVendor) => changed(world, 'create', vendors, addVendor(world, input), input),
  closeProject: (world: World, { externalId }: { externalId: string }) => {
    const found = rowsOf(world, projects).find(({ ProjectId }) => ProjectId === externalId);
    if (!found) throw new Error(`there is no project "${externalId}"`);
    const closed = save(world, projects, { ...found, ProjectStage: 'Completed' });
    return changed(world, 'update', projects, closed, { ProjectStage: 'Completed' });
  },
  /** Says that a customer finance typed in by hand is the one the gateway knows by this external id. */
  mergeCustomer: (world: World, { name, externalId }: { name: string; externalId: string }) => {
    const found = rowsOf(world, customers).find(({ OrganizationName }) => OrganizationName === name);
    if (!found) throw new Error(`there is no customer "${name}"`);
    const values = { Reference_Custom: externalId };
    return changed(world, 'update', customers, save(world, customers, { ...found, ...values }), values);
  },
  postJournals,
  postInvoices,
  lockPeriod,
  unlockPeriod,
  expireTokens,
  setApplication,
  setLoad,
  setPriority,
  setPageSize,
  setTaxNumberCheck,
  failNext,
  /** A maintenance window: everything is answered 503. */
  setMaintenance: (world: World, { active }: { active: boolean }) =>
    active ? world.store.put('setting', 'maintenance', { active }) : world.store.delete('setting', 'maintenance'),
};

const changed = (world: World, operation: string, set: EntitySet, row: Row, data: object): { id: string } =>
  done(world, operation, set.name, keyOf(set, row), data);

function done(world: World, operation: string, entity: string, id: string, data: object): { id: string } {
  world.store.record({ operation, entity, id, by: 'person', data });
  return { id };
}

import type { IntercompanyProject } from '../../core/screens.js';
import type { World } from '../../core/simulator.js';
import { expireTokens } from './auth.js';
import { getRecord } from './find-record.js';
import { setConcurrency, setWork } from './governance.js';
import { lockPeriod, unlockPeriod } from './locked-periods.js';
import { closedStatus } from './project-types.js';
import { awaitingReceipt } from './purchase-types.js';
import type { Stored, Values } from './record-type.js';
import { failNext } from './refusals.js';
import { addDepartment, addIntercompanyProject } from './seed.js';
import { saveRecord } from './write-record.js';

/** What the firm's finance people and its administrator do in the product's own screens. */
export const actions = {
  addDepartment: (world: World, input: { code: string; name: string; legalEntity: string }) => {
    const { id } = addDepartment(world, input);
    world.store.record({ operation: 'create', entity: 'department', id, by: 'person', data: input });
    return { id };
  },
  addIntercompanyProject: (world: World, input: IntercompanyProject) => {
    const { id } = addIntercompanyProject(world, input);
    world.store.record({ operation: 'create', entity: 'job', id, by: 'person', data: input });
    return { id };
  },
  addSupplier: (world: World, { name, legalEntity }: { name: string; legalEntity: string }) => {
    const subsidiary = getRecord(world, 'subsidiary', `eid:${legalEntity}`);
    const values = { companyName: name, subsidiary: subsidiary.id, currency: subsidiary.currency };
    const { id } = saveRecord(world, 'vendor', values);
    world.store.record({ operation: 'create', entity: 'vendor', id, by: 'person', data: { name, legalEntity } });
    return { id };
  },
  closeProject: (world: World, { externalId }: { externalId: string }) =>
    edit(world, 'job', getRecord(world, 'job', `eid:${externalId}`), { entityStatus: closedStatus, allowTime: false }),
  /** Says that a customer finance typed in by hand is the one the gateway knows by this external id. */
  mergeCustomer: (world: World, { name, externalId }: { name: string; externalId: string }) => {
    const customer = world.store.find<Stored>('customer', ({ companyName }) => companyName === name);
    if (!customer) throw new Error(`there is no customer "${name}"`);
    return edit(world, 'customer', customer, { externalId });
  },
  approvePurchaseOrder: (world: World, { externalId }: { externalId: string }) =>
    edit(world, 'purchaseOrder', getRecord(world, 'purchaseOrder', `eid:${externalId}`), {
      orderStatus: awaitingReceipt,
    }),
  lockPeriod,
  unlockPeriod,
  expireTokens,
  setConcurrency,
  setWork,
  failNext,
};

function edit(world: World, type: string, record: Stored, values: Values): { id: string } {
  const { id } = saveRecord(world, type, values, record);
  world.store.record({ operation: 'update', entity: type, id, by: 'person', data: values });
  return { id };
}

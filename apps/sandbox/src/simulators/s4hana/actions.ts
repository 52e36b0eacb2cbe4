import type { IntercompanyProject, ScreensOf } from '../../core/screens.js';
import type { World } from '../../core/simulator.js';
import { runBilling } from './billing.js';
import { lockPeriod, unlockPeriod } from './locked-periods.js';
import { setBillingBlock } from './memo-request-rules.js';
import { addCostCentre } from './organisation.js';
import { savePartner } from './partner-rules.js';
import { partner } from './partner-sets.js';
import { project } from './project-sets.js';
import { putStatus } from './project-status.js';
import { setPageSize } from './read.js';
import { failNext } from './refusals.js';
import { addIntercompanyProject } from './seed.js';
import { rowsOf, today } from './service.js';
import { expireTokens } from './sessions.js';

/** What the firm's finance people and its administrator do in the product's own screens. */
export const actions = {
  addDepartment: (world: World, input: { code: string; name: string; legalEntity: string }) => {
    const { CostCenter } = addCostCentre(world, input, today(world));
    return done(world, 'create', 'A_CostCenter', String(CostCenter), input);
  },
  addIntercompanyProject: (world: World, asked: IntercompanyProject) => {
    const { ProjectUUID } = addIntercompanyProject(world, asked);
    return done(world, 'create', project.name, String(ProjectUUID), asked);
  },
  closeProject: (world: World, { externalId }: { externalId: string }) => {
    const found = rowsOf(world, project).find(({ Project }) => Project === externalId);
    if (!found) throw new Error(`there is no project "${externalId}"`);
    return done(world, 'update', project.name, String(putStatus(world, found, '30').ProjectUUID), { status: '30' });
  },
  /** Says that a customer finance typed in by hand is the one the gateway knows by this external id. */
  mergeCustomer: (world: World, { name, externalId }: { name: string; externalId: string }) => {
    const found = rowsOf(world, partner).find((row) => row.Customer && row.BusinessPartnerFullName === name);
    if (!found) throw new Error(`there is no customer "${name}"`);
    const values = { BusinessPartnerIDByExtSystem: externalId };
    const { BusinessPartner } = savePartner(world, { ...found, ...values });
    return done(world, 'update', partner.name, String(BusinessPartner), values);
  },
  lockPeriod,
  unlockPeriod,
  expireTokens,
  failNext,
  runBilling,
  setBillingBlock,
  setPageSize,
  /** A maintenance window: everything is answered 503. */
  setMaintenance: (world: World, { active }: { active: boolean }) =>
    active ? world.store.put('setting', 'maintenance', { active }) : world.store.delete('setting', 'maintenance'),
  /** Ends or renews the communication arrangement of a service. */
  setArrangement: (world: World, { service, active }: { service: string; active: boolean }) =>
    active
      ? world.store.delete('inactive-service', service)
      : world.store.put('inactive-service', service, { service }),
} satisfies ScreensOf<'erp'>;

function done(world: World, operation: string, entity: string, id: string, data: object): { id: string } {
  world.store.record({ operation, entity, id, by: 'person', data });
  return { id };
}

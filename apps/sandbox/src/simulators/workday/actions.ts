import type { ScreensOf } from '../../core/screens.js';
import type { World } from '../../core/simulator.js';
import { recordLeave, returnFromLeave, withdrawLeave } from './absence.js';
import type { AdditionalJob } from './employment-data.js';
import { addHoliday, removeHoliday } from './get-holiday-calendars.js';
import { expireTokens } from './oauth.js';
import { addCostCenter, inactivateCostCenter } from './organizations.js';
import {
  correctLast,
  editEmployee,
  hire,
  numbered,
  rescindHire,
  rescindTermination,
  terminateEmployee,
} from './people.js';
import { setPermission } from './permissions.js';
import { failNext, setThrottle } from './throttle.js';

/** What people operations and the tenant's administrator do in the product's own screens. */
export const actions = {
  hire,
  editEmployee,
  terminateEmployee,
  rescindHire,
  rescindTermination,
  correctLast,
  /** A second job beside the primary one; a worker has one at most here. */
  addJob: (world: World, { number, ...job }: AdditionalJob & { number: string }) =>
    world.store.put('additionalJob', numbered(world, number).wid, job),
  recordLeave,
  withdrawLeave,
  returnFromLeave,
  addCostCenter,
  inactivateCostCenter,
  addHoliday,
  removeHoliday,
  setPermission,
  setThrottle,
  failNext,
  expireTokens,
} satisfies ScreensOf<'hr'>;

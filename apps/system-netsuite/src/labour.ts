import { type DomainOperations, type Vendor, write } from '#connector';
import type { erp } from '#contracts';
import { Failure } from '#kernel';
import { find, get, refNameOf, upsert } from './api.js';
import { toEndedTask, toTask } from './labour-mapping.js';
import { settingsOf } from './settings.js';

/** NetSuite's unit cost is a bare number in the currency of the project. */
async function requireProjectCurrency(vendor: Vendor, { project, hourlyCost }: erp.LabourState): Promise<void> {
  const job = await get(vendor, 'job', project);
  const currency = refNameOf(job.currency);
  if (!hourlyCost || hourlyCost.currency === currency) return;
  throw new Failure('rejected', `project ${project} is in ${currency} and the cost in ${hourlyCost.currency}`, {
    code: 'wrong-currency',
    remedy: 'state the cost in the currency of the project',
    fields: [{ field: 'hourlyCost.currency', message: `must be ${currency}` }],
  });
}

/** What somebody shall work on a project is a project task of its own with one assignee, whose cost NetSuite reckons. */
export const putLabour: DomainOperations['erp']['putLabour'] = write({
  safety: { strategy: 'upsert' },
  run: async (vendor, { reference, state }) => {
    if (state.minutes > 0) {
      await requireProjectCurrency(vendor, state);
      const task = toTask(state, settingsOf(vendor).labourCostCentreField);
      return upsert(vendor, 'projectTask', reference, task, 'assignee');
    }
    // What never was needs no taking back.
    if (!(await find(vendor, 'projectTask', reference))) return { id: reference, url: null };
    return upsert(vendor, 'projectTask', reference, toEndedTask(), 'assignee');
  },
});

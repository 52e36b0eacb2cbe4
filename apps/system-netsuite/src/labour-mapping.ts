import type { erp } from '#contracts';
import { hours } from './mapping.js';

/** Moments are asked for; noon in UTC is the same day from Honolulu to Sydney. */
const noon = (day: string): string => `${day}T12:00:00Z`;

/** `costCentreField` is the account's own field on project tasks; without one the cost centre is not kept there. */
export const toTask = (state: erp.LabourState, costCentreField?: string) => ({
  title: `${state.role} ${state.workerNumber}`,
  project: { externalId: state.project },
  constraintType: { id: 'FIXEDSTART' },
  startDateTime: noon(state.startDate),
  finishByDate: state.endDate,
  isInactive: false,
  ...(costCentreField && { [costCentreField]: { externalId: state.costCentre } }),
  assignee: {
    items: [
      {
        resource: { externalId: state.workerNumber },
        serviceItem: { externalId: `ROLE-${state.role}` },
        estimatedWork: hours(state.minutes),
        ...(state.hourlyCost && { unitCost: Number(state.hourlyCost.amount) }),
      },
    ],
  },
});

/** Nobody plans on it any more; time that was recorded stays. */
export const toEndedTask = () => ({ isInactive: true, assignee: { items: [] } });

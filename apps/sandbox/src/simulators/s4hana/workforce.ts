import type { World } from '../../core/simulator.js';

/** Somebody who works for the firm, as replication left them. */
export interface Worker {
  PersonExternalID: string;
  PersonWorkAgreementExternalID: string;
  /** The system's own number of the agreement. */
  PersonWorkAgreement: string;
  FirstName: string;
  LastName: string;
  UserName?: string;
  EmailAddress?: string;
  WorkAgreementStatus: string;
  CompanyCode: string;
  CostCenter: string;
  /** `YYYY-MM-DD` */
  StartDate: string;
  EndDate: string;
}

const collection = 'workforce-person';

export const workerOf = (world: World, id: unknown): Worker | undefined =>
  world.store.get<Worker>(collection, String(id));

export const saveWorker = (world: World, worker: Worker): void =>
  world.store.put(collection, worker.PersonWorkAgreementExternalID, worker);

/** Assumption, unconfirmed by the vendor: 3 is active, as in its employment status. */
export const activeStatus = '3';

export const isAtWork = ({ WorkAgreementStatus, StartDate, EndDate }: Worker, moment: string): boolean => {
  const day = moment.slice(0, 10);
  return WorkAgreementStatus === activeStatus && StartDate <= day && day <= EndDate;
};

import type { ImpactReader } from './impact-reader.js';
import type { LoanRepository } from './loans/loan.repository.js';
import type { PersonRepository } from './person.repository.js';
import type { ProvisioningServices } from './provisioning.js';
import type { Workers } from './workers.js';

/** What the workflows of this app are given to work with. */
export interface WorkforceServices extends ProvisioningServices {
  people: PersonRepository;
  loans: LoanRepository;
  workers: Pick<Workers, 'get'>;
  impacts: ImpactReader;
}

import type { Mapped, User } from './user.js';

/** Why one user could not be provisioned, in the words of the logs. */
export interface ProvisioningError {
  errorCode: string;
  reason: string;
}

/** What the job did for one user of an upload. */
export interface Outcome {
  action: 'create' | 'update' | 'disable' | 'other';
  status: 'success' | 'failure' | 'skipped';
  before: User | null;
  after: User | null;
  values: Mapped;
  error?: ProvisioningError;
}

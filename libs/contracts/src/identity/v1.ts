import { Code, Flag, Text } from '../fields.js';

/** What an account in the identity platform shall look like; stated in full each time. */
export class AccountState {
  @Text('Sign-in name', { max: 254, classification: 'personal' })
  userName!: string;

  @Text('Given name', { classification: 'personal' })
  firstName!: string;

  @Text('Family name', { classification: 'personal' })
  lastName!: string;

  @Text('Work e-mail', { max: 254, classification: 'personal' })
  email!: string;

  @Text('Worker number', { max: 40, classification: 'personal' })
  workerNumber!: string;

  @Text('Code of the cost centre', { nullable: true, max: 60 })
  costCentre!: string | null;

  @Text('Code of the legal entity', { nullable: true, max: 60 })
  legalEntity!: string | null;

  @Text('Job title', { nullable: true })
  jobTitle!: string | null;

  @Flag('The person may sign in')
  active!: boolean;
}

/** An account as the identity platform holds it. */
export class IdentityAccount extends AccountState {
  @Code('Id in the identity platform')
  id!: string;
}

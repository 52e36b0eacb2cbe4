import { Choice, Code, Day, ListOf, Nested, Text } from '../fields.js';
import { BillingRate } from '../erp/v1.js';
import { Page } from '../shared.js';

/** The deal a project came from. */
export class ProjectDeal {
  @Code('Id in the CRM')
  id!: string;

  @Code("The firm's code")
  code!: string;
}

/** What was signed. */
export class ProjectContract {
  @Text('Number', { max: 60 })
  number!: string;

  @Text('ISO 4217 currency', { max: 3 })
  currency!: string;

  @Text('Tax code', { max: 60 })
  taxCode!: string;
}

/** From when to when. */
export class ProjectPeriod {
  @Day('First day')
  start!: string;

  @Day('Last day', { nullable: true })
  end!: string | null;
}

/** Where a project is known. */
export class ProjectReference {
  @Choice('Domain of the system', ['erp', 'psa'])
  domain!: 'erp' | 'psa';

  @Code('Id there')
  id!: string;
}

/** A mobilised project: what was agreed, and where it is known. */
export class Project {
  @Code('Our project code')
  code!: string;

  @Text('Name')
  name!: string;

  @Choice('State', ['mobilising', 'active', 'closed'])
  status!: 'mobilising' | 'active' | 'closed';

  @Text('Client')
  client!: string;

  @Code('Legal entity code')
  legalEntity!: string;

  @Nested('The deal it came from', () => ProjectDeal)
  deal!: ProjectDeal;

  @Nested('What was signed', () => ProjectContract)
  contract!: ProjectContract;

  @Nested('From when to when', () => ProjectPeriod)
  period!: ProjectPeriod;

  @ListOf('Every rate agreed so far, each with the day it counts from', () => BillingRate, { max: 500 })
  rates!: BillingRate[];

  @ListOf('Where it is known', () => ProjectReference, { max: 10 })
  references!: ProjectReference[];
}

/** One page of projects, by code. */
export class ProjectList extends Page {
  @ListOf('Projects', () => Project, { max: 200 })
  items!: Project[];
}

import { Choice, Code, Day, ListOf, Text } from '../fields.js';
import { BillingRate } from '../erp/v1.js';
import { Page } from '../shared.js';

/** A mobilised project: what was agreed, and where it is known. */
export class ProjectView {
  @Code('Our project code')
  code!: string;

  @Text('Name')
  name!: string;

  @Code('Id of the deal in the CRM')
  opportunityId!: string;

  @Code("The firm's code of the deal")
  opportunityCode!: string;

  @Text('Client')
  client!: string;

  @Code('Legal entity code')
  legalEntity!: string;

  @Text('ISO 4217 currency', { max: 3 })
  currency!: string;

  @Text('Number of the signed contract', { max: 60 })
  contractNumber!: string;

  @Text('Tax code', { max: 60 })
  taxCode!: string;

  @Day('First day')
  startDate!: string;

  @Day('Last day', { nullable: true })
  endDate!: string | null;

  @ListOf('Rates agreed, a role each', () => BillingRate, { max: 100 })
  rates!: BillingRate[];

  @Code('Id in the ERP')
  erpId!: string;

  @Code('Id in the PSA')
  psaId!: string;

  @Choice('State', ['mobilising', 'active', 'closed'])
  status!: 'mobilising' | 'active' | 'closed';
}

/** One page of projects. */
export class ProjectPage extends Page {
  @ListOf('Projects', () => ProjectView, { max: 1000 })
  items!: ProjectView[];
}

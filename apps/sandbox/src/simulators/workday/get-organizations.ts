import type { World } from '../../core/simulator.js';
import { reference } from './identity.js';
import {
  instanceOfOrganization,
  managerOf,
  type Organization,
  organizations,
  type OrganizationType,
  organizationTypes,
  superiorOf,
  typeInstance,
} from './organizations.js';
import { asOfIn, hasId, isSet, named, namedIn, paged } from './request.js';
import { echo, field, flag, group, type Part } from './wire.js';
import { type AsOf, instanceOf } from './worker.js';
import { childOf, type XmlNode } from './xml.js';

/** The organisations of the types asked for; those no longer used only on request. */
export function getOrganizations(world: World, request: XmlNode): Part[] {
  const asOf = asOfIn(world, request);
  const all = organizations(world, asOf);
  const referenced = named(request, 'Organization_Reference', (type, value) =>
    all.find((organization) => hasId(instanceOfOrganization(organization), type, value)),
  );
  const criteria = childOf(request, 'Request_Criteria');
  const xpath = `/bsvc:${request.name}[1]/bsvc:Request_Criteria[1]`;
  const types = namedIn({ node: criteria, xpath }, 'Organization_Type_Reference', (type, value) =>
    (Object.keys(organizationTypes) as OrganizationType[]).find((known) => hasId(typeInstance(known), type, value)),
  );
  const found = (referenced ?? all)
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .filter(({ inactive }) => !inactive || isSet(criteria, 'Include_Inactive'));
  const { items, results } = paged(request, found);
  return [
    ...['Request_References', 'Request_Criteria', 'Response_Filter'].map((name) => echo(childOf(request, name))),
    results,
    group(
      'Response_Data',
      items.map((organization) => element(world, organization, asOf)),
    ),
  ];
}

function element(world: World, organization: Organization, asOf: AsOf): Part {
  const { type, code, name, inactive = false } = organization;
  const manager = managerOf(world, organization, asOf);
  const superior = superiorOf(world, organization, asOf);
  return group('Organization', [
    reference('Organization_Reference', instanceOfOrganization(organization)),
    group('Organization_Data', [
      field('Reference_ID', code),
      field('Name', name),
      field('Organization_Code', type === 'SUPERVISORY' ? undefined : code),
      reference('Organization_Type_Reference', typeInstance(type)),
      flag('Inactive', inactive),
      manager && reference('Manager_Reference', instanceOf(manager)),
      superior &&
        group('Hierarchy_Data', [reference('Superior_Organization_Reference', instanceOfOrganization(superior))]),
    ]),
  ]);
}

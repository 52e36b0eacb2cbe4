import type { World } from '../../core/simulator.js';
import { compensationData } from './compensation-data.js';
import { employmentData } from './employment-data.js';
import { listed, reference } from './identity.js';
import {
  chainOf,
  instanceOfOrganization,
  managerOf,
  type Organization,
  organizationsOf,
  supervisoryOf,
  typeInstance,
} from './organizations.js';
import { personalData } from './personal-data.js';
import { isSet } from './request.js';
import type { Section } from './request-shapes.js';
import { transactionLog } from './transaction-log.js';
import { type Element, field, group, type Part } from './wire.js';
import { type AsOf, currentWorker, instanceOf, nameOf, type State } from './worker.js';
import type { XmlNode } from './xml.js';

export interface View {
  asOf: AsOf;
  wanted: Set<Section>;
  responseGroup: XmlNode | undefined;
}

/** A worker with the sections asked for; what is missing was not asked for, not permitted, or is not there. */
export function workerElement(world: World, state: State, view: View): Element {
  const { wanted, asOf } = view;
  const when = (section: Section, part: () => Part): Part => (wanted.has(section) ? part() : undefined);
  const { person } = state;
  return group('Worker', [
    when('Include_Reference', () => [
      reference('Worker_Reference', instanceOf(state)),
      field('Worker_Descriptor', nameOf(person)),
    ]),
    group('Worker_Data', [
      field('Worker_ID', person.number),
      field('User_ID', userId(person)),
      when('Include_Personal_Information', () => personalData(person)),
      when('Include_Employment_Information', () => employmentData(world, state, asOf, wanted)),
      when('Include_Compensation', () => compensationData(state)),
      when('Include_Organizations', () => organizationData(world, state, view)),
      when('Include_Management_Chain_Data', () => managementChain(world, state, asOf)),
      when('Include_Skills', () => skillData(world, person.skills)),
      when('Include_Transaction_Log_Data', () => transactionLog(currentWorker(world, state.wid), state, asOf)),
    ]),
  ]);
}

/** What somebody signs in with, which is not their address. */
const userId = ({ firstName, lastName }: State['person']): string =>
  `${firstName.slice(0, 1)}${lastName}`.toLowerCase().replaceAll(' ', '');

function organizationData(world: World, state: State, { asOf, responseGroup }: View): Part {
  const leftOut = {
    COMPANY: 'Exclude_Companies',
    COST_CENTER: 'Exclude_Cost_Centers',
    SUPERVISORY: 'Exclude_Supervisory_Organizations',
  } as const;
  const shown = organizationsOf(world, state, asOf).filter(({ type }) => !isSet(responseGroup, leftOut[type]));
  return group('Organization_Data', shown.map(workerOrganization));
}

function workerOrganization(organization: Organization): Part {
  const { type, code, name } = organization;
  return group('Worker_Organization_Data', [
    reference('Organization_Reference', instanceOfOrganization(organization)),
    group('Organization_Data', [
      field('Organization_Reference_ID', code),
      field('Organization_Code', type === 'SUPERVISORY' ? undefined : code),
      field('Organization_Name', name),
      reference('Organization_Type_Reference', typeInstance(type)),
    ]),
  ]);
}

/** Assumption, unconfirmed by the vendor: the top comes first. The worker's own manager leads the last organisation. */
function managementChain(world: World, state: State, asOf: AsOf): Part {
  const chain = chainOf(world, supervisoryOf(world, state, asOf), asOf).map((organization) => {
    const manager = managerOf(world, organization, asOf);
    return group('Management_Chain_Data', [
      reference('Organization_Reference', instanceOfOrganization(organization)),
      manager && reference('Manager_Reference', instanceOf(manager)),
      manager &&
        group('Manager', [
          reference('Worker_Reference', instanceOf(manager)),
          field('Worker_Descriptor', nameOf(manager.person)),
        ]),
    ]);
  });
  return group('Management_Chain_Data', [group('Worker_Supervisory_Management_Chain_Data', chain)]);
}

function skillData(world: World, codes: string[]): Part {
  const items = codes.map((code) => {
    const skill = world.store.get<{ name: string; category: string }>('skill', code);
    return group('Worker_Skill_Item', [
      reference('Skill_Reference', listed('Skill', 'Skill_ID', code, skill?.name ?? code)),
      group(
        'Skill_Data',
        [
          field('ID', code),
          skill &&
            reference('Category_Reference', listed('Skill_Item_Category', 'Skill_Item_Category_ID', skill.category)),
        ],
        { Name: skill?.name ?? code, Inactive: '0' },
      ),
    ]);
  });
  return items.length > 0 ? group('Skill_Data', items) : undefined;
}

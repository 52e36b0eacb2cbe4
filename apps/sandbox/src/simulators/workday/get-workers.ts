import type { World } from '../../core/simulator.js';
import { chainOf, instanceOfOrganization, type Organization, organizations, organizationsOf } from './organizations.js';
import { maySee } from './permissions.js';
import { processes, processInstance } from './processes.js';
import { asOfIn, hasId, isSet, named, namedIn, paged } from './request.js';
import { type Section, sections } from './request-shapes.js';
import { readMoment, startOf } from './tenant-time.js';
import { echo, group, type Part } from './wire.js';
import {
  type AsOf,
  enteredBy,
  isContingent,
  nameOf,
  type State,
  stateOf,
  type Transaction,
  type Worker,
  workers,
} from './worker.js';
import { workerElement } from './worker-element.js';
import { childOf, childrenOf, textOf, type XmlNode } from './xml.js';

/**
 * Finds workers by what was entered about them, and shows what they are like: the log says who, the filter as of when.
 * Somebody who is not hired by then is not there, though the log names them.
 */
export function getWorkers(world: World, request: XmlNode): Part[] {
  const asOf = asOfIn(world, request);
  const referenced = named(request, 'Worker_Reference', (type, value) => workerWithId(world, type, value));
  const logged = (referenced ?? workers(world)).filter(isLogged(request, asOf));
  const states = logged
    .flatMap((worker) => stateOf(worker, asOf) ?? [])
    .filter(isWanted(request))
    .filter(isIn(world, request, asOf))
    // Assumption, unconfirmed by the vendor: by name, so that somebody new comes between others.
    .toSorted((one, other) => nameOf(one.person).localeCompare(nameOf(other.person)));
  const { items, results } = paged(request, states);
  const responseGroup = childOf(request, 'Response_Group');
  const wanted = wantedSections(world, responseGroup);
  return [
    ...['Request_References', 'Request_Criteria', 'Response_Filter', 'Response_Group'].map((name) =>
      echo(childOf(request, name)),
    ),
    results,
    group(
      'Response_Data',
      items.map((state) => workerElement(world, state, { asOf, wanted, responseGroup })),
    ),
  ];
}

/** Somebody who changed from one kind of worker to the other keeps both ids. */
function workerWithId(world: World, type: string, value: string): Worker | undefined {
  return workers(world).find(({ wid, log }) =>
    type === 'WID'
      ? wid === value
      : log.some(({ fields }) => fields.number === value) &&
        log.some(
          ({ fields: { employmentType } }) =>
            employmentType && isContingent({ employmentType }) === (type === 'Contingent_Worker_ID'),
        ),
  );
}

const defaultSections: Section[] = [
  'Include_Reference',
  'Include_Personal_Information',
  'Include_Employment_Information',
  'Include_Compensation',
  'Include_Organizations',
  'Include_Roles',
];

/** Once any flag is set only what is asked for comes. Assumption, unconfirmed: a flag set to false is set, too. */
function wantedSections(world: World, responseGroup: XmlNode | undefined): Set<Section> {
  const sent = sections.filter((name) => childOf(responseGroup, name));
  const asked = sent.length === 0 ? defaultSections : sent.filter((name) => isSet(responseGroup, name));
  return new Set(asked.filter((name) => maySee(world, name)));
}

function isWanted(request: XmlNode): (state: State) => boolean {
  const criteria = childOf(request, 'Request_Criteria');
  return ({ active, person }) =>
    !(isSet(criteria, 'Exclude_Inactive_Workers') && !active) &&
    !(isSet(criteria, 'Exclude_Employees') && !isContingent(person)) &&
    !(isSet(criteria, 'Exclude_Contingent_Workers') && isContingent(person));
}

/** Members of the organisations asked for; of those below only on request. */
function isIn(world: World, request: XmlNode, asOf: AsOf): (state: State) => boolean {
  const criteria = childOf(request, 'Request_Criteria');
  if (childrenOf(criteria, 'Organization_Reference').length === 0) return () => true;
  const all = organizations(world, asOf);
  const asked = namedIn(
    { node: criteria, xpath: `/bsvc:${request.name}[1]/bsvc:Request_Criteria[1]` },
    'Organization_Reference',
    (type, value) => all.find((organization) => hasId(instanceOfOrganization(organization), type, value)),
  ).map(keyOf);
  const subordinates = isSet(criteria, 'Include_Subordinate_Organizations');
  return (state) =>
    organizationsOf(world, state, asOf)
      .flatMap((own) => (subordinates ? chainOf(world, own, asOf) : [own]))
      .some((organization) => asked.includes(keyOf(organization)));
}

const keyOf = ({ type, code }: Organization): string => `${type}/${code}`;

/** Whether anything in a worker's log meets any of the criteria; everybody does where there are none. */
function isLogged(request: XmlNode, { moment }: AsOf): (worker: Worker) => boolean {
  const blocks = childrenOf(childOf(request, 'Request_Criteria'), 'Transaction_Log_Criteria_Data');
  if (blocks.length === 0) return () => true;
  const criteria = blocks.map((block, index) => criterion(block, index + 1));
  return (worker) => enteredBy(worker, moment).some((entry) => criteria.some((meets) => meets(entry)));
}

/** Assumption, unconfirmed by the vendor: both ends of a range count, so neighbouring ranges share what lies between. */
function criterion(block: XmlNode, number: number): (entry: Transaction) => boolean {
  const range = childOf(block, 'Transaction_Date_Range_Data');
  const bound = (name: string, otherwise: number): number => {
    const text = textOf(range, name);
    return text === undefined ? otherwise : readMoment(text).getTime();
  };
  const [updatedFrom, updatedThrough] = [bound('Updated_From', -Infinity), bound('Updated_Through', Infinity)];
  const [effectiveFrom, effectiveThrough] = [bound('Effective_From', -Infinity), bound('Effective_Through', Infinity)];
  const xpath = `/bsvc:Get_Workers_Request[1]/bsvc:Request_Criteria[1]/bsvc:Transaction_Log_Criteria_Data[${number}]`;
  const types = namedIn(
    { node: childOf(block, 'Transaction_Type_References'), xpath },
    'Transaction_Type_Reference',
    (type, value) => processes.find((process) => hasId(processInstance(process), type, value)),
  );
  return ({ entered, effective, process }) => {
    const [enteredAt, effectiveAt] = [Date.parse(entered), startOf(effective).getTime()];
    return (
      updatedFrom <= enteredAt &&
      enteredAt <= updatedThrough &&
      effectiveFrom <= effectiveAt &&
      effectiveAt <= effectiveThrough &&
      (types.length === 0 || types.includes(process))
    );
  };
}

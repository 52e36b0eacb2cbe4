import type { World } from '../../core/simulator.js';
import type { Instance } from './identity.js';
import { validationFault, type Wrong } from './soap-fault.js';
import { readDate, readMoment, today } from './tenant-time.js';
import { field, group, type Part, workdayNamespace } from './wire.js';
import type { AsOf } from './worker.js';
import { attributeOf, childOf, childrenOf, textOf, type XmlNode } from './xml.js';

/** An operation of a service: reads the request, answers the parts of its reply. */
export type Operation = (world: World, request: XmlNode) => Part[];

export const isSet = (node: XmlNode | undefined, name: string): boolean =>
  ['1', 'true'].includes(textOf(node, name) ?? '');

/** The day and the moment a reply is about: today as known now, unless the filter says otherwise. */
export function asOfIn(world: World, request: XmlNode): AsOf {
  const filter = childOf(request, 'Response_Filter');
  const date = textOf(filter, 'As_Of_Effective_Date');
  const moment = textOf(filter, 'As_Of_Entry_DateTime');
  return {
    date: date === undefined ? today(world) : readDate(date),
    moment: moment === undefined ? world.now() : readMoment(moment),
  };
}

const defaultCount = 100;

/** One page of what was found, and the counts that go with it. */
export function paged<T>(request: XmlNode, found: T[]): { items: T[]; results: Part } {
  const filter = childOf(request, 'Response_Filter');
  const count = Number(textOf(filter, 'Count') ?? defaultCount);
  const page = Number(textOf(filter, 'Page') ?? 1);
  const items = found.slice((page - 1) * count, page * count);
  const results = group('Response_Results', [
    field('Total_Results', String(found.length)),
    field('Total_Pages', String(Math.ceil(found.length / count))),
    field('Page_Results', String(items.length)),
    field('Page', String(page)),
  ]);
  return { items, results };
}

/** What references name among what there is; names everything that does not exist unless it may be skipped. */
export function named<T>(
  request: XmlNode,
  name: string,
  find: (type: string, value: string) => T | undefined,
): T[] | undefined {
  const references = childOf(request, 'Request_References');
  if (!references) return undefined;
  const skipping = ['1', 'true'].includes(
    attributeOf(references, workdayNamespace, 'Skip_Non_Existing_Instances') ?? '',
  );
  const path = `/bsvc:${request.name}[1]/bsvc:Request_References[1]`;
  const wrongs: Wrong[] = [];
  const found = childrenOf(references, name).flatMap((reference, index) => {
    const match = findAll(reference, find, `${path}/bsvc:${name}[${index + 1}]`);
    if ('wrong' in match) wrongs.push(match.wrong);
    return 'wrong' in match ? [] : [match.found];
  });
  if (wrongs.length > 0 && !skipping) throw validationFault(wrongs as [Wrong, ...Wrong[]]);
  return found;
}

/** What the references of a criterion name. */
export function namedIn<T>(
  criteria: { node: XmlNode | undefined; xpath: string },
  name: string,
  find: (type: string, value: string) => T | undefined,
): T[] {
  return childrenOf(criteria.node, name).map((reference, index) => {
    const match = findAll(reference, find, `${criteria.xpath}/bsvc:${name}[${index + 1}]`);
    if ('wrong' in match) throw validationFault([match.wrong]);
    return match.found;
  });
}

/** Every id of a reference must name something; the first decides. */
function findAll<T>(
  reference: XmlNode,
  find: (type: string, value: string) => T | undefined,
  xpath: string,
): { found: T } | { wrong: Wrong } {
  const ids = childrenOf(reference, 'ID').map((id) => ({
    type: attributeOf(id, workdayNamespace, 'type')!,
    value: id.text,
  }));
  const found = ids.map(({ type, value }) => find(type, value));
  const missing = found.indexOf(undefined);
  if (missing === -1) return { found: found[0]! };
  const { type, value } = ids[missing]!;
  return { wrong: { message: `Invalid ID value.  '${value}' is not a valid ID value for type = '${type}'`, xpath } };
}

/** Whether an instance is known by an id. */
export const hasId = ({ wid, ids }: Instance, type: string, value: string): boolean =>
  type === 'WID' ? wid === value : ids[type] === value;

import { type DomainOperations, read, type Sent, type Vendor, write } from '#connector';
import { clients, RecordRef, scheduling } from '#contracts';
import { checked } from './reply.js';

const { routes } = clients.schedulingV1;
type Operation = keyof DomainOperations['scheduling'];
type Shape<T> = new () => T;

/** An operation at the tool: as in the scheduling contract, without the instance. */
export function requestFor(operation: Operation, input: object): { method: 'GET' | 'PUT' | 'POST'; path: string } {
  const values = input as Record<string, string>;
  const [method, route] = routes[operation];
  const path = route
    .replace('/scheduling/{instance}', '')
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name]!));
  return { method, path };
}

const question = <I extends object, T extends object>(operation: Operation, shape: Shape<T>) =>
  read(async (vendor: Vendor, input: I) => {
    const { path } = requestFor(operation, input);
    const { from, to } = input as { from?: string; to?: string };
    return checked(shape, await vendor.get(path, { from, to }), `GET ${path}`, 'unavailable');
  });

/** The key lets the tool recognise a request that was on its way for too long: what came after it stays. */
const change =
  <I extends object, T extends object>(operation: Operation, shape: Shape<T>, bodyOf: (input: I) => object) =>
  async (vendor: Vendor, input: I, { key }: Sent): Promise<T> => {
    const request = requestFor(operation, input);
    const { body } = await vendor.send({ ...request, body: bodyOf(input), headers: { 'idempotency-key': key } });
    return checked(shape, body, `${request.method} ${request.path}`, 'outcome-unknown');
  };

const stateOf = ({ state }: { state: object }): object => state;

export const operations: DomainOperations['scheduling'] = {
  getResource: question('getResource', scheduling.Resource),
  getAssignment: question('getAssignment', scheduling.Assignment),
  listAssignments: question('listAssignments', scheduling.AssignmentList),
  listAssignmentsOf: question('listAssignmentsOf', scheduling.AssignmentList),
  putResource: write({
    safety: { strategy: 'upsert' },
    run: change('putResource', scheduling.Resource, stateOf),
  }),
  endResource: write({
    safety: { strategy: 'absolute' },
    run: change('endResource', scheduling.Resource, ({ end }) => end),
  }),
  putDemand: write({
    safety: { strategy: 'upsert' },
    run: change('putDemand', scheduling.Demand, stateOf),
  }),
  putAbsence: write({
    safety: { strategy: 'absolute' },
    run: change('putAbsence', RecordRef, stateOf),
  }),
  putActuals: write({
    safety: { strategy: 'absolute' },
    run: change('putActuals', RecordRef, stateOf),
  }),
};

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { takeRefusal } from '../../core/arranged-refusals.js';
import type { World } from '../../core/simulator.js';
import { addBatch, appendToBatch, type Entry, requireOpenCycle } from './batches.js';
import type { Employee } from './company.js';
import { confirmMessage, InvalidInput, isInvalid, required } from './errors.js';
import { eventMeta } from './meta.js';
import { codeOf, isNode, type Node, nodes, readPayInput } from './pay-input.js';

export const payDataInput = 'pay-data-input.modify';
const path = `/events/payroll/v1/${payDataInput}`;

/** The event that hands pay data in, and what it says about itself. */
export function payDataRoutes(app: FastifyInstance, world: World): void {
  app.get(`${path}/meta`, () => eventMeta(world));
  app.post(path, (request, reply) => takePayData(world, request, reply));
}

function takePayData(world: World, request: FastifyRequest, reply: FastifyReply): object {
  const { group, name, payees } = readEvent(request.body);
  requireOpenCycle(world, group);
  const refusal = takeRefusal(world, payDataInput);
  if (refusal) throw new InvalidInput([`${refusal.detail}  ${refusal.errorCode}`]);
  const { entries, isAppended } = readEntries(world, group, payees);
  const batch = (isAppended ? appendToBatch : addBatch)(world, group, name, entries);
  const told = { group, name, entries: entries.map(summaryOf) };
  world.ledger(request, { operation: isAppended ? 'append' : 'create', entity: 'batch', id: batch.id, data: told });
  if (isAnsweredLater(world)) {
    const rest = { requestStatusCode: { codeValue: 'succeeded' }, processingStatusCode: { codeValue: 'received' } };
    return reply.code(202).send(confirmMessage({ method: 'POST', path, now: world.now() }, 202, rest));
  }
  return echo(group, name, entries);
}

/** One event a request. Assumption, unconfirmed by the vendor: more are not taken. */
function readEvent(body: unknown): { group: string; name: string; payees: Node[] } {
  const events = nodes(isNode(body) ? body.events : undefined);
  if (events.length !== 1) throw new InvalidInput([isInvalid('events')]);
  const data = isNode(events[0]!.data) ? events[0]!.data : {};
  const context = isNode(data.eventContext) ? data.eventContext : {};
  const group = codeOf(context.payrollGroupCode);
  const { payrollProcessingJobID: name } = context;
  if (group === '') throw required('payrollGroupCode');
  if (typeof name !== 'string' || name === '') throw required('payrollProcessingJobID');
  const transform = isNode(data.transform) ? data.transform : {};
  const payees = nodes(isNode(transform.payDataInput) ? transform.payDataInput.payeePayInputs : undefined);
  if (payees.length === 0) throw required('payeePayInputs');
  return { group, name, payees };
}

/** Every line of everybody, or every mistake: one bad line holds up the batch. */
function readEntries(world: World, group: string, payees: Node[]): { entries: Entry[]; isAppended: boolean } {
  const problems: string[] = [];
  const kinds = new Set<string>();
  const entries = payees.flatMap((payee) => {
    const { associateOID, payNumber } = payee;
    if (typeof associateOID !== 'string' || associateOID === '') throw required('associateOID');
    if (typeof payNumber !== 'string' || payNumber === '') throw required('payNumber');
    const employee = world.store.get<Employee>('employee', associateOID);
    if (employee?.group !== group)
      problems.push(`Label not found, missing following key: access.invalid  associateOid: ${associateOID}`);
    // Everybody here is paid under one number.
    if (payNumber !== '1') problems.push(isInvalid(`payNumber:${payNumber}`));
    return nodes(payee.payrollProfilePayInputs).flatMap((profile) => {
      const { payrollFileNumber: fileNumber } = profile;
      if (typeof fileNumber !== 'string' || fileNumber === '') throw required('payrollFileNumber');
      if (employee?.fileNumber !== fileNumber) problems.push(isInvalid(`payrollFileNumber:${fileNumber}`));
      return nodes(profile.payInputs).map((sent) => {
        kinds.add(String(sent._modificationTypeCode));
        return { associateOID, payNumber, fileNumber, input: readPayInput(sent, problems) };
      });
    });
  });
  // Assumption, unconfirmed by the vendor: nothing else than these two is taken, and not both at once.
  const [kind = ''] = kinds;
  if (kinds.size !== 1 || !['Add', 'Append'].includes(kind))
    problems.push(isInvalid('payInputs/_modificationTypeCode'));
  if (problems.length > 0) throw new InvalidInput(problems);
  return { entries, isAppended: kind === 'Append' };
}

/** What was taken, as it was understood: under the name that was asked for, without whose it is and under which number. */
function echo(group: string, name: string, entries: Entry[]): object {
  const context = { payrollGroupCode: { codeValue: group }, payrollProcessingJobID: name };
  const payeePayInputs = entries.map(({ fileNumber, input }) => ({
    configurationTags: [],
    payrollProfilePayInputs: [{ payrollFileNumber: fileNumber, payInputs: [input] }],
  }));
  const output = { payDataInput: { ...context, payeePayInputs } };
  return { events: [{ data: { eventContext: context, output }, links: [] }] };
}

/** The ledger holds hours by code and no money. */
function summaryOf({ fileNumber, input }: Entry): object {
  const hours = [
    ...input.earningInputs.map(({ earningCode, numberOfHours }) => [codeOf(earningCode), numberOfHours ?? null]),
    ...input.codedHoursEarningInputs.map((one) => [codeOf(one.hoursEarningCode), one.numberOfHours ?? null]),
  ];
  return { fileNumber, hours };
}

/**
 * The next requests are answered with 202, as the specification lets them be.
 * Assumption, unconfirmed by the vendor: what such an answer says; pay data has been checked by then.
 */
export function answerLater(world: World, { times }: { times: number }): void {
  if (!(times > 0)) throw new Error('say how many requests: {"times": 1}');
  world.store.put('setting', 'later', { times });
}

function isAnsweredLater(world: World): boolean {
  const times = world.store.get<{ times: number }>('setting', 'later')?.times ?? 0;
  if (times > 0) world.store.put('setting', 'later', { times: times - 1 });
  return times > 0;
}

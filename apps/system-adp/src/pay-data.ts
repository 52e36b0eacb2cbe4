import { batch, distinctReferences, type DomainOperations, type ItemOutcome, type Vendor } from '#connector';
import type { payroll } from '#contracts';
import { Failure } from '#kernel';
import { payDataRefused } from './errors.js';
import { type Associate, byFileNumber, fileNumberOf, jobIdOf, toEvent, toPayee } from './mapping.js';
import { settingsOf } from './settings.js';
import { associatesOf } from './workers.js';

const path = '/events/payroll/v1/pay-data-input.modify';

/** Sends all at once; answers what the product refuses of it, null where it took it all. */
async function refusalOf(vendor: Vendor, event: object): Promise<string | null> {
  try {
    await vendor.send({ method: 'POST', path, body: event });
    return null;
  } catch (error) {
    const failure = Failure.from(error);
    if (failure.detail.code === payDataRefused) return failure.message;
    throw failure;
  }
}

function companyOf(vendor: Vendor, legalEntity: string): string {
  const company = settingsOf(vendor).companies[legalEntity];
  if (company) return company;
  throw new Failure('rejected', `${vendor.instance} pays nobody of ${legalEntity}`, {
    code: 'unknown-legal-entity',
    remedy: `add its company code under settings.companies of instance ${vendor.instance} in estate.yaml`,
    fields: [{ field: 'legalEntity', message: 'has no company code' }],
  });
}

const refused = (lines: payroll.PayLine[], reason: string): ItemOutcome[] =>
  lines.map(({ reference }) => ({ reference, status: 'rejected', reason }));

/** Whom a refusal names, by file number or ADP's own id; nobody where it is about something else. */
const namedIn = (refusal: string, people: Payable[]): Payable[] =>
  people.filter(({ fileNumber, associateOID }) =>
    [fileNumber, associateOID].some((name) => new RegExp(`(?<!\\w)${name}(?!\\w)`).test(refusal)),
  );

/** Somebody with lines to be paid. */
interface Payable extends Associate {
  lines: payroll.PayLine[];
}

/** Who can be paid, and the outcome of the lines of those whom ADP does not know. */
async function payable(
  vendor: Vendor,
  company: string,
  lines: payroll.PayLine[],
): Promise<{ people: Payable[]; outcomes: ItemOutcome[] }> {
  const numberless = lines.filter(({ workerNumber }) => !fileNumberOf(workerNumber));
  const outcomes = numberless.flatMap((line) =>
    refused([line], `worker number ${line.workerNumber} is no ADP file number: up to six digits are wanted`),
  );
  const grouped = byFileNumber(lines);
  const associates = grouped.size > 0 ? await associatesOf(vendor, company, new Set(grouped.keys())) : new Map();
  const people: Payable[] = [];
  for (const [fileNumber, own] of grouped) {
    const associateOID = associates.get(fileNumber) as string | undefined;
    if (associateOID) people.push({ fileNumber, associateOID, lines: own });
    else outcomes.push(...refused(own, `ADP has nobody with file number ${fileNumber} in company ${company}`));
  }
  return { people, outcomes };
}

/**
 * A batch is made whole or not at all: who holds it up is left out, and the others are sent again. A request whose
 * outcome is unknown leaves its lines unsettled, beside those that are refused for certain.
 */
async function send(
  vendor: Vendor,
  { legalEntity, periodEnd }: payroll.PayDataBatch,
  lines: payroll.PayLine[],
  key: string,
): Promise<ItemOutcome[]> {
  const company = companyOf(vendor, legalEntity);
  const { people, outcomes } = await payable(vendor, company, lines);
  for (let open = people; open.length > 0;) {
    const payees = open.map((person) => toPayee(person, person.lines, settingsOf(vendor).earnings));
    const event = toEvent({ company, jobId: jobIdOf(periodEnd, key), payees });
    const refusal = await refusalOf(vendor, event).catch((error: unknown) => {
      if (outcomes.length > 0 && Failure.from(error).kind === 'outcome-unknown') return undefined;
      throw error;
    });
    if (refusal === undefined) return outcomes;
    if (refusal === null) return [...outcomes, ...open.flatMap((person) => taken(person.lines))];
    const named = namedIn(refusal, open);
    const out = named.length > 0 ? named : open;
    outcomes.push(...out.flatMap((person) => refused(person.lines, refusal)));
    open = open.filter((person) => !out.includes(person));
  }
  return outcomes;
}

const taken = (lines: payroll.PayLine[]): ItemOutcome[] =>
  lines.map(({ reference }) => ({ reference, status: 'applied', result: null }));

/**
 * ADP keeps no reference of ours, makes another batch of a repeat, and shows nothing of a batch before pay day: each line
 * is sent once, and who pays people looks at the worksheet where an answer got lost.
 */
export const putPayData: DomainOperations['payroll']['putPayData'] = batch({
  safety: { strategy: 'once', references: ({ lines }) => distinctReferences(lines) },
  run: (vendor, input, { key, open }) =>
    send(
      vendor,
      input,
      input.lines.filter(({ reference }) => open.includes(reference)),
      key,
    ),
  settle: (outcomes) => ({
    lines: outcomes.map((outcome) => ({
      reference: outcome.reference,
      outcome: outcome.status === 'applied' ? 'taken' : 'refused',
      reason: outcome.status === 'rejected' ? outcome.reason.slice(0, 500) : null,
    })),
  }),
});

import {
  chargeByLine,
  type Charged,
  createInBatch,
  inChunks,
  type LineOutcome,
  odataIs,
  refusedLine,
  type Vendor,
  type VendorReply,
} from '#connector';
import type { erp } from '#contracts';
import { derivedId, Failure } from '#kernel';
import { classify } from './errors.js';
import { marker, toJournalLine } from './mapping.js';
import { data, dataUrl } from './odata.js';
import { type Company, quarantineMs, settingsOf } from './settings.js';

const journals = 'JournalTables';
const set = 'JournalTrans';
/** So many references fit into an address. */
const askedAtOnce = 20;

/** Lines of hour journals whose description begins with one of our references. */
async function posted(vendor: Vendor, { dataArea }: Company, lines: erp.BillableLine[]): Promise<Charged[]> {
  const found: Charged[] = [];
  for (const asked of inChunks(lines, askedAtOnce)) {
    const tests = asked.map(({ reference }) => odataIs('Description', `${marker(reference)}*`)).join(' or ');
    const rows = await data.list(vendor, set, odataIs('dataAreaId', dataArea), `(${tests})`);
    for (const { Description, JournalId, LineNumber } of rows) {
      const line = asked.find(({ reference }) => String(Description).startsWith(marker(reference)));
      if (line) found.push({ reference: line.reference, result: `${String(JournalId)}/${String(LineNumber)}` });
    }
  }
  return found;
}

export const toJournal = (Description: string, { dataArea, hourJournal }: Company) => ({
  dataAreaId: dataArea,
  JournalName: hourJournal,
  Description,
});

/** The hour journal of a batch: it says whose it is, so that a repeat goes on in it. */
async function journalOf(vendor: Vendor, company: Company, lines: erp.BillableLine[]): Promise<string> {
  const mark = `Throughline ${derivedId(...lines.map(({ reference }) => reference))}`;
  const [known] = await data.list(
    vendor,
    journals,
    odataIs('dataAreaId', company.dataArea),
    odataIs('Description', mark),
  );
  const journal = known ?? (await data.create(vendor, journals, toJournal(mark, company)));
  return String(journal.JournalBatchNumber);
}

function outcomeOf(reference: string, id: string, reply: VendorReply | undefined): LineOutcome {
  if (reply && reply.status < 300) return { reference, status: 'applied', result: id };
  const failure = reply && classify(reply);
  if (failure?.kind === 'rejected') return refusedLine(reference, failure.message);
  return failure ?? new Failure('outcome-unknown', `Dynamics 365 said nothing of ${reference}`);
}

async function post(vendor: Vendor, company: Company, open: erp.BillableLine[], all: erp.BillableLine[]) {
  const charges = open.map((line) => ({ ...line, number: all.indexOf(line) + 1 }));
  const JournalId = await journalOf(vendor, company, all);
  const changes = charges.map((line) => [
    { JournalId, LineNumber: line.number, ...toJournalLine(line, company, settingsOf(vendor)) },
  ]);
  const replies = await createInBatch(vendor, dataUrl(vendor), set, changes);
  return charges.map(({ reference, number }, at) => outcomeOf(reference, `${JournalId}/${number}`, replies[at]));
}

export const postBillableLines = chargeByLine<Company>({
  quarantineMs,
  find: posted,
  post,
  byHand: (reference) => `reverse the hours that bear ${reference} in Dynamics 365 and correct their invoice`,
});

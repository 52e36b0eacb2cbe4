import type { erp } from '#contracts';
import { derivedId } from '#kernel';
import type { Domain } from '../estate/estate.js';

/** A call as it was made, without key and instance. */
export type ShadowRequest = Record<string, unknown> & { body?: unknown; reference?: string };

/** A write of the live system, or the part of it that succeeded. */
export interface ShadowedWrite {
  request: ShadowRequest;
  key: string;
  answer: unknown;
}

/** What a system calls a record, and the words every system knows it by, the most certain first. */
export interface Identity {
  kind: string;
  id: string;
  names: { reference: string | null; taxNumber: string | null; name: string };
}

/** What is particular to repeating one domain's writes in another system. */
export interface ShadowRules {
  /** What each write is about, in a word. */
  kinds: Record<string, string>;
  /** Fields of a body that hold the system's own id of another record. */
  foreignIds: Record<string, { field: string; kind: string }>;
  /** What of a write succeeded; a batch is repeated item by item, so that one that is refused holds up no other. */
  partsOf(operation: string, write: ShadowedWrite): ShadowedWrite[];
  /** What an answer gives away about the system's own ids. */
  identitiesIn(operation: string, request: ShadowRequest, answer: unknown): Identity[];
  /** Why an answer without an error is a refusal all the same; null where it is none. */
  refusalIn(operation: string, answer: unknown): string | null;
}

const erpRules: ShadowRules = {
  kinds: {
    putCustomer: 'customer',
    putEmployee: 'employee',
    putProject: 'project',
    setUpBilling: 'project',
    activateProject: 'project',
    closeProject: 'project',
    postBillableLines: 'charge',
    putLabour: 'labour',
    putPurchaseCommitment: 'purchase commitment',
    putInvoice: 'invoice',
    putCreditMemo: 'credit memo',
  },

  foreignIds: { putProject: { field: 'customerId', kind: 'customer' } },

  partsOf(operation, write) {
    if (operation !== 'postBillableLines') return [write];
    const { legalEntity, lines } = write.request.body as erp.BillingBatch;
    const settled = (write.answer as erp.BatchSettlement).lines.filter(({ outcome }) => outcome === 'posted');
    return settled.flatMap((settlement) => {
      const { reference } = settlement;
      const line = lines.find((one) => one.reference === reference);
      if (!line) return [];
      const request = { reference, body: { legalEntity, lines: [line] } };
      return [{ request, key: derivedId('shadow line', write.key, reference), answer: { lines: [settlement] } }];
    });
  },

  identitiesIn(operation, request, answer) {
    if (operation === 'findCustomers')
      return (answer as erp.ErpCustomerList).items.map(({ id, reference, taxNumber, name }) => ({
        kind: 'customer',
        id,
        names: { reference, taxNumber, name },
      }));
    if (operation !== 'putCustomer') return [];
    const { name, taxNumber } = request.body as erp.CustomerState;
    const { id } = answer as { id: string };
    return [{ kind: 'customer', id, names: { reference: request.reference ?? null, taxNumber, name } }];
  },

  refusalIn(operation, answer) {
    if (operation !== 'postBillableLines') return null;
    const refused = (answer as erp.BatchSettlement).lines.find(({ outcome }) => outcome === 'refused');
    return refused ? (refused.reason ?? 'refused without a reason') : null;
  },
};

/** Domains whose platform can be run twice and exchanged. */
export const shadowRules: Partial<Record<Domain, ShadowRules>> = { erp: erpRules };

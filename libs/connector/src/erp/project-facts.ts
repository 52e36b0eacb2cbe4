import type { erp } from '#contracts';

/** What can be kept in the customer's own fields on a project, by our names. */
const projectFacts = ['billingType', 'contractNumber', 'taxCode', 'deliveryModel'] as const;

/** The names of those fields; what has none here is not kept. */
export type ProjectFields = Partial<Record<(typeof projectFacts)[number], string>>;

export const toProjectFields = (fields: ProjectFields, setup: erp.BillingSetup): Record<string, string> =>
  Object.fromEntries(
    projectFacts.flatMap((fact) => {
      const field = fields[fact];
      return field ? [[field, setup[fact]]] : [];
    }),
  );

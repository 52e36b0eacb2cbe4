import { answeredFields, sentFields } from '#platform';

type Document = Parameters<typeof sentFields>[0];

/** What one operation of a contract has its callers send, and read with each status. */
export interface OperationFields {
  sent: string[];
  /** Status as it is in the contract → fields. */
  read: Record<string, string[]>;
}

/** The fields of every operation, by method and path. */
export function contractFields(document: Record<string, unknown>): Map<string, OperationFields> {
  const contract = document as Document;
  const found = new Map<string, OperationFields>();
  for (const [path, item] of Object.entries((contract.paths ?? {}) as Record<string, Record<string, Document>>)) {
    for (const [method, definition] of Object.entries(item)) {
      const statuses = Object.keys((definition.responses ?? {}) as object);
      found.set(`${method.toUpperCase()} ${path}`, {
        sent: sentFields(contract, { definition }).paths,
        read: Object.fromEntries(statuses.map((status) => [status, answeredFields(contract, { definition }, status)])),
      });
    }
  }
  return found;
}
